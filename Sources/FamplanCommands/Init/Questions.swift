internal import FamplanAPI
internal import FamplanClient

/// The questions of a first set-up, in the order in which a family can answer them.
struct Questions {
    let session: Session
    var interview: Interview
    private let zone: String
    /// From when on children are at school: a weekday.
    private let schoolDay: String
    /// How the daemon can reach people.
    let channels: [ChannelStatus]
    private var ids: Set<String> = []

    /// - Parameters:
    ///   - zone: what the daemon supposes.
    ///   - schoolDay: the next weekday, `2026-11-23`.
    init(_ session: Session, _ interview: Interview, zone: String, schoolDay: String, channels: [ChannelStatus]) {
        (self.session, self.interview, self.zone, self.schoolDay) = (session, interview, zone, schoolDay)
        self.channels = channels
    }

    /// Asks until nothing is to be changed any more.
    mutating func ask() async throws -> NewHousehold {
        while true {
            do {
                let household = try await round()
                guard let key = try Review(session: session).change(&interview) else { return household }
                interview.forget(key)
            } catch is GoBack {
                interview.forgetLast()
            }
        }
    }

    private mutating func round() async throws -> NewHousehold {
        interview.beginRound()
        ids = []
        interview.begin("Your household")
        let name = try await interview.ask("name", "What is it called?", label: "Its name", suggestion: "Home") {
            try Answers.name($0)
        }
        let client = session.client
        let timeZone = try await interview.ask(
            "zone",
            "In which time zone do you live?",
            label: "Time zone",
            suggestion: zone
        ) { try await Self.timeZone($0, client) }
        var household = NewHousehold(name: name, timeZone: timeZone)
        household.parents = try await parents()
        household.children = try await children(household.parents)
        household.calendars = try await calendars(household)
        if household.parents.count == 2, !household.children.isEmpty { try await goals(&household) }
        try await told(&household)
        interview.endRound()
        return household
    }

    /// The daemon knows the zones.
    private static func timeZone(_ answer: String, _ client: FamplanClient) async throws -> String {
        do {
            _ = try await client.dates(rule: "FREQ=DAILY", start: "2026-01-01T12:00", zone: answer, limit: 1)
            return answer
        } catch ClientError.refused(_, let body, _) {
            let message = body.error.message
            throw NotUnderstood(message.hasPrefix("zone: ") ? String(message.dropFirst(6)).capitalizedFirst : message)
        }
    }

    // MARK: Parents

    private mutating func parents() async throws -> [NewHousehold.Parent] {
        interview.begin("Parents")
        let first = try await interview.ask("parent1", "Your name?", label: "You") { try Answers.person($0) }
        let second = try await interview.ask(
            "parent2",
            "The other parent’s name? (Enter: there is none)",
            label: "The other parent"
        ) { try Answers.optionalPerson($0) }
        var parents: [NewHousehold.Parent] = []
        for (index, name) in [first, second].enumerated() where !name.isEmpty {
            let user = index == 0 ? self.user : ""
            let unixUser = try await interview.ask(
                "parent\(index + 1).user",
                "\(name)’s user name on this machine? (\(user.isEmpty ? "Enter" : "-"): none)",
                label: "\(name)’s user name",
                suggestion: user
            ) { try Answers.optionalName($0) }
            var parent = NewHousehold.Parent(id: id(for: name), name: name, unixUser: unixUser)
            parent.streams = try await streams(of: name, "parent\(index + 1).work")
            parents.append(parent)
        }
        return parents
    }

    /// Who types, seen through sudo; root is nobody of the family.
    private var user: String {
        let names = ["SUDO_USER", "USER"].compactMap { session.console.environment($0) }
        return names.first { !$0.isEmpty && $0 != "root" } ?? ""
    }

    private mutating func streams(of name: String, _ key: String) async throws -> [NewHousehold.Stream] {
        let names = try await interview.ask(
            key,
            "What does \(name) work on, with commas between? (Enter: nothing)",
            label: "\(name) works on"
        ) { try Answers.list($0) }
        var streams: [NewHousehold.Stream] = []
        for stream in names {
            let id = id(for: stream)
            let kind = try await interview.ask(
                "\(id).kind",
                "  Is \(stream) a client, employment, a product or admin?",
                label: "  \(stream)",
                suggestion: "client",
                shown: { $0 }
            ) { try Answers.kind($0) }
            let weekly = try await interview.ask(
                "\(id).hours",
                "  How many hours a week for \(stream)? (10-16; Enter: no bound)",
                label: "  \(stream), hours a week"
            ) { try Answers.hours($0) }
            streams.append(NewHousehold.Stream(id: id, name: stream, kind: kind, weekly: weekly))
        }
        return streams
    }

    // MARK: Children

    private mutating func children(_ parents: [NewHousehold.Parent]) async throws -> [NewHousehold.Child] {
        interview.begin("Children")
        let names = try await interview.ask(
            "children",
            "Their names, with commas between? (Enter: none)",
            label: "Children"
        ) { try Answers.people($0) }
        var children: [NewHousehold.Child] = []
        for name in names {
            let id = id(for: name)
            let born = try await interview.ask(
                "\(id).born",
                "\(name)’s birthday? (2019-05-02; Enter: not said)",
                label: "\(name)’s birthday",
                shown: { $0 }
            ) { try Answers.date($0) }
            var child = NewHousehold.Child(id: id, name: name, born: born)
            child.school = try await school(of: child, parents)
            children.append(child)
        }
        return children
    }

    private mutating func school(
        of child: NewHousehold.Child,
        _ parents: [NewHousehold.Parent]
    ) async throws -> NewHousehold.School? {
        let (name, key) = (child.name, "\(child.id).school")
        let times = try await interview.ask(
            key,
            "\(name)’s school or nursery on weekdays? (8:15-14:15; Enter: none)",
            label: "\(name) at school",
            shown: { $0.map { "\($0.start)–\($0.end)" } ?? "" }
        ) { try Answers.times($0) }
        guard let times else { return nil }
        let title = try await interview.ask(
            "\(key).name",
            "  What is it called?",
            label: "  its name",
            suggestion: "School"
        ) { try Answers.name($0) }
        let minutes = try await interview.ask(
            "\(key).way",
            "  How many minutes is it from home, one way?",
            label: "  minutes from home",
            suggestion: "10"
        ) { try Answers.minutes($0) }
        var escorts = ["", ""]
        let names = parents.map(\.name).joined(separator: ", ")
        for (index, verb) in ["brings", "fetches"].enumerated() where minutes > 0 {
            escorts[index] = try await interview.ask(
                "\(key).\(verb)",
                "  Who \(verb) \(name)? \(names) (Enter: whoever can)",
                label: "  \(verb) \(name)",
                shown: { id in parents.first { $0.id == id }?.name ?? "whoever can" }
            ) { try Answers.parent($0, parents) }
        }
        return NewHousehold.School(
            title: title,
            start: times.start,
            end: times.end,
            from: schoolDay,
            minutes: minutes,
            dropOff: escorts[0],
            pickUp: escorts[1]
        )
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

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
