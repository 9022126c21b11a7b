import Household
import ICalendar

extension RandomHousehold {
    mutating func entry(_ index: Int) -> Entry {
        Entry(
            id: Self.id("entry-\(index)"),
            kind: dice.pick(EntryKind.allCases),
            title: text(),
            note: dice.flag() ? text() : nil,
            people: dice.some(people),
            children: dice.some(people),
            stream: dice.flag() ? dice.pick(Array(household.streams.keys)) : nil,
            place: dice.flag() ? dice.pick(places) : nil,
            attention: dice.maybe { $0.pick(Attention.allCases) },
            busy: dice.maybe { $0.flag() },
            tentative: dice.flag(),
            supervised: dice.flag(),
            isPrivate: dice.flag(),
            time: entryTime(),
            repetition: repetition(),
            overrides: overrides(),
            resources: dice.flag() ? dice.some(resources) : nil,
            dropOff: dice.flag() ? dice.pick(people) : nil,
            pickUp: dice.flag() ? dice.pick(people) : nil,
            remind: dice.maybe { $0.number(0...7_200) },
            movable: dice.pick(Movable.allCases),
            url: dice.flag() ? text() : nil,
            uid: dice.maybe { _ in "uid-\(index)@example.org" }
        )
    }

    private mutating func entryTime() -> EntryTime {
        guard dice.flag() else { return .allDay(first: date(), days: dice.number(1...9)) }
        let zone = dice.maybe { $0.pick(["Europe/London", "Asia/Tokyo"]) }
        return .timed(start: wall(), zone: zone, seconds: dice.number(0...90_000))
    }

    private mutating func repetition() -> Repetition {
        let rules = ["FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", "FREQ=DAILY;UNTIL=20270702T215959Z"]
        return Repetition(
            rule: dice.maybe { $0.pick(rules) }.flatMap { try? RecurrenceRule($0) },
            also: dice.few { _ in 0 }.map { _ in wall() },
            exceptDays: dice.few { $0.number(0...50) }.map { length in
                let first = date()
                return first...first.adding(days: length)
            },
            exceptStarts: dice.few { _ in 0 }.map { _ in wall() }
        )
    }

    private mutating func overrides() -> [Override] {
        let starts = Set(dice.few { _ in 0 }.map { _ in wall() }).sorted()
        return starts.map { start in
            Override(of: start, change: dice.flag() ? .cancelled : .changed(fields()))
        }
    }

    private mutating func fields() -> Override.Fields {
        var fields = Override.Fields()
        fields.start = dice.flag() ? wall() : nil
        fields.length = dice.maybe { $0.number(0...9_000) }
        fields.title = dice.flag() ? text() : nil
        fields.note = dice.flag() ? text() : nil
        fields.people = dice.flag() ? dice.some(people) : nil
        fields.children = dice.flag() ? dice.some(people) : nil
        fields.place = dice.flag() ? dice.pick(places) : nil
        fields.attention = dice.maybe { $0.pick(Attention.allCases) }
        fields.busy = dice.maybe { $0.flag() }
        fields.tentative = dice.maybe { $0.flag() }
        fields.resources = dice.flag() ? dice.some(resources) : nil
        fields.dropOff = dice.flag() ? dice.pick(people) : nil
        fields.pickUp = dice.flag() ? dice.pick(people) : nil
        for field in Override.Clearable.allCases where dice.flag() { fields.clear(field) }
        return fields
    }
}
