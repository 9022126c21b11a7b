import FamplanAPI
import Household

/// Who may use an endpoint: with the table of ``API``, all there is of what somebody may do.
///
/// How much they are shown of what they may ask for is ``Viewer``'s.
enum Access: String, CaseIterable, Sendable {
    /// Everybody of the household whom the machine knows: shown what concerns them.
    case household
    /// Parents, and the administrator. Whatever changes something is theirs.
    case parents

    func allows(_ viewer: Viewer) -> Bool {
        switch self {
        case .household: true
        case .parents: viewer.plans
        }
    }

    /// Passes for those who may, and else says who may instead.
    func check(_ actor: Actor, _ viewer: Viewer, in household: Household) throws(ErrorBody) {
        guard !allows(viewer) else { return }
        let parents = household.people.values.filter { $0.role == .parent }.map(\.name)
        let names =
            parents.count < 2
            ? parents.joined() : parents.dropLast().joined(separator: ", ") + " or " + parents[parents.count - 1]
        throw ErrorBody(
            .notAllowed,
            "cannot do that for \(actor.name(in: household)): it is for the parents of this household"
                + (names.isEmpty ? "" : " (\(names) can do it for you)")
        )
    }
}
