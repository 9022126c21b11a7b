import FamplanAPI
import Glibc
import Household

/// Who makes a request.
enum Actor: Hashable, Sendable {
    /// Root, or the daemon's own user.
    case admin
    case person(ID<Person>)
    /// A calendar that is followed.
    case feed(ID<Feed>)

    /// What the history calls them.
    var name: String {
        switch self {
        case .admin: "admin"
        case .person(let id): id.rawValue
        // Nobody's id has a blank in it.
        case .feed(let id): "feed \(id)"
        }
    }

    /// What a sentence calls them.
    func name(in household: Household) -> String {
        switch self {
        case .admin: "the administrator"
        case .person(let id): household.people[id]?.name ?? id.rawValue
        case .feed(let id): "the feed \(id)"
        }
    }

    /// How much they are shown.
    func viewer(in household: Household) -> Viewer {
        guard case .person(let id) = self else { return .administrator }
        return household.people[id].map(Viewer.init) ?? .carer(id)
    }

    /// The person whose Unix user the peer is; root and the daemon's own user are the administrator unless they are
    /// a parent's.
    init(_ peer: Peer?, in household: Household) throws(ErrorBody) {
        guard let peer else { throw ErrorBody(.notAllowed, "cannot tell who is asking: not a Unix socket") }
        try self.init(uid: peer.uid, named: peer.userName, in: household)
    }

    /// - Parameters:
    ///   - user: the name of the account, nil where it has none.
    ///   - own: the uid of the daemon.
    init(uid: UInt32, named user: String?, own: UInt32 = geteuid(), in household: Household) throws(ErrorBody) {
        let person = household.people.values.first { $0.unixUser != nil && $0.unixUser == user }
        if let person, person.role == .parent {
            self = .person(person.id)
        } else if uid == 0 || uid == own {
            self = .admin
        } else if let person {
            self = .person(person.id)
        } else {
            throw ErrorBody(
                .notAllowed,
                "cannot answer Unix user “\(user ?? "uid \(uid)")”, who is nobody in this household: a person's "
                    + "`unixUser` in the household file must name it (a parent can add it with `famplan apply`)"
            )
        }
    }
}
