internal import FamplanAPI
internal import FamplanClient

/// The questions of a first set-up, in the order in which a family can answer them.
struct Questions {
    private let session: Session
    private var interview: Interview
    private let zone: String
    /// From when on children are at school: a weekday.
    private let schoolDay: String
    private var ids: Set<String> = []

    /// - Parameters:
    ///   - zone: what the daemon supposes.
    ///   - schoolDay: the next weekday, `2026-11-23`.
    init(_ session: Session, _ interview: Interview, zone: String, schoolDay: String) {
        (self.session, self.interview, self.zone, self.schoolDay) = (session, interview, zone, schoolDay)
    }

    mutating func ask() async throws -> NewHousehold {
        try interview.begin("Your household")
        let name = try await interview.ask("What is it called?", suggestion: "Home") { try Answers.name($0) }
        let client = session.client
        let timeZone = try await interview.ask("In which time zone do you live?", suggestion: zone) {
            try await Self.timeZone($0, client)
        }
        var household = NewHousehold(name: name, timeZone: timeZone)
        household.parents = try await parents()
        household.children = try await children(household.parents)
        if household.parents.count == 2, !household.children.isEmpty { try await goals(&household) }
        try await digests(&household)
        return household
    }

    /// The daemon knows the zones.
    private static func timeZone(_ answer: String, _ client: FamplanClient) async throws -> String {
        do {
            _ = try await client.dates(rule: "FREQ=DAILY", start: "2026-01-01T12:00", zone: answer, limit: 1)
            return answer
        } catch ClientError.refused(_, let body, _) {
            throw NotUnderstood(body.error.message)
        }
    }

    // MARK: Parents

    private mutating func parents() async throws -> [NewHousehold.Parent] {
        try interview.begin("Parents")
        let first = try await interview.ask("Your name?") { try Answers.name($0) }
        let second = try await interview.ask("The other parent’s name? (Enter: there is none)") {
            try Answers.optionalName($0)
        }
        var parents: [NewHousehold.Parent] = []
        for (index, name) in [first, second].enumerated() where !name.isEmpty {
            let user = index == 0 ? self.user : ""
            let unixUser = try await interview.ask(
                "\(name)’s user name on this machine? (Enter: \(user.isEmpty ? "none" : user))",
                suggestion: user
            ) { try Answers.optionalName($0) }
            var parent = NewHousehold.Parent(id: id(for: name), name: name, unixUser: unixUser)
            parent.streams = try await streams(of: name)
            parents.append(parent)
        }
        return parents
    }

    /// Who types, seen through sudo; root is nobody of the family.
    private var user: String {
        let names = ["SUDO_USER", "USER"].compactMap { session.console.environment($0) }
        return names.first { !$0.isEmpty && $0 != "root" } ?? ""
    }

    private mutating func streams(of name: String) async throws -> [NewHousehold.Stream] {
        let names = try await interview.ask(
            "What does \(name) work on? Names with commas between: clients, a job, products. (Enter: nothing)"
        ) { try Answers.list($0) }
        var streams: [NewHousehold.Stream] = []
        for stream in names {
            let kind = try await interview.ask(
                "  \(stream): client, employment, product or admin?",
                suggestion: "client"
            ) {
                try Answers.kind($0)
            }
            let weekly = try await interview.ask(
                "  How many hours a week should it have? 12, or 10-16 (Enter: no bound)"
            ) {
                try Answers.hours($0)
            }
            streams.append(NewHousehold.Stream(id: id(for: stream), name: stream, kind: kind, weekly: weekly))
        }
        return streams
    }

    // MARK: Children

    private mutating func children(_ parents: [NewHousehold.Parent]) async throws -> [NewHousehold.Child] {
        try interview.begin("Children")
        let names = try await interview.ask("Their names, with commas between? (Enter: none)") { try Answers.list($0) }
        var children: [NewHousehold.Child] = []
        for name in names {
            let born = try await interview.ask("\(name)’s birthday? 2019-05-02 (Enter: not said)") {
                try Answers.date($0)
            }
            var child = NewHousehold.Child(id: id(for: name), name: name, born: born)
            child.school = try await school(of: name, parents)
            children.append(child)
        }
        return children
    }

    private mutating func school(
        of name: String,
        _ parents: [NewHousehold.Parent]
    ) async throws -> NewHousehold.School? {
        let times = try await interview.ask(
            "When is \(name) at school or nursery on weekdays? 8:15-14:15 (Enter: not at all)"
        ) { try Answers.times($0) }
        guard let times else { return nil }
        let title = try await interview.ask("  What is it called?", suggestion: "School") { try Answers.name($0) }
        let minutes = try await interview.ask("  How many minutes is it from home, one way?", suggestion: "10") {
            try Answers.minutes($0)
        }
        var drivers = ("", "")
        if minutes > 0 {
            let names = parents.map(\.name).joined(separator: ", ")
            drivers.0 = try await interview.ask("  Who brings \(name)? \(names) (Enter: whoever can)") {
                try Answers.parent($0, parents)
            }
            drivers.1 = try await interview.ask("  Who fetches \(name)? \(names) (Enter: whoever can)") {
                try Answers.parent($0, parents)
            }
        }
        return NewHousehold.School(
            title: title,
            start: times.start,
            end: times.end,
            from: schoolDay,
            minutes: minutes,
            dropOff: drivers.0,
            pickUp: drivers.1
        )
    }

    // MARK: What is valued, and what is told

    private mutating func goals(_ household: inout NewHousehold) async throws {
        try interview.begin("What you value")
        let other = household.parents[1].name
        household.careShare = try await interview.ask(
            "Which share of the care should \(other) have, in percent? 40-60 (Enter: no goal)"
        ) { try Answers.share($0) }
        household.together = try await interview.ask("How many hours a week all together? 10 (Enter: no goal)") {
            try Answers.hours($0)?.min
        }
    }

    private mutating func digests(_ household: inout NewHousehold) async throws {
        try interview.begin("The day’s overview")
        for index in household.parents.indices {
            let name = household.parents[index].name
            household.parents[index].digest = try await interview.ask(
                "When should \(name) get the day’s conflicts? 06:45 (Enter: not at all)"
            ) { try Answers.time($0) }
        }
    }

    /// Made of a name, and nobody else's.
    private mutating func id(for name: String) -> String {
        let base = Answers.id(name)
        var id = base
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }
}
