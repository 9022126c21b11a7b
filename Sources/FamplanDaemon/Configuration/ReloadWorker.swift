import ICalendar
import Logging
import Notifications

/// Reads the configuration again when it is asked to by SIGHUP: all of it, or with any mistake nothing.
///
/// What is being sent goes on through the channel that it has.
struct ReloadWorker: Worker {
    let alarm: Alarm
    let hangUps: HangUps
    let current: CurrentConfiguration
    let parts: ChannelParts
    let planner: Planner
    let sending: SendingWorker
    /// Nil where none listens.
    let manager: ServiceManager?
    let level: LogLevel
    let logger: Logger
    /// Reads what the daemon is told, now.
    let read: @Sendable () throws(ConfigurationFault) -> DaemonConfiguration

    func work() async throws -> Instant? {
        guard hangUps.take() else { return nil }
        manager?.reloading()
        do throws(ConfigurationFault) {
            let new = try read()
            await take(new)
        } catch {
            refuse(error)
        }
        return nil
    }

    private func take(_ new: DaemonConfiguration) async {
        let needsRestart = current.take(new, channels: Channels(new.channels, of: parts))
        level.now = new.logLevel
        await planner.look(ahead: new.horizonDays)
        await sending.sender.forgetFailures()
        logger.log(.reloaded, .notice, "the configuration was read again")
        for key in needsRestart {
            logger.log(
                .reloaded,
                .warning,
                "\(key) is another in the configuration, and changes when the daemon is started again"
            )
        }
        manager?.reloaded((try? await planner.statusLine()) ?? "configuration read again")
        // There may be something to do now for everybody.
        alarm.ring()
    }

    private func refuse(_ fault: ConfigurationFault) {
        current.refuse(fault)
        logger.log(.notReloaded, .error, "the configuration has mistakes, and the one before is kept")
        for line in fault.lines { logger.log(.notReloaded, .error, "\(line)") }
        manager?.reloaded("configuration not reloaded: \(fault.lines.first ?? "")")
    }
}
