import Household

extension Keys {
    /// `rules`: what is said of kinds of conflicts; empty where there is nothing.
    mutating func rules() -> [ConflictKind: RuleSetting] {
        mapping("rules", of: "kind of conflict") { keys in
            ConflictKind.allCases.reduce(into: [:]) { rules, kind in
                rules[kind] = keys.value(kind.rawValue, Words.word)
            }
        } ?? [:]
    }
}
