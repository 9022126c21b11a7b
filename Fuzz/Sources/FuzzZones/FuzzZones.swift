import ICalendar

private let from = CivilDate(year: 2026, month: 1, day: 1) ?? .first
private let lower = Zone.utc.startOfDay(from)
private let upper = Zone.utc.startOfDay(from.adding(days: 365))

/// Any octets as a calendar: its VTIMEZONEs are zones that can be written and read again, its events have occurrences
/// in order, and not without end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzZones(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    guard let document = try? ICalendarParser.parse(octets) else { return 0 }
    for component in document.components.flatMap({ [$0] + $0.components }) {
        if let zone = VTimeZone(component)?.zone() { check(zone) }
    }
    if let calendar = try? CalendarFile.read(octets, defaultZone: .utc) {
        for event in calendar.events { check(event) }
    }
    return 0
}

private func check(_ zone: Zone) {
    let written = VTimeZone(zone.vTimeZone(named: "x", from: lower))
    precondition(written?.problems.isEmpty == true, "a zone that is written with mistakes")
    let read = written?.zone()
    // Every month of three years, so that both kinds of change are met.
    for day in stride(from: 0, to: 3 * 365, by: 30) {
        let instant = lower.adding(seconds: day * 86_400)
        precondition(read?.offset(at: instant) == zone.offset(at: instant), "another offset on day \(day)")
        let wall = zone.wall(of: instant)
        let back = zone.wall(of: zone.instant(of: wall))
        precondition(back >= wall, "a wall time before the one that was asked for")
    }
}

private func check(_ event: CalendarEvent) {
    let occurrences = event.occurrences(from: lower, until: upper)
    let most = RecurrenceSet.limit + event.extra.count + event.overrides.count
    precondition(occurrences.count <= most, "too many occurrences")
    let starts = occurrences.map(\.interval.start)
    precondition(zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }, "occurrences out of order")
    precondition(occurrences.allSatisfy { $0.interval.start <= $0.interval.end }, "an end before its start")
    precondition(occurrences.allSatisfy { $0.interval.start < upper }, "an occurrence outside of the window")
    // What the file holds is kept as text, and is a calendar again.
    precondition((try? ICalendarParser.parse(event.originalText.utf8)) != nil, "the original text is no calendar")
}
