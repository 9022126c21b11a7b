public import FamplanAPI

extension FamplanClient {
    /// Hours and money of whole days, planned and actual; of this month where nothing is said.
    ///
    /// - Parameters:
    ///   - month: `2026-11`, `this`, `last` or `next`; instead of `from` and `to`.
    ///   - grouping: `stream`, `person` or `client`.
    public func income(
        month: String? = nil,
        from: String? = nil,
        to: String? = nil,
        by grouping: String? = nil
    ) async throws -> Answer<IncomeReport> {
        try await get(.income, ("month", month), ("from", from), ("to", to), ("by", grouping))
    }

    /// Hours against deadlines, and what can still be booked this week and next.
    public func capacity() async throws -> Answer<CapacityReport> {
        try await get(.capacity)
    }
}
