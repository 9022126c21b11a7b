import Household
import ICalendar

extension Keys {
    mutating func person() -> Person? {
        let id: ID<Person>? = id(in: "people")
        let name = value("name", Words.text)
        let role: Role? = needed("role", "parent, child or carer", Words.word)
        let unixUser = value("unixUser", Words.text)
        let work = mapping("work") { $0.workLimits() }
        let born = value("born", Words.date)
        let escort = value("escort", Words.flag)
        let aloneUpTo = value("aloneUpTo", Words.duration)
        let care = mappings("care") { $0.careWindow() }
        let helps = mappings("helps") { $0.window() }
        let rules = rules()
        let notify = mapping("notify") { $0.notificationSettings() }
        guard let id, let role else { return nil }
        return Person(
            id: id,
            name: name ?? id.rawValue,
            role: role,
            unixUser: unixUser,
            work: work ?? WorkLimits(),
            born: born,
            escort: escort ?? true,
            aloneUpTo: aloneUpTo ?? 0,
            care: care ?? [],
            helps: helps ?? [],
            rules: rules,
            notify: notify ?? NotificationSettings()
        )
    }

    private mutating func workLimits() -> WorkLimits? {
        WorkLimits(
            perDay: value("perDay", Words.duration),
            perWeek: value("perWeek", Words.duration),
            rest: value("rest", Words.duration)
        )
    }

    private mutating func careWindow() -> CareWindow? {
        let level: CareLevel? = needed("level", "hands-on, present or nearby", Words.word)
        guard let window = window(), let level else { return nil }
        return CareWindow(window: window, level: level)
    }
}
