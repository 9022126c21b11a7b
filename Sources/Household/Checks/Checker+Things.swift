import ICalendar

/// The things that change seldom: settings, places, resources, people.
extension Checker {
    mutating func check(_ settings: Settings) {
        name(settings.name)
        require(
            household.zones[settings.timeZone] != nil,
            "timeZone",
            "unknown time zone “\(settings.timeZone)”"
        )
        checkMoney(of: settings)
        seconds(settings.minimumGap, in: 0...Span.day, "minimumGap")
        windows(settings.protected.map(\.window), "protected")
    }

    mutating func check(_ place: Place) {
        name(place.name)
        require(place.id != Place.home.id, "id", "“home” always exists and needs no line")
        minutes(place.minutesFromHome, "minutesFromHome")
    }

    mutating func check(_ travel: Travel) {
        place(travel.between.first, "between")
        place(travel.between.second, "between")
        require(
            travel.between.first != travel.between.second,
            "between",
            "both are “\(travel.between.first)” (two different places are needed)"
        )
        minutes(travel.minutes, "minutes")
    }

    mutating func check(_ resource: Resource) {
        name(resource.name)
    }

    mutating func check(_ person: Person) {
        name(person.name)
        if let user = person.unixUser { check(unixUser: user, of: person) }
        if let perDay = person.work.perDay { seconds(perDay, in: 0...Span.day, "work.perDay") }
        if let perWeek = person.work.perWeek { seconds(perWeek, in: 0...Span.week, "work.perWeek") }
        if let rest = person.work.rest { seconds(rest, in: 0...Span.day, "work.rest") }
        seconds(person.aloneUpTo, in: 0...Span.day, "aloneUpTo")
        windows(person.care.map(\.window), "care")
        windows(person.helps, "helps")
        require(
            person.role == .carer || person.helps.isEmpty,
            "helps",
            "\(person.name) is a \(person.role.rawValue) (these are the times of a carer)"
        )
        check(person.notify, of: person)
    }

    private mutating func check(unixUser user: String, of person: Person) {
        require(
            !user.isEmpty && !user.contains { $0.isWhitespace || $0 == ":" || $0 == "/" },
            "unixUser",
            "“\(user)” is not the name of a Unix user"
        )
        if let other = household.people.values.first(where: { $0.unixUser == user && $0.id != person.id }) {
            note("unixUser", "“\(user)” is \(other.name)'s already (each person has an account of their own)")
        }
    }

    mutating func seconds(_ value: Int, in range: ClosedRange<Int>, _ key: String) {
        require(
            range.contains(value),
            key,
            "\(Span.text(value)) is out of range (\(Span.text(range.lowerBound)) to \(Span.text(range.upperBound)))"
        )
    }

    private mutating func minutes(_ value: Int, _ key: String) {
        require((0...1440).contains(value), key, "\(value) minutes are out of range (0 to 1440)")
    }
}
