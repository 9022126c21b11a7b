extension Swap {
    /// Whether a viewer is not shown what it is about: what is private to others, or was when it was asked for and is gone.
    public func isHidden(from viewer: Viewer, in household: Household) -> Bool {
        sides.contains { side in
            if let entry = household.entries[side.entry] { return entry.isHidden(from: viewer) }
            guard side.terms.isPrivate, viewer != .administrator else { return false }
            guard case .parents(let people) = viewer else { return true }
            return !people.isSubset(of: [asker, asked])
        }
    }

    /// As a viewer is shown it: who asked whom, when it would be and what became of it are all that is left of what is
    /// hidden from them.
    public func seen(by viewer: Viewer, in household: Household) -> Swap {
        guard isHidden(from: viewer, in: household) else { return self }
        var seen = self
        seen.reason = ""
        seen.wanted.terms.title = Self.hiddenTitle
        seen.offered?.terms.title = Self.hiddenTitle
        seen.settlement?.words = nil
        return seen
    }

    private static let hiddenTitle = "something private"
}
