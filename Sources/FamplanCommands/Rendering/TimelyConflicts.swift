internal import FamplanAPI

extension [ConflictItem] {
    /// Without what is said of the hours of weeks that were over when it was first seen.
    ///
    /// Nobody had planned anything for the weeks before a household was set up, or a stream was made: that hours are
    /// missing there tells nobody anything. Any other week is in sight long before it is over.
    var timely: [ConflictItem] {
        get throws { try filter { try !$0.isOfHours || !$0.isSeenTooLate } }
    }
}

extension ConflictItem {
    /// Whether it is about how much of something a week has, rather than about what is in it.
    fileprivate var isOfHours: Bool { ["stream-hours", "goal-missed"].contains(kind) }

    fileprivate var isSeenTooLate: Bool {
        get throws {
            guard let foundAt else { return false }
            return try Moment(foundAt).instant >= Moment(end).instant
        }
    }
}
