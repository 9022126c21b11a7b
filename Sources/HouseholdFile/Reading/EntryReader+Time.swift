import Household
import ICalendar

/// When an entry is: `start`, `end` or `duration`, `allDay`, `timeZone`.
extension EntryReader {
    /// Nil where the start cannot be told. A length that cannot is noted, and an hour or a day put in its place.
    func time(_ keys: inout Keys) -> EntryTime? {
        let isAllDay = keys.value("allDay", Words.flag)
        let zoneName = keys.value("timeZone", zones.name)
        let start = keys.needed("start", "2026-11-23T14:00, or a date for whole days", Words.moment)
        let length = Length(&keys)
        switch start {
        case .day(let first):
            guard isAllDay ?? true else {
                keys.note("start", "“\(first)” has no time of day (\(first)T14:00), and allDay is false")
                return nil
            }
            return .allDay(first: first, days: length.days(from: first, &keys) ?? 1)
        case .wall(let wall):
            guard isAllDay != true else {
                keys.note("start", "“\(wall)” has a time of day, but the entry is all day (\(wall.date))")
                return nil
            }
            let seconds = length.seconds(from: wall, in: zone(named: zoneName), &keys)
            return .timed(start: wall, zone: zoneName, seconds: seconds ?? Span.hour)
        case .time(let time):
            keys.note("start", "“\(time)” has no date (2026-11-23T\(time))")
            return nil
        case nil:
            return nil
        }
    }

    /// The zone of wall times; the household's where no other is named.
    func zone(named name: String?) -> Zone {
        name.flatMap { try? zones.zone($0) } ?? zone
    }
}

/// How long something is, as the file says it: `end` or `duration`.
struct Length {
    private let end: Moment?
    private let duration: Int?
    /// Whether nothing is said of it.
    let isDefault: Bool

    init(_ keys: inout Keys) {
        isDefault = !keys.has("end") && !keys.has("duration")
        duration = keys.value("duration", Words.duration)
        end = keys.value("end", Words.moment)
        if keys.has("end"), keys.has("duration") {
            keys.note("duration", "there is an end already (give one of the two)")
        }
    }

    /// Nil, and noted, where there is none.
    func seconds(from start: CivilDateTime, in zone: Zone, _ keys: inout Keys) -> Int? {
        if let duration { return duration }
        guard let end = wallEnd(from: start, &keys) else {
            if isDefault { keys.note("end", "an end or a duration is needed (end: 15:00, duration: 1h)") }
            return nil
        }
        let seconds = zone.instant(of: end) - zone.instant(of: start)
        if seconds <= 0 { keys.note("end", "\(end) is not after the start, \(start)") }
        return seconds > 0 ? seconds : nil
    }

    /// Whole days; one, where nothing is said.
    func days(from first: CivilDate, _ keys: inout Keys) -> Int? {
        if let duration {
            if duration % Span.day != 0 { keys.note("duration", "an all-day entry lasts whole days (3d)") }
            return duration / Span.day
        }
        switch end {
        case .day(let last):
            if last < first { keys.note("end", "\(last), the last day, is before the first, \(first)") }
            return last < first ? nil : last.daysSinceEpoch - first.daysSinceEpoch + 1
        case .wall, .time:
            keys.note("end", "the end of an all-day entry is its last day, a date (\(first))")
            return nil
        case nil:
            return isDefault ? 1 : nil
        }
    }

    /// A time of day alone is the first one after the start.
    private func wallEnd(from start: CivilDateTime, _ keys: inout Keys) -> CivilDateTime? {
        switch end {
        case .wall(let wall): return wall
        case .time(let time):
            let sameDay = CivilDateTime(start.date, time)
            return sameDay < start ? CivilDateTime(start.date.adding(days: 1), time) : sameDay
        case .day(let date):
            keys.note("end", "“\(date)” has no time of day (\(date)T15:00)")
            return nil
        case nil: return nil
        }
    }
}
