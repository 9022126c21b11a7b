/// Reads one VEVENT. Only a start that is missing or unreadable, or a RECURRENCE-ID that is, makes it unusable;
/// whatever else is wrong is left out with a warning.
struct EventComponentReader {
    private let component: Component
    private var starts: ContentLine?
    private var ends: ContentLine?
    private var duration: ContentLine?
    private var recurrence: ContentLine?
    private var stamp: ContentLine?
    private var modified: ContentLine?
    private var busyStatus: ContentLine?
    private var hasTransparency = false
    private var uid = ""
    private var content = EventContent()
    private var repetition: [ContentLine] = []

    static func read(
        _ component: Component,
        calendar: Int,
        _ times: inout TimeReader
    ) throws(UnusableEvent) -> EventComponent {
        var reader = EventComponentReader(component)
        for case .line(let line) in component.items { reader.take(line, &times.findings) }
        return try reader.event(calendar, &times)
    }

    private init(_ component: Component) { self.component = component }

    private mutating func take(_ line: ContentLine, _ findings: inout Findings) {
        let key = line.key
        switch key {
        case "DTSTART": starts = starts ?? line
        case "DTEND": ends = ends ?? line
        case "DURATION": duration = duration ?? line
        case "RECURRENCE-ID": recurrence = recurrence ?? line
        case "DTSTAMP": stamp = line
        case "LAST-MODIFIED": modified = line
        case "UID": uid = line.textValue.withoutBlanks
        case "RRULE", "EXRULE", "RDATE", "EXDATE": repetition.append(line)
        case "X-MICROSOFT-CDO-BUSYSTATUS": busyStatus = line
        case "TRANSP":
            hasTransparency = true
            _ = content.take(line, key, &findings)
        default: _ = content.take(line, key, &findings)
        }
    }

    private mutating func event(_ calendar: Int, _ times: inout TimeReader) throws(UnusableEvent) -> EventComponent {
        guard let starts else { throw UnusableEvent(reason: "it has no DTSTART") }
        let start = try time(starts, &times)
        let length = EventLength(from: start, end: ends, duration: duration, &times)
        if !hasTransparency, let busyStatus {
            content.isTransparent = busyStatus.value.withoutBlanks.uppercased() == "FREE"
        }
        var event = EventComponent(
            component: component,
            calendar: calendar,
            uid: uid,
            hasUID: !uid.isEmpty,
            start: start,
            length: length
        )
        event.content = content
        event.stamp = (modified ?? stamp)?.value ?? ""
        if let recurrence {
            event.recurrenceID = try time(recurrence, &times)
            event.isThisAndFuture = recurrence.parameter("RANGE")?.uppercased() == "THISANDFUTURE"
        }
        for line in repetition { event.takeRepetition(line, &times) }
        return event
    }

    private func time(_ line: ContentLine, _ times: inout TimeReader) throws(UnusableEvent) -> EventTime {
        do throws(ValueError) {
            return try times.time(line)
        } catch {
            throw UnusableEvent(reason: "\(line.key) \(error) in line \(line.line)")
        }
    }
}

extension EventComponent {
    mutating func takeRepetition(_ line: ContentLine, _ times: inout TimeReader) {
        switch line.key {
        case "RRULE": take(line, into: \.rules, &times.findings)
        case "EXRULE": take(line, into: \.excludedRules, &times.findings)
        case "EXDATE": excluded += times.times(line)
        default: takeExtra(line, &times)
        }
    }

    /// Each rule beside the first is written out, so that a few octets stand for thousands of dates.
    private static let mostRules = 10

    private mutating func take(
        _ line: ContentLine,
        into rules: WritableKeyPath<EventComponent, [RecurrenceRule]>,
        _ findings: inout Findings
    ) {
        guard self[keyPath: rules].count < Self.mostRules else {
            return findings.warn(
                line,
                "more than \(Self.mostRules) of \(line.key); the event is taken without this one"
            )
        }
        if let rule = RecurrenceRule.lenient(line, from: start, &findings) { self[keyPath: rules].append(rule) }
    }

    private mutating func takeExtra(_ line: ContentLine, _ times: inout TimeReader) {
        guard line.valueOctets.contains(Octets.slash) else {
            extra += times.times(line).map { Extra(start: $0, length: nil) }
            return
        }
        let (zone, value) = line.zoneAndValue
        for piece in value.split(separator: Octets.comma, maxSplits: CalendarReader.mostDates) {
            do throws(ValueError) {
                let period = try PeriodValue(piece)
                let start = times.time(period.start, zone, line)
                let length = EventLength(from: start, end: period.end, zone, line, &times)
                extra.append(Extra(start: start, length: length))
            } catch {
                times.findings.warn(line, "RDATE \(error)")
            }
        }
    }
}
