import ICalendar

/// Keeps the open conflicts true while nobody changes anything.
actor HorizonWorker: Worker {
    private let planner: Planner
    /// The horizon as it was when it was last judged.
    private var judged: Interval?

    init(planner: Planner) {
        self.planner = planner
    }

    func work() async throws -> Instant? {
        let (judged, next) = try await planner.followTime(judged: judged)
        self.judged = judged
        return next
    }
}
