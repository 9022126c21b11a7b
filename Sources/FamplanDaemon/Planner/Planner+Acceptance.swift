import FamplanAPI
import Household
import ICalendar

/// Living with conflicts, and no longer.
extension Planner {
    func accept(_ request: AcceptRequest, by actor: Actor) throws -> ConflictAnswer {
        let reason = request.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty, reason.count <= 1_000 else {
            throw ErrorBody(.invalid, "cannot accept \(request.id): a reason of at most 1,000 letters is needed")
        }
        let until = try request.until.map(moment)
        let now = clock()
        return try answer(request.id, request.also) { known in
            known.acceptance = Acceptance(by: actor.name, reason: reason, at: now, until: until)
        }
    }

    func reopen(_ request: ReopenRequest) throws -> ConflictAnswer {
        try answer(request.id, request.also) { known in
            guard known.acceptance != nil else { throw ErrorBody(.clash, "conflict \(known.id) is open already") }
            known.acceptance = nil
        }
    }

    private func answer(
        _ id: String,
        _ also: [String]?,
        _ change: (inout KnownConflict) throws -> Void
    ) throws -> ConflictAnswer {
        let changed = try self.change([id] + (also ?? []), change)
        let items = changed.map { WireFormat(household: household).conflict($0) }
        return ConflictAnswer(conflict: items[0], also: Array(items.dropFirst()))
    }

    /// A day's midnight or a wall time, still to come.
    private func moment(_ text: String) throws -> Instant {
        let wall = try RangeWords(household, now: clock()).moment(text, option: "until")
        let instant = household.zone.instant(of: wall)
        guard instant > clock() else { throw ErrorBody(.invalid, "until: \(wall) is over already") }
        return instant
    }
}
