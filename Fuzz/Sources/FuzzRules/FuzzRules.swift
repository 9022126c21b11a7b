import ICalendar

private let berlin = (try? ZoneDatabase.system.zone("Europe/Berlin")) ?? .utc

/// Any text as a recurrence rule: it is read the same again from its own text, and its dates come in order, the same
/// ones wherever one begins.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRules(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = UnsafeBufferPointer(start: start, count: count)
    guard let rule = try? RecurrenceRule(String(decoding: octets, as: UTF8.self)) else { return 0 }
    precondition((try? RecurrenceRule(rule.description)) == rule, "\(rule) is not read as itself")
    let first = CivilDateTime(firstDay(of: octets), .midnight)
    let dates = Array(rule.dates(from: first, in: berlin).prefix(30))
    precondition(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }, "\(rule): dates out of order")
    precondition(dates.allSatisfy { $0 >= first }, "\(rule): a date before the start")
    if let count = rule.count { precondition(dates.count <= count, "\(rule): too many dates") }
    checkMiddle(rule, first, dates)
    checkSet(rule, first, dates)
    return 0
}

/// The 29 February of a leap year, and days around it.
private func firstDay(of octets: UnsafeBufferPointer<UInt8>) -> CivilDate {
    let leapDay = CivilDate(year: 2024, month: 2, day: 29) ?? .first
    return leapDay.adding(days: Int(octets.last ?? 0) % 64)
}

private func checkMiddle(_ rule: RecurrenceRule, _ first: CivilDateTime, _ dates: [CivilDateTime]) {
    let rest = dates.dropFirst(dates.count / 2)
    guard let middle = rest.first else { return }
    let found = Array(rule.dates(from: first, in: berlin, notBefore: middle).prefix(rest.count))
    precondition(found == Array(rest), "\(rule): other dates from the middle on")
}

/// One window of a series is bounded, whatever the rule; 26 days, for a rule of seconds gives no more there than it may.
private func checkSet(_ rule: RecurrenceRule, _ first: CivilDateTime, _ dates: [CivilDateTime]) {
    let series = RecurrenceSet(start: first, zone: berlin, rule: rule)
    let starts = series.starts(from: first, until: first.adding(seconds: 26 * 86_400))
    precondition(starts.first == first && starts.count <= RecurrenceSet.limit, "\(rule): too many starts")
    precondition(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }, "\(rule): starts out of order")
    let next = dates.first { $0 > first }
    if let next { precondition(series.next(after: first) == next, "\(rule): another next start") }
}
