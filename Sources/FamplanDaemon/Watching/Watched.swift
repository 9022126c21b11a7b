import FamplanAPI
import Household

/// What one watcher has been told; what is told next is the difference to how things are.
struct Watched: Sendable {
    /// The last change.
    var after: Int
    /// The conflicts as they were told.
    var conflicts: [ID<Conflict>: ConflictItem] = [:]
    /// Who is who to the machine. When that changes, whoever watches has to come again and be looked at anew.
    let identities: [ID<Person>: Identity]

    struct Identity: Hashable, Sendable {
        var user: String?
        var role: Role
    }

    static func identities(in household: Household) -> [ID<Person>: Identity] {
        household.people.mapValues { Identity(user: $0.unixUser, role: $0.role) }
            .reduce(into: [:]) { $0[$1.key] = $1.value }
    }
}
