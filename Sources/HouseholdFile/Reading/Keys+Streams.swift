import Household
import ICalendar

extension Keys {
    mutating func stream() -> Stream? {
        let id: ID<Stream>? = id(in: "streams")
        let name = value("name", Words.text)
        let owner: ID<Person>? = needed("owner", "the parent whose stream it is", Words.id)
        let kind: StreamKind? = needed("kind", "client, employment, product or admin", Words.word)
        let client = value("client", Words.anything)
        let attention: Attention? = value("attention", Words.word)
        let money = money()
        let archived = value("archived", Words.date)
        let weekly = mapping("weekly") { keys -> WeeklyHours? in
            WeeklyHours(min: keys.value("min", Words.duration), max: keys.value("max", Words.duration))
        }
        let hours = mappings("hours") { $0.window() }
        let resources: [ID<Resource>]? = list("resources", Words.id)
        let deadlines = mappings("deadlines") { $0.deadline() }
        guard let id, let owner, let kind else { return nil }
        return Stream(
            id: id,
            name: name ?? id.rawValue,
            owner: owner,
            kind: kind,
            client: client,
            attention: attention ?? .focus,
            billable: money.billable,
            currency: money.currency,
            rates: money.rates,
            revenue: money.revenue,
            budget: money.budget,
            target: money.target,
            archived: archived,
            weekly: weekly ?? WeeklyHours(),
            hours: hours ?? [],
            resources: resources ?? [],
            deadlines: deadlines ?? []
        )
    }

    private mutating func deadline() -> Deadline? {
        let id: ID<Deadline>? = needed("id", "a short name for it", Words.id)
        let title = value("title", Words.text)
        let due = needed("due", "2026-12-11T18:00", Words.dateTime)
        let remaining = needed("remaining", "the work that is left: 22h", Words.duration)
        guard let id, let due, let remaining else { return nil }
        return Deadline(id: id, title: title ?? id.rawValue, due: due, remaining: remaining)
    }
}
