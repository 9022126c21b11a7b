extension CalendarFile {
    /// Reads a calendar file.
    ///
    /// - Parameters:
    ///   - octets: the file: UTF-8 or, where it is not, Latin-1.
    ///   - defaultZone: for whole days, floating times and unknown zones.
    ///   - zones: where named zones are found.
    ///   - limits: of the text.
    /// - Throws: `CalendarFileError` if the file as a whole is refused.
    public static func read(
        _ octets: some Collection<UInt8>,
        defaultZone: Zone,
        zones: ZoneDatabase = .system,
        limits: ICalendarParser.Limits = ICalendarParser.Limits()
    ) throws(CalendarFileError) -> CalendarFile {
        let document: ICalendarDocument
        do throws(ICalendarSyntaxError) {
            document = try ICalendarParser.parse(octets, limits: limits)
        } catch {
            throw CalendarFileError(error)
        }
        var reader = CalendarReader(defaultZone: defaultZone, zones: zones)
        return try reader.read(document)
    }
}

/// Reads the calendars of one document into events.
struct CalendarReader {
    private var times: TimeReader
    private var calendars: [EventSource.Calendar] = []
    private var components: [EventComponent] = []
    private var eventCount = 0
    /// Dates of series that stand one by one so far.
    private var dates = 0
    /// So many EXDATEs, RDATEs and dates of rules beside the first nobody means: a hostile file would fill the memory.
    static let mostDates = 500_000
    private var unnamed = UnnamedEvents()

    init(defaultZone: Zone, zones: ZoneDatabase) {
        let resolver = ZoneResolver(defaultZone: defaultZone, database: zones)
        times = TimeReader(resolver: resolver, findings: Findings())
    }

    mutating func read(_ document: ICalendarDocument) throws(CalendarFileError) -> CalendarFile {
        let roots = document.components.filter { $0.name == "VCALENDAR" }
        guard !roots.isEmpty else { throw .noCalendar(beginning: document.beginning) }
        for problem in document.problems { times.findings.warn(problem.line, problem.message) }
        for component in document.components where component.name != "VCALENDAR" {
            times.findings.skip(component, "it is in no VCALENDAR")
        }
        for root in roots { try readCalendar(root) }
        let events = try events()
        var findings = times.findings
        findings.sort()
        guard !events.isEmpty || eventCount == 0 else { throw .nothingUsable(findings.skipped) }
        return CalendarFile(
            events: events,
            warnings: findings.warnings,
            skipped: findings.skipped,
            name: first(["NAME", "X-WR-CALNAME"])?.textValue,
            method: calendars.first?.method,
            refreshInterval: refreshInterval()
        )
    }

    private mutating func readCalendar(_ root: Component) throws(CalendarFileError) {
        let zones = root.components.compactMap { VTimeZone($0) }
        for problem in zones.flatMap(\.problems) { times.findings.warn(problem.line, problem.message) }
        times.resolver.use(zones)
        times.mentioned = []
        let method = root.first("METHOD")?.value.withoutBlanks.uppercased()
        calendars.append(EventSource.Calendar(lines: root.lines, zones: zones, method: method))
        if let version = root.first("VERSION"), version.value.withoutBlanks != "2.0" {
            times.findings.warn(version, "VERSION \(version.value.prefix(20)); it is read as if it were 2.0")
        }
        for component in root.components { try readComponent(component) }
    }

    private mutating func readComponent(_ component: Component) throws(CalendarFileError) {
        switch component.name {
        case "VEVENT":
            eventCount += 1
            guard let event = readEvent(component) else { return }
            components.append(event)
            try count(event.extra.count + event.excluded.count, line: event.line)
        case "VTODO", "VJOURNAL", "VFREEBUSY":
            times.findings.skip(component, "it is no event")
        default: break
        }
    }

    /// Nil, and said, where it can't be used.
    private mutating func readEvent(_ component: Component) -> EventComponent? {
        do throws(UnusableEvent) {
            var event = try EventComponentReader.read(component, calendar: calendars.count - 1, &times)
            if !event.hasUID { event.uid = unnamed.uid(for: event) }
            if calendars.last?.method == "CANCEL", event.content.status == nil { event.content.status = .cancelled }
            return event
        } catch {
            times.findings.skip(component, error.reason)
            return nil
        }
    }

    private mutating func count(_ more: Int, line: Int) throws(CalendarFileError) {
        dates += more
        guard dates <= Self.mostDates else {
            throw .tooLarge(line: line, message: "more than \(Self.mostDates) dates of series that stand one by one")
        }
    }
}

extension CalendarReader {
    /// One UID after the other, in the order in which they appear.
    private mutating func events() throws(CalendarFileError) -> [CalendarEvent] {
        var order: [String] = []
        var groups: [String: [Int]] = [:]
        for index in components.indices {
            let uid = components[index].uid
            if groups[uid, default: []].isEmpty { order.append(uid) }
            groups[uid, default: []].append(index)
        }
        var events: [CalendarEvent] = []
        dates = 0
        for uid in order {
            let group = groups[uid, default: []].map { components[$0] }
            let source = EventSource(
                calendars: calendars,
                calendar: group[0].calendar,
                components: group.map(\.component)
            )
            var builder = SeriesBuilder(group, source: source, findings: times.findings)
            builder.build()
            times.findings = builder.findings
            events += builder.events
            try count(builder.events.reduce(0) { $0 + $1.extra.count + $1.excluded.count }, line: group[0].line)
        }
        return events
    }

    private func first(_ keys: [String]) -> ContentLine? {
        let lines = calendars.flatMap(\.lines)
        return keys.lazy.compactMap { key in lines.first { $0.key == key } }.first
    }

    private func refreshInterval() -> Int? {
        guard let line = first(["REFRESH-INTERVAL", "X-PUBLISHED-TTL"]) else { return nil }
        guard let duration = try? DurationValue(line.valueOctets) else { return nil }
        let seconds = duration.days * secondsPerDay + duration.seconds
        return seconds > 0 ? seconds : nil
    }
}

extension ICalendarDocument {
    /// The first words, for saying what the file is instead of a calendar.
    fileprivate var beginning: String {
        for item in items {
            switch item {
            case .component(let component): return component.begin.excerpt
            case .line(let line) where !Octets.isBlank(line.octets): return line.excerpt
            case .line: continue
            }
        }
        return ""
    }
}
