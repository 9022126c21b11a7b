public import FamplanAPI

extension FamplanClient {
    /// The entries as an iCalendar file: whole series of which something is in `[from, to)` and one person's, or all.
    public func calendarText(
        who: String? = nil,
        from: String? = nil,
        to: String? = nil
    ) async throws -> Answer<CalendarText> {
        try await get(.export, ("who", who), ("from", from), ("to", to))
    }
}
