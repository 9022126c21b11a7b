/// How interruptible an adult is; the greater, the less.
public enum Attention: String, Codable, Sendable, CaseIterable, Comparable {
    case free, light, focus, call

    /// Whether somebody with this attention can have a child that needs `level`.
    public func fits(_ level: CareLevel) -> Bool {
        switch level {
        case .nearby: true
        case .present: self <= .light
        case .handsOn: self == .free
        }
    }

    public static func < (lhs: Attention, rhs: Attention) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
        switch self {
        case .free: 0
        case .light: 1
        case .focus: 2
        case .call: 3
        }
    }
}
