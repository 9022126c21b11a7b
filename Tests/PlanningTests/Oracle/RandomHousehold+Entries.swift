import Household
import ICalendar

/// What stands in the calendar.
extension RandomHousehold {
    mutating func addEntries() {
        let kinds: [EntryKind] = [
            .work, .work, .work, .care, .care, .care, .school, .school, .school, .appointment, .appointment,
            .appointment, .away, .away, .family, .family,
        ]
        for number in 1...dice.number(7...17) {
            let id = ID<Entry>("entry-\(number)")!
            var entry = Entry(id: id, kind: dice.pick(kinds), title: "Entry \(number)", time: time())
            setPeople(&entry)
            setPlace(&entry)
            setDetails(&entry)
            setWholeDays(&entry)
            if dice.chance(55) { setRepetition(&entry) }
            if dice.chance(60) { setOverrides(&entry) }
            household.put(.entry(entry))
            if [.school, .care, .appointment].contains(entry.kind), dice.chance(65) { addNeighbours(of: entry) }
        }
    }

    var adults: [ID<Person>] { parents + carers }

    private mutating func setPeople(_ entry: inout Entry) {
        switch entry.kind {
        case .work:
            let owned = household.items.compactMap { item in if case .stream(let stream) = item { stream } else { nil }
            }
            let stream = dice.pick(owned)
            (entry.people, entry.stream) = ([stream.owner], stream.id)
        case .care:
            entry.people = dice.chance(60) ? dice.some(1...2, of: parents) : dice.some(1...2, of: adults)
            if !carers.isEmpty, dice.chance(35) { entry.people = dice.some(1...2, of: carers) }
            entry.children = dice.some(1...3, of: children)
        case .school: entry.people = dice.some(1...2, of: children)
        case .appointment, .away, .family:
            entry.people = anyone()
            if dice.chance(8) { entry.children = dice.some(1...1, of: children) }
        }
    }

    /// Children alone, adults alone, or both.
    mutating func anyone() -> [ID<Person>] {
        switch dice.number(1...3) {
        case 1: dice.some(1...2, of: children)
        case 2: dice.some(1...2, of: adults)
        default: dice.some(1...2, of: adults) + dice.some(1...2, of: children)
        }
    }

    private mutating func setPlace(_ entry: inout Entry) {
        let isAtHome =
            switch entry.kind {
            case .work, .care: dice.chance(55)
            case .appointment, .family: dice.chance(30)
            case .away: dice.chance(45)
            case .school: dice.chance(5)
            }
        entry.place = isAtHome ? nil : dice.pick(places)
        if isAtHome, dice.chance(10) { entry.place = Place.home.id }
    }

    private mutating func setDetails(_ entry: inout Entry) {
        let areChildrenAlone = entry.people.allSatisfy(children.contains)
        entry.tentative = dice.chance(12)
        if dice.chance(5) { entry.busy = dice.chance(30) }
        // Where the kind's own is free, another one tells whether the rules look at it.
        let isFree = [.care, .family].contains(entry.kind)
        if dice.chance(isFree ? 35 : 15) { entry.attention = dice.pick(Attention.allCases) }
        if entry.kind == .away { entry.supervised = dice.chance(areChildrenAlone ? 60 : 15) }
        if dice.chance(15) { entry.resources = dice.some(0...2, of: resources) }
        if dice.chance(3), entry.kind != .care { (entry.people, entry.children) = ([], []) }
        guard [.school, .care, .appointment].contains(entry.kind) else { return }
        if dice.chance(45) { entry.dropOff = dice.pick(adults) }
        if dice.chance(45) { entry.pickUp = dice.pick(adults) }
    }

    private mutating func setWholeDays(_ entry: inout Entry) {
        guard dice.chance(entry.kind == .away ? 15 : 7) else { return }
        entry.time = .allDay(first: entry.time.start.date, days: dice.number(1...3))
        if dice.chance(50) { entry.busy = dice.chance(70) }
    }

    private mutating func time() -> EntryTime {
        let start = wall(on: day())
        let zone = dice.chance(12) ? dice.pick(Self.zones) : nil
        return .timed(start: start, zone: zone, seconds: length(from: start))
    }

    mutating func day() -> CivilDate { from.adding(days: dice.number(-1...10)) }

    /// Mostly at one of the marks; sometimes in the night, when the clocks change.
    mutating func wall(on date: CivilDate) -> CivilDateTime {
        let minute =
            switch dice.number(1...100) {
            case 1...65: dice.pick(marks)
            case 66...75: dice.number(0...4 * 60 / grid) * grid
            default: dice.number(0...24 * 60 / grid - 1) * grid
            }
        return CivilDateTime(date, CivilTime(secondsSinceMidnight: minute * 60))
    }

    /// In seconds: to a mark, or anything up to eight hours, seldom a whole day.
    mutating func length(from start: CivilDateTime) -> Int {
        let minute = start.time.secondsSinceMidnight / 60
        let later = marks.filter { $0 > minute }
        if let mark = dice.pickAny(later), dice.chance(55) { return (mark - minute) * 60 }
        if dice.chance(4) { return dice.pick([23, 24, 25, 36]) * 3600 }
        return dice.number(1...8 * 60 / grid) * grid * 60
    }
}
