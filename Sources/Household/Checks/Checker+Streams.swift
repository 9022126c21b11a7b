import ICalendar

/// Income streams and goals.
extension Checker {
    mutating func check(_ stream: Stream) {
        name(stream.name)
        parent(stream.owner, "owner")
        checkMoney(of: stream)
        check(stream.weekly)
        windows(stream.hours, "hours")
        resources(stream.resources, "resources")
        for (index, deadline) in stream.deadlines.enumerated() {
            let key = "deadlines[\(index)]"
            name(deadline.title, "\(key).title")
            seconds(deadline.remaining, in: 0...(10_000 * Span.hour), "\(key).remaining")
            require(
                !stream.deadlines[..<index].contains { $0.id == deadline.id },
                "\(key).id",
                "“\(deadline.id)” is named twice"
            )
        }
    }

    private mutating func check(_ weekly: WeeklyHours) {
        if let least = weekly.min { seconds(least, in: 0...Span.week, "weekly.min") }
        if let most = weekly.max { seconds(most, in: 0...Span.week, "weekly.max") }
        if let least = weekly.min, let most = weekly.max {
            require(
                least <= most,
                "weekly.min",
                "\(Span.text(least)) is more than the max, \(Span.text(most))"
            )
        }
    }

    mutating func check(_ goal: Goal) {
        switch goal.aim {
        case .careShare(let person, let percent, let weeks):
            parent(person, "person")
            require(
                0 <= percent.lowerBound && percent.upperBound <= 100,
                "between",
                "a share is from 0% to 100%"
            )
            require((1...520).contains(weeks), "weeks", "\(weeks) weeks are out of range (1 to 520)")
        case .together(let least):
            seconds(least, in: 1...Span.week, "min")
        case .oneOnOne(let person, let child, let least):
            parent(person, "person")
            self.child(child, "child")
            seconds(least, in: 1...Span.week, "min")
        case .ownTime(let person, let least):
            parent(person, "person")
            seconds(least, in: 1...Span.week, "min")
        }
    }
}
