import FamplanAPI
import Household
import ICalendar
import Storage

/// Logging what is over, mending it, taking it out.
extension Planner {
    func addTime(_ request: LogAddRequest, by actor: Actor) throws -> LogAnswer {
        let person = try logger(request.person, by: actor)
        let activity = try certainActivity(request.what, of: person)
        let start = try logMoments.moment(request.from, option: "from")
        let end = try end(to: request.to, length: request.length, from: start)
        guard let end else {
            throw ErrorBody(
                .invalid,
                "cannot log without an end: say until when, or for how long (--to 17:00, --for 90m)"
            )
        }
        let planned = PlannedActivities(household, of: person, at: start, for: actor.viewer(in: household))
            .underWay(activity)
        let time = LoggedTime(
            id: try store.nextLoggedTime(),
            person: person.id,
            activity: activity,
            start: start,
            end: end,
            note: try note(request.note),
            occurrence: planned?.occurrence,
            isPrivate: request.isPrivate || (planned?.isPrivate ?? false && person.role == .parent)
        )
        let draft = LogDraft(
            changes: [LoggedChange(adding: time)],
            summary: "log \(logWords(for: actor).activity(activity))"
        )
        return try make(draft, by: actor, dryRun: request.dryRun)
    }

    func editTime(_ request: LogEditRequest, by actor: Actor) throws -> LogAnswer {
        let before = try time(request.number, by: actor)
        var time = before
        if !request.what.isEmpty {
            let person = household.people[before.person]
            guard let person else {
                throw ErrorBody(
                    .notFound,
                    "cannot change what it was: “\(before.person)” is no longer in the household"
                )
            }
            time.activity = try certainActivity(request.what, of: person)
            if time.activity != before.activity { time.occurrence = nil }
        }
        if let from = request.from {
            let day = household.zone.wall(of: before.start).date
            time.start = try logMoments.moment(from, option: "from", .day(day))
        }
        if let end = try end(to: request.to, length: request.length, from: time.start) { time.end = end }
        if request.note != nil { time.note = try note(request.note) }
        if let isPrivate = request.isPrivate { time.isPrivate = isPrivate }
        let draft = LogDraft(
            changes: time == before ? [] : [LoggedChange(from: before, to: time)],
            summary: "edit logged \(logWords(for: actor).activity(before.activity)) (\(before.id))"
        )
        return try make(draft, by: actor, dryRun: request.dryRun)
    }

    func removeTime(_ request: LogRemoveRequest, by actor: Actor) throws -> LogAnswer {
        let time = try time(request.number, by: actor)
        let draft = LogDraft(
            changes: [LoggedChange(removing: time)],
            summary: "remove logged \(logWords(for: actor).activity(time.activity)) (\(time.id))"
        )
        return try make(draft, by: actor, dryRun: request.dryRun)
    }

    private func time(_ number: Int, by actor: Actor) throws -> LoggedTime {
        guard let time = try store.loggedTime(number) else {
            throw ErrorBody(.notFound, "no logged time \(number) (`famplan log` shows their numbers)")
        }
        try checkOwner(of: time, by: actor)
        return time
    }

    /// Nil where neither is said.
    private func end(to: String?, length: String?, from start: Instant) throws -> Instant? {
        if to != nil, length != nil {
            throw ErrorBody(.invalid, "cannot take both an end and a length (--to, --for): one of them says it all")
        }
        if let length { return start.adding(seconds: try logMoments.length(length)) }
        return try to.map { try logMoments.moment($0, option: "to", .after(start)) }
    }
}
