/// One STANDARD or DAYLIGHT part of a VTIMEZONE: from which wall times on which offset holds.
struct Observance: Sendable {
    /// One moment at which the observance begins.
    struct Onset {
        var instant: Instant
        var offsetFrom: Int
        var offsetTo: Int
    }

    /// Seconds east of UTC before; the wall times of onsets are read with it.
    let offsetFrom: Int
    /// Seconds east of UTC from the onset on.
    let offsetTo: Int
    private let start: CivilDateTime
    private let rule: RecurrenceRule?
    private let extra: [CivilDateTime]

    init(_ part: Component, problems: inout [ICalendarDocument.Problem]) throws(ObservanceError) {
        offsetFrom = try Observance.offset("TZOFFSETFROM", part)
        offsetTo = try Observance.offset("TZOFFSETTO", part)
        let begin = try Observance.start(part, offsetFrom, &problems)
        start = begin
        rule = Observance.rule(part, &problems)
        extra = Observance.extra(part, offsetFrom, &problems)
    }

    /// At least one, even where the rule lies outside of the years that are followed.
    ///
    /// A start that its own rule does not give is no onset: producers that write 1 January for both observances mean
    /// only the rules.
    var onsets: [Onset] {
        let zone = Zone(id: "", initialOffset: offsetFrom)
        let ruled = dates(in: zone)
        return ((ruled.isEmpty ? [start] : ruled) + extra).map { wall in
            Onset(instant: zone.instant(of: wall), offsetFrom: offsetFrom, offsetTo: offsetTo)
        }
    }

    /// A rule that changes the offset more often than monthly for 130 years is not meant.
    private func dates(in zone: Zone) -> [CivilDateTime] {
        guard let rule else { return [] }
        let lower = max(start, Observance.lower)
        return Array(rule.dates(from: start, in: zone, notBefore: lower, before: Observance.upper).prefix(1_600))
    }

    private static let lower = CivilDateTime(CivilDate(daysSinceEpoch: 0), .midnight)
    private static let upper = CivilDateTime(CivilDate(daysSinceEpoch: Gregorian.days(2101, 1, 1)), .midnight)
}

extension Observance {
    private static let mostExtra = 10_000
    private static let mostProblems = 100

    private static func offset(_ name: String, _ part: Component) throws(ObservanceError) -> Int {
        guard let line = part.first(name) else {
            throw ObservanceError(line: part.line, reason: "no \(name)")
        }
        do throws(ValueError) {
            return try OffsetValue(line.valueOctets).seconds
        } catch {
            throw ObservanceError(line: line.line, reason: "\(name) \(error)")
        }
    }

    private static func start(
        _ part: Component,
        _ offset: Int,
        _ problems: inout [ICalendarDocument.Problem]
    ) throws(ObservanceError) -> CivilDateTime {
        guard let line = part.first("DTSTART") else {
            throw ObservanceError(line: part.line, reason: "no DTSTART")
        }
        do throws(ValueError) {
            let value = try TimeValue(line.valueOctets)
            if case .date = value {
                problems.append(.init(line: line.line, message: "\(part.name) begins on a day without a time of day"))
            }
            return wall(value, offset)
        } catch {
            throw ObservanceError(line: line.line, reason: "DTSTART \(error)")
        }
    }

    private static func rule(_ part: Component, _ problems: inout [ICalendarDocument.Problem]) -> RecurrenceRule? {
        guard let line = part.first("RRULE") else { return nil }
        do throws(RecurrenceRuleError) {
            let rule = try RecurrenceRule(line.value)
            if rule.frequency == .yearly || rule.frequency == .monthly { return rule }
            problems.append(.init(line: line.line, message: "a time zone that changes more often than monthly"))
        } catch {
            problems.append(.init(line: line.line, message: "RRULE \(error)"))
        }
        return nil
    }

    private static func extra(
        _ part: Component,
        _ offset: Int,
        _ problems: inout [ICalendarDocument.Problem]
    ) -> [CivilDateTime] {
        var result: [CivilDateTime] = []
        for line in part.all("RDATE") {
            for piece in line.valueOctets.split(separator: Octets.comma) {
                // One for each change of a clock since 1970 is some hundreds.
                guard result.count < mostExtra, problems.count < mostProblems else { return result }
                do throws(ValueError) {
                    result.append(wall(try TimeValue(piece), offset))
                } catch {
                    problems.append(.init(line: line.line, message: "RDATE \(error)"))
                }
            }
        }
        return result
    }

    /// Onsets are local; one in UTC, which is not allowed, still names a moment.
    private static func wall(_ value: TimeValue, _ offset: Int) -> CivilDateTime {
        switch value {
        case .date(let date): CivilDateTime(date, .midnight)
        case .local(let wall): wall
        case .utc(let wall): wall.adding(seconds: offset)
        }
    }
}
