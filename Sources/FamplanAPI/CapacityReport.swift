/// The answer of `GET` ``Route/capacity``: hours against deadlines, and what can still be booked this week and next.
public struct CapacityReport: Codable, Sendable {
    /// In the order in which they are due.
    public var deadlines: [DeadlineCapacityItem]
    /// Each parent, in the household's order.
    public var people: [PersonCapacityItem]
    /// Names by id of the people and streams, for showing them.
    public var names: [String: String]

    public init(deadlines: [DeadlineCapacityItem], people: [PersonCapacityItem], names: [String: String]) {
        self.deadlines = deadlines
        self.people = people
        self.names = names
    }
}

/// How much of a deadline's work can be done, and by when. Minutes are rounded to a hundredth.
public struct DeadlineCapacityItem: Codable, Sendable {
    public var deadline: String
    public var title: String
    public var stream: String
    /// Whose stream it is.
    public var person: String
    public var due: String
    /// The work that is left.
    public var neededMinutes: Double
    /// Booked on the stream until it is due.
    public var bookedMinutes: Double
    /// Neither done nor booked.
    public var missingMinutes: Double
    /// Free in the stream's hours, besides care and all else that is planned.
    public var freeMinutes: Double
    /// What of that could be booked: outside the night and protected time, within the parent's limits, and after what is
    /// due earlier has had its part.
    public var bookableMinutes: Double
    /// When all is done if everything that can be is booked; nil: not within what was looked at.
    public var doneBy: String?
    /// What the other parent could do about it.
    public var help: CareSwapItem?

    public init(
        deadline: String,
        title: String,
        stream: String,
        person: String,
        due: String,
        neededMinutes: Double,
        bookedMinutes: Double,
        missingMinutes: Double,
        freeMinutes: Double,
        bookableMinutes: Double,
        doneBy: String?,
        help: CareSwapItem?
    ) {
        self.deadline = deadline
        self.title = title
        self.stream = stream
        self.person = person
        self.due = due
        self.neededMinutes = neededMinutes
        self.bookedMinutes = bookedMinutes
        self.missingMinutes = missingMinutes
        self.freeMinutes = freeMinutes
        self.bookableMinutes = bookableMinutes
        self.doneBy = doneBy
        self.help = help
    }
}

/// One parent takes over care, so that the other can work.
public struct CareSwapItem: Codable, Sendable, Hashable {
    /// Who takes over.
    public var person: String
    /// How much more could be booked then.
    public var minutes: Double
    /// The other's share of the parents' care until the deadline, in per cent: now, and if just so much is taken over as is
    /// missing, or all where nothing is.
    public var shareBefore: Double
    public var shareAfter: Double

    public init(person: String, minutes: Double, shareBefore: Double, shareAfter: Double) {
        self.person = person
        self.minutes = minutes
        self.shareBefore = shareBefore
        self.shareAfter = shareAfter
    }
}

/// What one parent has booked, and could still book.
public struct PersonCapacityItem: Codable, Sendable {
    public var person: String
    public var days: [DayCapacityItem]

    public init(person: String, days: [DayCapacityItem]) {
        self.person = person
        self.days = days
    }
}

/// One local day.
public struct DayCapacityItem: Codable, Sendable, Hashable {
    /// `2026-11-24`
    public var date: String
    /// Work, on whatever stream, of the whole day.
    public var bookedMinutes: Double
    /// From now on.
    public var bookableMinutes: Double
    /// How long the parent wants to work a day at most.
    public var limitMinutes: Double?

    public init(date: String, bookedMinutes: Double, bookableMinutes: Double, limitMinutes: Double?) {
        self.date = date
        self.bookedMinutes = bookedMinutes
        self.bookableMinutes = bookableMinutes
        self.limitMinutes = limitMinutes
    }
}
