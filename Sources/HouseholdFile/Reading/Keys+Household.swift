import Household
import ICalendar

extension Keys {
    /// The settings. The zone stays as it was before where the file names none; it is nobody's default.
    mutating func settings(before: Settings, zones: ZoneCache) -> Settings {
        var settings = Settings(timeZone: before.timeZone)
        settings.name = value("name", Words.text) ?? settings.name
        settings.timeZone = value("timeZone", zones.name) ?? settings.timeZone
        settings.weekStart = value("weekStart", Words.weekday) ?? settings.weekStart
        settings.currency = value("currency", Words.text) ?? settings.currency
        settings.exchange = exchange()
        settings.coverage = value("coverage", Words.word) ?? settings.coverage
        settings.minimumGap = value("minimumGap", Words.duration) ?? settings.minimumGap
        settings.protected =
            mappings("protected") { keys in
                let label = keys.value("label", Words.anything)
                return keys.window().map { ProtectedTime(window: $0, label: label) }
            } ?? []
        settings.rules = rules()
        settings.weights = weights()
        return settings
    }

    mutating func place() -> Place? {
        let id: ID<Place>? = id(in: "places")
        let name = value("name", Words.text)
        let minutes = needed("minutesFromHome", "the way there, one way: 15", Words.minutes)
        guard let id, let minutes else { return nil }
        return Place(id: id, name: name ?? id.rawValue, minutesFromHome: minutes)
    }

    /// A way between two places; it has no id of its own.
    mutating func travel() -> Travel? {
        let between: [ID<Place>]? = list("between", Words.id)
        if between?.count != 2, !report.isWrong(at: path + ["between"]) {
            note("between", "two places are needed ([school, office])")
        }
        let minutes = needed("minutes", "the way from one to the other: 50", Words.minutes)
        guard let between, between.count == 2, let minutes else { return nil }
        let travel = Travel(between: Travel.Pair(between[0], between[1]), minutes: minutes)
        path = ["travel", travel.id.rawValue]
        return travel
    }

    mutating func resource() -> Resource? {
        let id: ID<Resource>? = id(in: "resources")
        let name = value("name", Words.text)
        return id.map { Resource(id: $0, name: name ?? $0.rawValue) }
    }
}
