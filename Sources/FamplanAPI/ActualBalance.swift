/// What one adult really did in the part of the range that is over, beside what was planned for that part. Minutes, to a
/// hundredth; null where nothing of the kind was logged: not logged is not nothing done.
public struct ActualBalance: Codable, Sendable, Hashable {
    /// Of every child, shared equally among those who logged it at the same moment. A day on which the person logged no care
    /// counts as it was planned.
    public var careMinutes: Double?
    /// How much of the care is of such days.
    public var careAsPlannedMinutes: Double?
    public var workMinutes: Double?
    public var adminMinutes: Double?
    /// Each kind by its weight, as in ``PersonBalance/weightedMinutes``; what was not logged counts as planned.
    public var weightedMinutes: Double?
    public var planned: PlannedBalance

    public init(
        careMinutes: Double?,
        careAsPlannedMinutes: Double?,
        workMinutes: Double?,
        adminMinutes: Double?,
        weightedMinutes: Double? = nil,
        planned: PlannedBalance
    ) {
        self.careMinutes = careMinutes
        self.careAsPlannedMinutes = careAsPlannedMinutes
        self.workMinutes = workMinutes
        self.adminMinutes = adminMinutes
        self.weightedMinutes = weightedMinutes
        self.planned = planned
    }
}

/// What was planned for the same time.
public struct PlannedBalance: Codable, Sendable, Hashable {
    public var careMinutes: Double
    public var workMinutes: Double
    public var adminMinutes: Double
    public var weightedMinutes: Double?

    public init(careMinutes: Double, workMinutes: Double, adminMinutes: Double, weightedMinutes: Double? = nil) {
        self.weightedMinutes = weightedMinutes
        self.careMinutes = careMinutes
        self.workMinutes = workMinutes
        self.adminMinutes = adminMinutes
    }
}

/// One of several weeks, in the balance of all of them.
public struct BalanceWeek: Codable, Sendable, Hashable {
    public var from: String
    public var to: String
    /// Up to when ``PersonBalance/actual`` goes; null where nobody logged anything.
    public var actualTo: String?
    public var people: [PersonBalance]

    public init(from: String, to: String, actualTo: String?, people: [PersonBalance]) {
        self.from = from
        self.to = to
        self.actualTo = actualTo
        self.people = people
    }
}
