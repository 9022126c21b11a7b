import ICalendar

/// Ends what nobody has answered in time.
struct SwapWorker: Worker {
    let planner: Planner

    /// What has ended is to be told: the next moment is now then, so that everybody is woken.
    func work() async throws -> Instant? { try await planner.followSwaps() }
}
