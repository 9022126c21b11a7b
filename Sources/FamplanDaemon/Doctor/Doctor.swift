import FamplanAPI
import Household
import ICalendar
import Storage

/// Looks at everything that a household's service stands on.
struct Doctor: Sendable {
    let planner: Planner
    let current: CurrentConfiguration
    let maintenance: Maintenance
    let databasePath: String
    let backups: Backups

    /// As it was read last.
    var configuration: DaemonConfiguration { current.now.configuration }

    /// Looks anew; where the database could not be used, it is tried once more.
    func report() async throws -> DoctorReport {
        await planner.recover(databasePath, keepingIn: backups.folder, maintenance)
        let household = await planner.household
        var findings = [database, clock(household)]
        findings += channels(of: household)
        findings += FilesCheck(configuration: configuration, databasePath: databasePath).findings
        if maintenance.error == nil {
            findings += [await backups(of: household), administrator(of: household), outbox].compactMap(\.self)
            findings += await feeds(of: household)
        }
        return DoctorReport(findings: findings)
    }

    private var database: DoctorFinding {
        if let error = maintenance.error { return unusable(error) }
        do throws(StoreError) {
            try planner.store.check()
            return .ok(
                "database",
                "sound: every page, index and reference was read (\(try planner.store.schemaVersion()))"
            )
        } catch {
            return .problem("database", error.sentence, "restore a backup: famplan restore FILE")
        }
    }

    private func unusable(_ error: StoreError) -> DoctorFinding {
        let advice =
            switch error.kind {
            case .newer: "install the version of famplan that wrote it, or famplan restore FILE with an older backup"
            case .full, .readOnly, .busy: "see to that, then ask famplan doctor again: it tries to open it each time"
            default: "famplan restore FILE; what the daemon backed up lies in backups/ of its state folder"
            }
        return .problem("database", error.sentence, advice)
    }

    private func clock(_ household: Household) -> DoctorFinding {
        let now = planner.clock()
        let wire = WireFormat(household: household)
        if (try? planner.zones.zone(household.settings.timeZone)) == nil {
            return .problem(
                "clock",
                "there is no data on the zone \(household.settings.timeZone)",
                "install the zone data (Debian: tzdata)"
            )
        }
        if let last = try? planner.store.lastChange()?.at, last > now.adding(seconds: 60) {
            return .problem(
                "clock",
                "it is \(wire.time(now)) by this machine's clock, before the last change in the plan (\(wire.time(last)))",
                "set the clock (timedatectl shows whether it follows the network)"
            )
        }
        return .ok("clock", wire.time(now))
    }

    private var outbox: DoctorFinding {
        guard let counts = try? planner.store.outboxCounts() else {
            return .problem("messages", "the outbox cannot be read", "famplan restore FILE")
        }
        let dead = counts[.dead] ?? 0
        guard dead == 0 else {
            return .warning(
                "messages",
                dead == 1 ? "1 message was given up" : "\(dead) messages were given up",
                "famplan outbox shows why; famplan outbox retry N tries one again"
            )
        }
        return .ok("messages", "\(counts[.pending] ?? 0) waiting, none given up")
    }
}

extension DoctorFinding {
    static func ok(_ check: String, _ message: String) -> DoctorFinding {
        DoctorFinding(check: check, level: "ok", message: message)
    }

    static func warning(_ check: String, _ message: String, _ advice: String) -> DoctorFinding {
        DoctorFinding(check: check, level: "warning", message: message, advice: advice)
    }

    static func problem(_ check: String, _ message: String, _ advice: String) -> DoctorFinding {
        DoctorFinding(check: check, level: "problem", message: message, advice: advice)
    }
}
