import Household
import ICalendar

/// Occurrences that are not as the others.
extension RandomHousehold {
    mutating func setOverrides(_ entry: inout Entry) {
        let chosen = dice.some(0...3, of: starts(of: entry))
        entry.overrides = chosen.map { start in
            dice.chance(20)
                ? Override(of: start, change: .cancelled)
                : Override(of: start, change: .changed(fields(of: entry, at: start)))
        }
    }

    private mutating func fields(of entry: Entry, at start: CivilDateTime) -> Override.Fields {
        var fields = Override.Fields()
        if dice.chance(50) { fields.start = otherStart(of: entry, start) }
        if dice.chance(35) { fields.length = entry.time.isAllDay ? dice.number(1...3) : length(from: start) }
        if dice.chance(25) { setPeople(&fields, of: entry) }
        if dice.chance(25) { fields.place = dice.pick(places + [Place.home.id]) }
        if dice.chance(10) { fields.tentative = !entry.tentative }
        if dice.chance(5) { fields.busy = dice.chance(50) }
        if dice.chance(10) { fields.attention = dice.pick(Attention.allCases) }
        if dice.chance(10) { fields.resources = dice.some(0...2, of: resources) }
        if [.school, .care, .appointment].contains(entry.kind) {
            if dice.chance(20) { fields.dropOff = dice.pick(adults) }
            if dice.chance(20) { fields.pickUp = dice.pick(adults) }
        }
        return fields
    }

    /// Another time of the day, or of another day; never a day on which nothing starts.
    private mutating func otherStart(of entry: Entry, _ start: CivilDateTime) -> CivilDateTime? {
        let date = start.date.adding(days: dice.pick([0, 0, 0, 1, -1, 2, 5]))
        guard !entry.repetition.exceptDays.contains(where: { $0.contains(date) }) else { return nil }
        return entry.time.isAllDay ? CivilDateTime(date, .midnight) : wall(on: date)
    }

    /// Who fits the kind. Work stays with the stream's owner.
    private mutating func setPeople(_ fields: inout Override.Fields, of entry: Entry) {
        switch entry.kind {
        case .work: break
        case .care:
            fields.people = dice.some(1...2, of: adults)
            if dice.chance(50) { fields.children = dice.some(1...2, of: children) }
        case .school: fields.people = dice.some(1...2, of: children)
        case .appointment, .away, .family: fields.people = anyone()
        }
    }
}
