import FamplanAPI
import Household
import Storage

extension LogAnswer {
    /// Taking back a change of the log, as the answer to `undo`.
    func asChange(of undone: RecordedChange, in household: Household, for viewer: Viewer) -> ChangeAnswer {
        let words = LogWords(household: household, now: undone.at, viewer: viewer)
        return ChangeAnswer(
            change: change,
            dryRun: dryRun,
            understood: understood,
            things: undone.logged.reversed().prefix(200).map { words.changed($0.inverse) },
            created: [],
            resolved: [],
            warnings: warnings,
            names: names
        )
    }
}
