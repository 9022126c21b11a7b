import FamplanAPI
import Glibc
import Household

/// Who makes a request.
enum Actor: Hashable, Sendable {
    /// Root, or the daemon's own user.
    case admin
    case person(ID<Person>)

    /// What the history calls them.
    var name: String {
        switch self {
        case .admin: "admin"
        case .person(let id): id.rawValue
        }
    }

    /// The person whose Unix user the peer is; root and the daemon's own user are the administrator unless they are
    /// a parent's.
    init(_ peer: Peer?, in household: Household) throws(ErrorBody) {
        guard let peer else { throw ErrorBody(.notAllowed, "cannot tell who is asking: not a Unix socket") }
        let user = peer.userName
        let person = household.people.values.first { $0.unixUser != nil && $0.unixUser == user }
        if let person, person.role == .parent {
            self = .person(person.id)
        } else if peer.uid == 0 || peer.uid == geteuid() {
            self = .admin
        } else {
            throw Self.refusal(user ?? "uid \(peer.uid)", person)
        }
    }

    private static func refusal(_ user: String, _ person: Person?) -> ErrorBody {
        guard let person else {
            return ErrorBody(
                .notAllowed,
                "Unix user “\(user)” is nobody in this household: a parent's `unixUser` in the household file must name it"
            )
        }
        return ErrorBody(.notAllowed, "\(person.name) (Unix user “\(user)”) is not a parent of this household")
    }
}
