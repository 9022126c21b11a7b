extension LoggedTime {
    /// Whether a viewer is told no more of it than that the person was busy. Children and carers are told nothing at all.
    public func isHidden(from viewer: Viewer) -> Bool {
        switch viewer {
        case .administrator: false
        case .parents(let people): isPrivate && !people.isSubset(of: [person])
        case .carer, .child: true
        }
    }
}

extension LoggedChange {
    /// Whether it is about something that is, or was, hidden from a viewer.
    public func isHidden(from viewer: Viewer) -> Bool {
        [before, after].contains { $0?.isHidden(from: viewer) ?? false }
    }
}
