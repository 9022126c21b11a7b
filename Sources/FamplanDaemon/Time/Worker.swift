import ICalendar

/// One who does something when its time has come: looks at the state of things, not at why it was woken.
///
/// It is woken more often than anything is due: at the start, after changes, when the clock is set, for others.
protocol Worker: Sendable {
    /// Does what is due now; gives the next moment at which something will be, nil if nothing is in sight.
    ///
    /// Never runs twice at once. What waits for something outside must set itself a limit, and stop when cancelled.
    ///
    /// - Throws: anything; it is asked again after a minute.
    func work() async throws -> Instant?
}
