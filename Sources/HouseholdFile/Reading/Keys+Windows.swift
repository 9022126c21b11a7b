import Household
import ICalendar

extension Keys {
    /// `days`, `from` and `to` of a window; nil where one of them is missing or wrong.
    mutating func window() -> Window? {
        let days = list("days", Words.days)
        if !has("days") { note("days", "is needed (daily, weekdays, weekends, mon, or a list)") }
        let from = needed("from", "\"08:00\"", Words.time)
        let to = needed("to", "\"18:00\"", Words.time)
        guard let days, let from, let to else { return nil }
        return Window(days: days.reduce(into: []) { $0.formUnion($1) }, from: from, to: to)
    }

    /// The id of a thing; the way to it goes by it from then on, instead of by its number in the list.
    mutating func id<Noun>(in section: String) -> ID<Noun>? {
        guard let id: ID<Noun> = needed("id", "a short name for it: lower-case letters, digits, “-”", Words.id) else {
            return nil
        }
        path = [section, id.rawValue]
        return id
    }
}
