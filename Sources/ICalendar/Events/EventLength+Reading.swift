/// Reads lengths. What cannot be one gives the shortest there is: a day for whole days, else none (RFC 5545 §3.6.1).
extension EventLength {
    /// The length from DTEND or else DURATION.
    init(from start: EventTime, end: ContentLine?, duration: ContentLine?, _ times: inout TimeReader) {
        self = EventLength.shortest(start)
        guard let line = end ?? duration else { return }
        if end != nil, duration != nil { times.findings.warn(line, "both DTEND and DURATION; DTEND counts") }
        do throws(ValueError) {
            if end != nil {
                self = EventLength(from: start, to: try times.time(line), line, &times.findings)
            } else {
                self = EventLength(from: start, for: try DurationValue(line.valueOctets), line, &times.findings)
            }
        } catch {
            times.findings.warn(line, "\(line.key) \(error); the event is taken to last \(self)")
        }
    }

    /// The length of a PERIOD.
    init(from start: EventTime, end: PeriodValue.End, _ zone: String?, _ line: ContentLine, _ times: inout TimeReader) {
        switch end {
        case .time(let value): self.init(from: start, to: times.time(value, zone, line), line, &times.findings)
        case .duration(let value): self.init(from: start, for: value, line, &times.findings)
        }
    }

    private static func shortest(_ start: EventTime) -> EventLength { start.isDay ? .days(1) : .seconds(0) }

    private init(from start: EventTime, to end: EventTime, _ line: ContentLine, _ findings: inout Findings) {
        if end.isDay != start.isDay {
            let kind = start.isDay ? "a day" : "midnight"
            findings.warn(line, "\(line.key): a day beside a time of day; it is taken as \(kind)")
        }
        let length: EventLength
        if start.isDay {
            length = .days(end.day(in: start.zone).daysSinceEpoch - start.wall.date.daysSinceEpoch)
        } else {
            length = .seconds((end.source == .local ? start.zone.instant(of: end.wall) : end.instant) - start.instant)
        }
        self = length.checked(start, line, &findings)
    }

    private init(from start: EventTime, for duration: DurationValue, _ line: ContentLine, _ findings: inout Findings) {
        let length: EventLength
        if start.isDay {
            // Hours on a day are not foreseen; 24 of them are a day, and a part of a day is one.
            length = .days(duration.days + (duration.seconds + secondsPerDay - 1).floorDivided(by: secondsPerDay))
        } else {
            let wall = start.wall.adding(seconds: duration.days * secondsPerDay)
            length = .seconds(start.zone.instant(of: wall) - start.instant + duration.seconds)
        }
        self = length.checked(start, line, &findings)
    }

    private func checked(_ start: EventTime, _ line: ContentLine, _ findings: inout Findings) -> EventLength {
        let shortest = EventLength.shortest(start)
        switch self {
        case .seconds(0...): return self
        case .days(1...): return self
        case .days(0): break
        default:
            findings.warn(line, "\(line.key): the end is before the start; the event is taken to last \(shortest)")
        }
        return shortest
    }
}

extension EventLength: CustomStringConvertible {
    /// `1 day`, `3600 seconds`
    public var description: String {
        switch self {
        case .seconds(let number): "\(number) seconds"
        case .days(let number): number == 1 ? "1 day" : "\(number) days"
        }
    }
}
