/// The answer of `GET` ``Route/doctor``: what was looked at, and how it is.
public struct DoctorReport: Codable, Sendable, Hashable {
    public var findings: [DoctorFinding]

    public init(findings: [DoctorFinding]) {
        self.findings = findings
    }
}

/// One thing that was looked at.
public struct DoctorFinding: Codable, Sendable, Hashable {
    /// `database`, `clock`, …; there can be more than one of each.
    public var check: String
    /// `ok`, `warning` or `problem`.
    public var level: String
    /// How it is, in one sentence.
    public var message: String
    /// What to do about it.
    public var advice: String?

    public init(check: String, level: String, message: String, advice: String? = nil) {
        self.check = check
        self.level = level
        self.message = message
        self.advice = advice
    }
}
