import FamplanAPI
import Household
import ICalendar
import Storage

extension Doctor {
    /// How the daemon's own backups get on.
    func backups(of household: Household) async -> DoctorFinding {
        guard configuration.backup != nil else {
            return .warning(
                "backup",
                "daily backups are off",
                "take backup: off out of famplan.yaml, or keep copies elsewhere"
            )
        }
        if let failure = await backups.failure {
            return .problem(
                "backup",
                "the daily one failed: \(failure.sentence)",
                "see to that; it is tried again each hour"
            )
        }
        let today = household.zone.wall(of: planner.clock()).date
        let days = backups.days
        guard let last = days.last(where: { $0 <= today }) else {
            return .ok("backup", "none yet: the first is made when something has been changed")
        }
        let words =
            "the last is of \(last); \(days.count == 1 ? "it is" : "\(days.count) are") kept in \(backups.folder)"
        if today.daysSinceEpoch - last.daysSinceEpoch > 2 {
            return .problem("backup", words, "look into the daemon's log; famplan backup FILE makes one now")
        }
        return .ok("backup", words)
    }

    /// That the administrator who is to be told of trouble is somebody.
    func administrator(of household: Household) -> DoctorFinding? {
        guard let name = configuration.administrator else { return nil }
        let person = household.people.values.first { $0.id.rawValue == name }
        guard let person else {
            return .problem(
                "administrator",
                "famplan.yaml names “\(name)”, who is nobody in this household",
                "name a person by the id in the household file"
            )
        }
        guard person.notify.channels.isEmpty else { return nil }
        return .warning("administrator", "\(person.name) has no channels and is told nothing", "give them some: notify")
    }
}
