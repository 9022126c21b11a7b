import Household
import ICalendar

/// How entries come back, and when they do not.
extension RandomHousehold {
    mutating func setRepetition(_ entry: inout Entry) {
        // Some weeks earlier, so that most of it lies in the range.
        let first = from.adding(days: -dice.number(0...40))
        switch entry.time {
        case .timed(let start, let zone, let seconds):
            entry.time = .timed(start: CivilDateTime(first, start.time), zone: zone, seconds: seconds)
        case .allDay(_, let days):
            entry.time = .allDay(first: first, days: days)
        }
        let text = frequency(from: first) + limit(entry)
        guard let rule = try? RecurrenceRule(text) else { preconditionFailure("not a rule: \(text)") }
        entry.repetition.rule = rule
        if dice.chance(25) { addExtraStarts(&entry) }
        if dice.chance(40) { addExceptions(&entry) }
    }

    private mutating func frequency(from first: CivilDate) -> String {
        let interval = dice.chance(35) ? ";INTERVAL=\(dice.number(2...4))" : ""
        switch dice.number(1...10) {
        case 1...2: return "FREQ=DAILY" + interval
        case 3: return "FREQ=DAILY" + interval + ";BYDAY=MO,WE,TH,SA"
        case 4: return "FREQ=MONTHLY" + dice.pick(["", ";BYMONTHDAY=\(to.day),-1", ";BYMONTHDAY=1,10,15,20,27"])
        case 5: return "FREQ=WEEKLY" + interval
        default:
            var days = dice.some(1...5, of: Weekday.allCases)
            // Mostly the start is one of the rule's dates.
            if dice.chance(85), !days.contains(first.weekday) { days.append(first.weekday) }
            let names = days.sorted().map(\.icalendar).joined(separator: ",")
            return "FREQ=WEEKLY" + interval + ";BYDAY=" + names + dice.pick(["", "", ";WKST=SU", ";WKST=WE"])
        }
    }

    /// COUNT, UNTIL or neither; UNTIL often at the very start that is to be the last.
    private mutating func limit(_ entry: Entry) -> String {
        if dice.chance(20) { return ";COUNT=\(dice.number(1...25))" }
        guard dice.chance(30) else { return "" }
        let date = from.adding(days: dice.number(-2...9))
        switch entry.time {
        case .allDay: return ";UNTIL=" + date.description.filter { $0 != "-" }
        case .timed(let start, let zone, _):
            let last = SlowZone(zone ?? household.settings.timeZone).instant(CivilDateTime(date, start.time))
            let utc = SlowZone("UTC").wall(last + dice.pick([0, 0, -60, 3600]))
            return ";UNTIL=" + utc.icalendar + "Z"
        }
    }

    private mutating func addExtraStarts(_ entry: inout Entry) {
        for _ in 1...dice.number(1...2) {
            let date = day()
            guard date > entry.time.start.date else { continue }
            let start = entry.time.isAllDay ? CivilDateTime(date, .midnight) : wall(on: date)
            if !entry.repetition.also.contains(start) { entry.repetition.also.append(start) }
        }
    }

    private mutating func addExceptions(_ entry: inout Entry) {
        if dice.chance(60) {
            let first = day()
            entry.repetition.exceptDays.append(first...first.adding(days: dice.pick([0, 0, 1, 3])))
        }
        if dice.chance(50), let start = dice.pickAny(starts(of: entry)) { entry.repetition.exceptStarts.append(start) }
    }

    /// The original starts that fall about the range.
    func starts(of entry: Entry) -> [CivilDateTime] {
        var zone = SlowZone(household.settings.timeZone)
        if case .timed(_, let name?, _) = entry.time { zone = SlowZone(name) }
        return SlowOccurrences.starts(of: entry, in: zone, before: to.adding(days: 2))
            .filter { $0.date >= from.adding(days: -2) }
    }
}
