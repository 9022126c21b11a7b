import FamplanAPI
import Feeds
import Household
import ICalendar
import Notifications
import Planning
import Storage

/// The daily digest, as it would be sent.
extension Planner {
    /// - Parameters:
    ///   - person: a parent's id; nil: the one who asks.
    ///   - date: a day in words; nil: today. Another day is judged as at its midnight.
    ///   - withBalance: as on the day of the week on which the balance is told.
    ///   - address: what links in messages begin with; what makes them work is left out. Nil: there are none.
    func digest(
        for person: String?,
        on date: String?,
        withBalance: Bool,
        linking address: String? = nil,
        by actor: Actor
    ) throws -> DigestReport {
        let now = clock()
        let person = try recipient(person, actor)
        let today = household.zone.wall(of: now).date
        let date =
            try date.map { try RangeWords(household, now: now).moment($0, option: "date").date } ?? today
        // Who asks for another's reads it, too: it says what both may know.
        var viewer = Viewer.parents([person])
        if case .person(let asking) = actor { viewer = .parents([person, asking]) }
        let message = try digest(for: person, on: date, isBalanceDay: withBalance, shownTo: viewer)
            .shown(linking: address)
        return DigestReport(
            person: person.rawValue,
            date: "\(date)",
            title: message.title,
            text: message.text,
            html: message.html ?? "",
            short: message.short
        )
    }

    /// What the person is told of the day; with the balance on the day of the week that they chose, too.
    func digest(
        for person: ID<Person>,
        on date: CivilDate,
        isBalanceDay: Bool,
        shownTo viewer: Viewer? = nil
    ) throws -> Message {
        let zone = household.zone
        let midnight = zone.startOfDay(date)
        let isToday = zone.wall(of: clock()).date == date
        let range = Interval(midnight, zone.startOfDay(date.adding(days: max(horizonDays, 8))))
        let (judged, conflicts) = try conflicts(in: range)
        let plan = (isToday ? judged : Plan(household, range: range, now: midnight)).seen(
            by: viewer ?? .parents([person])
        )
        let shown = viewer ?? .parents([person])
        let swaps = try store.openSwaps().filter { $0.isOpen(at: clock()) && !$0.isHidden(from: shown, in: household) }
        var digest = Digest(
            for: person,
            on: date,
            plan: plan,
            conflicts: conflicts,
            swaps: isToday ? swaps : [],
            now: plan.now,
            isBalanceDay: isBalanceDay || household.people[person]?.notify.balance == date.weekday,
            version: Version.current
        )
        digest.feeds = try feeds().map {
            FeedStanding(
                name: $0.record.name,
                lastSuccess: $0.state.lastSuccess,
                isStale: $0.state.staleSince != nil
            )
        }
        return digest.message
    }

    private func recipient(_ text: String?, _ actor: Actor) throws -> ID<Person> {
        let parents = household.people.values.filter { $0.role == .parent }
        guard let text else {
            if case .person(let id) = actor { return id }
            let ways = parents.map { "--for \($0.id)" }.joined(separator: " or ")
            throw ErrorBody(
                .invalid,
                "cannot tell whose digest is meant: the administrator has none"
                    + (ways.isEmpty ? " (and there are no parents yet)" : " (try \(ways))")
            )
        }
        let id = try Reading(snapshot: snapshot(for: .administrator)).person(text, option: "for")
        guard let parent = household.people[id], parent.role == .parent else {
            let names = parents.map(\.id.rawValue).joined(separator: ", ")
            throw ErrorBody(.invalid, "cannot make a digest for “\(text)”: only parents have one (\(names))")
        }
        return parent.id
    }
}
