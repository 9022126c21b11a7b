/// Who looks at a household, and so how much of it is shown.
public enum Viewer: Hashable, Sendable {
    /// Root, or the daemon's own user, who can read the database anyway: everything.
    case administrator
    /// Parents: everything but what is private to others. Several look at one thing together, such as Maya's digest that
    /// Kofi asks for: what all of them may see.
    case parents(Set<ID<Person>>)
    /// What they are in, the children while they have them, and who has these.
    case carer(ID<Person>)
    /// What it is in, and who has it.
    case child(ID<Person>)

    public init(_ person: Person) {
        switch person.role {
        case .parent: self = .parents([person.id])
        case .carer: self = .carer(person.id)
        case .child: self = .child(person.id)
        }
    }

    /// Whether they plan for the household, and so may change it.
    public var plans: Bool {
        switch self {
        case .administrator, .parents: true
        case .carer, .child: false
        }
    }
}
