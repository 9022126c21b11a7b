public import Household

extension Household {
    /// Whether every conflict is wanted as it is found.
    var saysNothingOfConflicts: Bool { settings.rules.isEmpty && people.values.allSatisfy(\.rules.isEmpty) }

    /// The conflict as those want to see it whom it is about; nil where they don't.
    ///
    /// Of what its people say of the kind, the most severe counts; where none of them says anything, the household does.
    public func asSaid(_ conflict: Conflict) -> Conflict? {
        let own = conflict.people.compactMap { people[$0]?.rules[conflict.kind] }.max()
        switch own ?? settings.rules[conflict.kind] {
        case nil: return conflict
        case .off: return nil
        case .severity(let severity):
            var said = conflict
            said.severity = severity
            return said
        }
    }
}
