internal import FamplanAPI

/// How many things are wrong, and how many are no more than worth a notice.
struct ConflictSum {
    private let conflicts: Int
    private let notices: Int

    init(_ items: [ConflictItem]) {
        notices = items.count { $0.severity == "notice" }
        conflicts = items.count - notices
    }

    /// `2 conflicts, 3 notices`: of what there is none, nothing is said, unless there is neither.
    var words: String {
        if notices == 0 { return counted(conflicts, "conflict") }
        let noticed = counted(notices, "notice")
        return conflicts == 0 ? noticed : "\(counted(conflicts, "conflict")), \(noticed)"
    }
}
