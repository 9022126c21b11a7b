import FamplanAPI
import Household
import ICalendar

/// Living with a conflict, and no longer.
extension Planner {
    func accept(_ request: AcceptRequest, by actor: Actor) throws -> ConflictItem {
        let reason = request.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty, reason.count <= 1_000 else {
            throw ErrorBody(.invalid, "cannot accept \(request.id): a reason of at most 1,000 letters is needed")
        }
        let until = try request.until.map(moment)
        let known = try change(request.id) { known in
            known.acceptance = Acceptance(by: actor.name, reason: reason, at: clock(), until: until)
        }
        return WireFormat(household: household).conflict(known)
    }

    func reopen(_ request: ReopenRequest) throws -> ConflictItem {
        let known = try change(request.id) { known in
            guard known.acceptance != nil else { throw ErrorBody(.clash, "conflict \(known.id) is open already") }
            known.acceptance = nil
        }
        return WireFormat(household: household).conflict(known)
    }

    /// A day's midnight or a wall time, still to come.
    private func moment(_ text: String) throws -> Instant {
        let wall = try RangeWords(household, now: clock()).moment(text, option: "until")
        let instant = household.zone.instant(of: wall)
        guard instant > clock() else { throw ErrorBody(.invalid, "until: \(wall) is over already") }
        return instant
    }
}
