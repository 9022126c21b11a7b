/// What somebody says of a kind of conflict: that it is not shown, or how severe it is. The greater, the more severe.
public enum RuleSetting: Hashable, Sendable {
    case off
    case severity(Severity)
}

/// As the word that the household file has: `off`, `notice`, `warning`, `critical`.
extension RuleSetting: RawRepresentable, Codable, CaseIterable {
    public init?(rawValue: String) {
        guard let setting = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = setting
    }

    public var rawValue: String {
        switch self {
        case .off: "off"
        case .severity(let severity): severity.rawValue
        }
    }

    public static var allCases: [RuleSetting] { [.off] + Severity.allCases.map(RuleSetting.severity) }
}

extension RuleSetting: Comparable {
    public static func < (lhs: RuleSetting, rhs: RuleSetting) -> Bool {
        switch (lhs, rhs) {
        case (.off, .severity): true
        case (.severity(let one), .severity(let other)): one < other
        case (_, .off): false
        }
    }
}

/// In JSON, settings by their kinds are an object.
extension ConflictKind: CodingKeyRepresentable {}
