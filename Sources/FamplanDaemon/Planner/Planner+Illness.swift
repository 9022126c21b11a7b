import FamplanAPI
import Household
import ICalendar
import Planning

/// A child that is ill stays at home.
extension Planner {
    func ill(_ request: IllRequest, by actor: Actor) throws -> ChangeAnswer {
        let snapshot = snapshot(for: .administrator)
        let reading = Reading(snapshot: snapshot)
        let id = try reading.person(request.person, option: "ill")
        guard let child = household.people[id], child.role == .child else {
            throw ErrorBody(
                .invalid,
                "cannot keep \(household.people[id]?.name ?? request.person) at home: not a child (for an adult: "
                    + "`famplan skip`, or `famplan add appointment --attention call`)"
            )
        }
        let last = try request.until.map(lastDay) ?? snapshot.today
        let interval = Interval(snapshot.now, household.zone.startOfDay(last.adding(days: 1)))
        let absence = Absence(of: id, in: interval, Plan(household, range: interval, now: snapshot.now))
        // What is private to others they know of, and see to.
        let viewer = actor.viewer(in: household)
        let changes = absence.changes.filter { !household.isHidden($0, from: viewer) }
        var draft = Draft(
            changes.filter { !$0.isOfFeed },
            summary: "\(child.name) is ill, until \(last.dayAndMonth)"
        )
        draft.warnings = changes.filter(\.isOfFeed).map { change in
            "\(change.item.id) comes from a feed and stays as it is: the plan has \(child.name) there"
        }
        draft.moments = [interval.start]
        return try make(draft, by: actor, options: request.options)
    }

    /// Today or a day to come, at most a month ahead.
    private func lastDay(_ text: String) throws -> CivilDate {
        let today = today
        let day = try RangeWords(household, now: clock()).moment(text, option: "until").date
        guard (today...today.adding(days: 31)).contains(day) else {
            throw ErrorBody(.invalid, "until: \(day) is not a day from \(today) to \(today.adding(days: 31))")
        }
        return day
    }
}
