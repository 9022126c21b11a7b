import FamplanAPI
import Household
import ICalendar
import Logging
import Notifications
import Storage

/// Makes a backup each day at its time; after a time in which the daemon did not run, or could not, as soon as it can.
struct BackupWorker: Worker {
    let planner: Planner
    let backups: Backups
    let plan: BackupPlan?
    /// Who is told when one fails.
    let administrator: String?
    let maintenance: Maintenance
    let logger: Logger
    /// What failed is tried again, in seconds.
    private static let retryAfter = 3_600

    func work() async throws -> Instant? {
        guard let plan, maintenance.error == nil else { return nil }
        let (now, zone) = (planner.clock(), await planner.household.zone)
        let today = zone.wall(of: now).date
        let due = zone.instant(of: CivilDateTime(today, plan.time))
        let tomorrow = zone.instant(of: CivilDateTime(today.adding(days: 1), plan.time))
        // What nobody has ever changed is nothing to keep.
        guard try planner.store.lastChange() != nil else { return nil }
        let last = backups.days.last { $0 <= today }
        let owed = due <= now ? today : today.adding(days: -1)
        guard last.map({ $0 < owed }) ?? true else { return due > now ? due : tomorrow }
        do {
            try await backups.makeDaily(today, keeping: plan)
            return due > now ? due : tomorrow
        } catch {
            await tell(error, after: last)
            return now.adding(seconds: Self.retryAfter)
        }
    }

    private func tell(_ error: any Error, after last: CivilDate?) async {
        logger.log(
            .backupFailed,
            .error,
            "the daily backup failed, and is tried again in an hour (famplan doctor says why)",
            metadata: ["kind": "\(ErrorBody(of: error).error.kind.rawValue)"]
        )
        guard let administrator else { return }
        do {
            try await planner.tellOfFailedBackup(administrator, after: last)
        } catch {
            // The same full disk, mostly: it is told at the next try.
            logger.log(
                .backupFailed,
                .error,
                "the administrator could not be told",
                metadata: ["error": "\(type(of: error))"]
            )
        }
    }
}

extension Planner {
    /// Tells the administrator once that backups fail since the last good one.
    func tellOfFailedBackup(_ name: String, after last: CivilDate?) throws {
        guard let id = ID<Person>(name), let person = household.people[id] else { return }
        let since = last.map { "the last good one is of \($0)" } ?? "there is none yet"
        let message = Message(
            id: "backup-failed-after-\(last.map { "\($0)" } ?? "none")-\(person.id)",
            kind: .service,
            severity: .warning,
            person: person.id,
            title: "famplan: the daily backup failed",
            text: "The daily backup failed; \(since).\nfamplan doctor says why.\nIt is tried again each hour.\n",
            short: "The daily backup failed; \(since).",
            createdAt: clock()
        )
        try post(
            person.notify.channels.map {
                Letter(message: message, channel: $0.channel, address: $0.address, due: clock(), notAfter: nil)
            }
        )
    }
}
