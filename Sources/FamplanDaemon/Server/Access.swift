import FamplanAPI
import Household

/// Who may use an endpoint: with the table of ``API``, all there is of what somebody may do.
///
/// How much they are shown of what they may ask for is ``Viewer``'s.
enum Access: String, CaseIterable, Sendable {
    /// Whoever can open the socket.
    case anybody
    /// Everybody of the household whom the machine knows: shown what concerns them.
    case household
    /// Parents, and the administrator. Whatever changes something is theirs.
    case parents
    /// Whoever is shown everything: the administrator, and parents while nothing is, or was, private to others. For what can
    /// only be given or taken as a whole, like the database.
    case everything

    func allows(_ viewer: Viewer, in household: Household) -> Bool {
        switch self {
        case .anybody, .household: true
        case .parents: viewer.plans
        case .everything: viewer.plans && !household.hides(from: viewer)
        }
    }

    /// Passes for those who may, and else says who may instead.
    func check(_ actor: Actor, _ viewer: Viewer, in household: Household) throws(ErrorBody) {
        guard !allows(viewer, in: household) else { return }
        throw refusal(actor, viewer, in: household)
    }

    /// Who may instead.
    func refusal(_ actor: Actor, _ viewer: Viewer, in household: Household) -> ErrorBody {
        let name = actor.name(in: household)
        if viewer.plans {
            return ErrorBody(
                .notAllowed,
                "cannot do that for \(name): it is about the whole database, and something in it is or was private to others "
                    + "(the administrator can: `sudo famplan …`)"
            )
        }
        let parents = household.people.values.filter { $0.role == .parent }.map(\.name)
        let names = [parents.dropLast().joined(separator: ", "), parents.last ?? ""].filter { !$0.isEmpty }
        return ErrorBody(
            .notAllowed,
            "cannot do that for \(name): it is for the parents of this household"
                + (names.isEmpty ? "" : " (\(names.joined(separator: " or ")) can do it for you)")
        )
    }
}
