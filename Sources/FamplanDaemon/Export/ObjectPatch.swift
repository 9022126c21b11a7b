import Household
import ICalendar

/// One entry held against what the text says of it.
struct ObjectPatch {
    let household: Household
    let exported: ExportedEntry
    let said: Entry
    /// The TZID that the text uses; nil where its times are floating.
    let zoneName: String?
    /// The occurrences whose components were seen.
    private var seen: Set<CivilDateTime> = []

    init(household: Household, exported: ExportedEntry, said: Entry, zoneName: String?) {
        (self.household, self.exported, self.said, self.zoneName) = (household, exported, said, zoneName)
    }

    var now: Entry { exported.entry }

    /// The times as the text writes them, where the zone is still the same.
    private var times: ExportedTimes {
        var times = ExportedTimes(now, in: household)
        if said.zoneName == now.zoneName { times.zoneName = zoneName }
        return times
    }

    private var isRepeatedOtherwise: Bool {
        said.repetition != now.repetition || said.cancelled != now.cancelled || said.zoneName != now.zoneName
    }

    func series(_ component: Component) -> Component {
        var patched = component
        if said.time != now.time { patched.put(times.span(now.time.start, length: times.length), for: Self.span) }
        if isRepeatedOtherwise { patched.put(times.repetition, for: Self.repetition) }
        patchContent(&patched, from: said, to: now)
        if !said.isFamplanAlike(now) {
            patched.put(now.famplanLines(), for: FamplanName.allCases.map(\.property))
        }
        return patched == component ? component : revised(patched)
    }

    /// Nil where there is no such occurrence any more. One that never counted, as an older state of another, stays.
    mutating func occurrence(_ component: Component) -> Component? {
        guard let original = original(of: component) else { return nil }
        return occurrence(component, of: original)
    }

    /// The component that stands for an original start, whatever it calls it.
    mutating func occurrence(_ component: Component, of original: CivilDateTime) -> Component? {
        guard said.overrides.contains(where: { $0.of == original }) else {
            return now.overrides.contains { $0.of == original } ? nil : component
        }
        seen.insert(original)
        guard let override = now.overrides.first(where: { $0.of == original }),
            case .changed(let fields) = override.change
        else { return nil }
        let before = said.fields(ofOverride: original)
        var patched = component
        let isElsewhere = said.zoneName != now.zoneName
        let (start, length) = (fields.start ?? original, fields.length ?? times.length)
        if isElsewhere || start != before.start ?? original || length != before.length ?? said.lengthNumber {
            patched.put(times.span(start, length: length), for: Self.span)
        }
        if isElsewhere { patched.set(times.line("RECURRENCE-ID", [original])) }
        let (own, new) = (said.applying(before), now.applying(fields))
        patchContent(&patched, from: own, to: new)
        if !own.isFamplanAlike(new) {
            patched.put(new.famplanLines(ofOccurrence: true), for: FamplanName.allCases.map(\.property))
        }
        return patched == component ? component : revised(patched)
    }

    /// What is not as the series only since.
    var newOccurrences: [Component] {
        now.overrides.compactMap { override in
            guard case .changed(let fields) = override.change, !seen.contains(override.of) else { return nil }
            // An RDATE with an end of its own says it already.
            if !isRepeatedOtherwise, said.overrides.contains(override) { return nil }
            return exported.occurrence(override.of, fields, times: times)
        }
    }

    /// The original start that a component names; nil where that cannot be told without more.
    func original(of component: Component) -> CivilDateTime? {
        guard let line = component.first("RECURRENCE-ID"), let time = try? TimeValue(line.value) else { return nil }
        if said.time.isAllDay, case .local(let wall) = time {
            // Some name a day by its midnight, in whatever zone.
            let day = CivilDateTime(wall.date, .midnight)
            return said.overrides.contains { $0.of == day } ? day : nil
        }
        let name = line.parameter("TZID")
        guard name == nil || name == zoneName else { return nil }
        switch time {
        case .date(let date): return CivilDateTime(date, said.time.start.time)
        case .local(let wall): return wall
        case .utc(let wall): return household.zone(of: said).wall(of: Zone.utc.instant(of: wall))
        }
    }

    /// Whether a component was seen for each occurrence that is not as the others.
    var hasSeenAll: Bool { said.overrides.allSatisfy { $0.change == .cancelled || seen.contains($0.of) } }

    private static let span = ["DTSTART", "DTEND", "DURATION"]
    private static let repetition = ["RRULE", "RDATE", "EXDATE", "EXRULE"]
}

extension Entry {
    fileprivate var cancelled: Set<CivilDateTime> { Set(overrides.filter { $0.change == .cancelled }.map(\.of)) }

    /// Seconds; days for whole days.
    fileprivate var lengthNumber: Int {
        switch time {
        case .timed(_, _, let seconds): seconds
        case .allDay(_, let days): days
        }
    }

    fileprivate var zoneName: String? {
        if case .timed(_, let zone, _) = time { zone } else { nil }
    }

    /// Whether what only famplan knows is the same.
    fileprivate func isFamplanAlike(_ other: Entry) -> Bool {
        var (one, two) = (self, other)
        // What iCalendar says itself is no concern of famplan's lines.
        (one.id, one.busy, one.time, one.url) = (two.id, two.busy, two.time, two.url)
        return one.famplanLines() == two.famplanLines()
    }
}
