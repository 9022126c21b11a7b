import Household
import ICalendar

extension Pairs {
    init(_ stream: Stream) {
        add("id", .id(stream.id))
        add("name", stream.name, unless: stream.id.rawValue, Tree.free)
        add("owner", .id(stream.owner))
        add("kind", .word(stream.kind.rawValue))
        add("client", stream.client.map(Tree.free))
        add("attention", stream.attention, unless: .focus) { .word($0.rawValue) }
        addMoney(of: stream)
        add("archived", stream.archived.map { .word($0.description) })
        var weekly = Pairs()
        weekly.add("min", stream.weekly.min.map(Tree.span))
        weekly.add("max", stream.weekly.max.map(Tree.span))
        add("weekly", map: weekly)
        add("hours", list: stream.hours.map { .map(Tree.window($0)) })
        add("resources", list: stream.resources.map(Tree.id))
        add("deadlines", list: stream.deadlines.map { .map(Pairs($0).pairs) })
    }

    private init(_ deadline: Deadline) {
        add("id", .id(deadline.id))
        add("title", deadline.title, unless: deadline.id.rawValue, Tree.free)
        add("due", .quoted(deadline.due.description))
        add("remaining", .span(deadline.remaining))
    }
}
