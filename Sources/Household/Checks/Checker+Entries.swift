import ICalendar

/// Entries: whom they name, and that they take time.
extension Checker {
    /// The longest that one entry may last.
    private static var mostDays: Int { 3660 }

    mutating func check(_ entry: Entry) {
        name(entry.title, "title")
        checkTime(of: entry)
        checkRepetition(of: entry)
        if entry.kind == .work || entry.stream != nil { checkStream(of: entry) }
        if entry.kind == .care {
            require(!entry.people.isEmpty, "people", "care needs an adult who is on duty")
            require(!entry.children.isEmpty, "for", "care needs a child that it is for")
        }
        check(people: entry.people, of: entry.kind, "people")
        if entry.isPrivate {
            // Else nobody who may change it could see what it is.
            let parents = entry.people.filter { household.people[$0]?.role == .parent }
            require(!parents.isEmpty, "private", "something private needs one of the parents among its people")
        }
        check(children: entry.children, "for")
        check(place: entry.place, resources: entry.resources, dropOff: entry.dropOff, pickUp: entry.pickUp)
        if let remind = entry.remind { seconds(remind, in: 0...(366 * Span.day), "remind") }
        check(overrides: entry)
    }

    /// A work's at most one parent, a care's adults, a school's children, anybody else's anyone.
    mutating func check(people: [ID<Person>], of kind: EntryKind, _ key: String) {
        for (index, person) in people.enumerated() {
            switch kind {
            case .work: parent(person, key, element: index)
            case .care: adult(person, key, element: index)
            case .school: child(person, key, element: index)
            case .appointment, .away, .family: self.person(person, key, element: index)
            }
        }
        unique(people, key)
        require(kind != .work || people.count <= 1, key, "work is one parent's (make an entry for each)")
    }

    mutating func check(children: [ID<Person>], _ key: String) {
        for (index, child) in children.enumerated() { self.child(child, key, element: index) }
        unique(children, key)
    }

    mutating func check(
        place: ID<Place>?,
        resources: [ID<Resource>]?,
        dropOff: ID<Person>?,
        pickUp: ID<Person>?,
        under prefix: String = ""
    ) {
        if let place { self.place(place, prefix + "place") }
        if let resources { self.resources(resources, prefix + "resources") }
        if let dropOff { adult(dropOff, prefix + "dropOff") }
        if let pickUp { adult(pickUp, prefix + "pickUp") }
    }

    private mutating func checkStream(of entry: Entry) {
        guard let id = entry.stream else {
            return note("stream", "work needs a stream (\(household.streams.keys.map(\.rawValue).prefix(8).listed))")
        }
        _ = stream(id, "stream")
    }

    private mutating func checkTime(of entry: Entry) {
        switch entry.time {
        case .timed(_, let zone, let seconds):
            if let zone { require(household.zones[zone] != nil, "timeZone", "unknown time zone “\(zone)”") }
            self.length(seconds, "duration", of: entry)
        case .allDay(_, let days):
            self.length(days, "duration", of: entry)
        }
    }

    /// What is on hundreds of times at once is a slip, and would cost everybody who looks at the plan.
    private mutating func checkRepetition(of entry: Entry) {
        guard let rule = entry.repetition.rule else { return }
        let length: Int
        switch entry.time {
        case .timed(_, _, let seconds): length = seconds
        case .allDay(_, let days): length = days * Span.day
        }
        let atOnce = length / (rule.frequency.leastSeconds * max(1, rule.interval))
        require(
            atOnce <= Self.mostAtOnce,
            "repeat",
            "it would be on \(atOnce) times at once, since it lasts so much longer than the time until it comes again"
        )
    }

    private static var mostAtOnce: Int { 100 }

    /// A length in seconds, or in days for an all-day entry.
    mutating func length(_ length: Int, _ key: String, of entry: Entry) {
        let isAllDay = entry.time.isAllDay
        let most = Self.mostDays * (isAllDay ? 1 : Span.day)
        // A calendar file may have marks in time: they are shown, and take part in no rule.
        let isMark = length == 0 && !isAllDay && entry.uid != nil
        require(length > 0 || isMark, key, "an entry lasts longer than no time")
        require(length <= most, key, "an entry lasts at most \(Self.mostDays) days")
    }
}

extension Sequence<String> {
    /// `one of a, b, c`, or what to say where there is none.
    fileprivate var listed: String {
        let names = joined(separator: ", ")
        return names.isEmpty ? "there is none yet" : "one of \(names)"
    }
}

extension RecurrenceRule.Frequency {
    /// The shortest time between two of its periods.
    fileprivate var leastSeconds: Int {
        switch self {
        case .secondly: 1
        case .minutely: 60
        case .hourly: 3_600
        case .daily, .weekly: Span.day
        case .monthly: 28 * Span.day
        case .yearly: 365 * Span.day
        }
    }
}
