/// Calendars of schools and employers, which are followed from then on.
extension Questions {
    mutating func calendars(_ household: NewHousehold) async throws -> [NewHousehold.Calendar] {
        let schools = household.children.compactMap { child in child.school.map { (child: child, school: $0) } }
        let jobs = household.parents.flatMap { parent in
            parent.streams.filter { $0.kind == "employment" }.map { (parent: parent, job: $0) }
        }
        guard !schools.isEmpty || !jobs.isEmpty else { return [] }
        interview.begin(
            "Calendars to follow",
            "A school’s closed days, an employer’s shifts, at https://… or webcal://…: famplan looks by itself."
        )
        var calendars: [NewHousehold.Calendar] = []
        var asked: Set<String> = []
        for (child, school) in schools where asked.insert(school.title).inserted {
            let pupils = schools.filter { $0.school.title == school.title }.map(\.child.id)
            if let calendar = try await calendar(of: school, "\(child.id).school", pupils) {
                calendars.append(calendar)
            }
        }
        for (parent, job) in jobs {
            if let calendar = try await calendar(of: job, parent) { calendars.append(calendar) }
        }
        return calendars
    }

    private mutating func calendar(
        of school: NewHousehold.School,
        _ key: String,
        _ pupils: [String]
    ) async throws -> NewHousehold.Calendar? {
        guard var calendar = try await source(of: school.title, "\(key).calendar") else { return nil }
        let what = try await interview.ask(
            "\(key).calendar.what",
            "  What is in it: days that are closed, hours with care (clubs, camps), or news?",
            label: "  what is in it",
            suggestion: "closed",
            shown: { $0 }
        ) { try Answers.schoolCalendar($0) }
        switch what {
        case "hours": (calendar.role, calendar.people) = ("school", pupils)
        case "news": calendar.role = "info"
        default: (calendar.role, calendar.closes) = ("closure", pupils.map { "\($0)-school" })
        }
        return calendar
    }

    private mutating func calendar(
        of job: NewHousehold.Stream,
        _ parent: NewHousehold.Parent
    ) async throws -> NewHousehold.Calendar? {
        guard var calendar = try await source(of: job.name, "\(job.id).calendar") else { return nil }
        let what = try await interview.ask(
            "\(job.id).calendar.what",
            "  What is in it: work of \(parent.name)’s, or news?",
            label: "  what is in it",
            suggestion: "work",
            shown: { $0 }
        ) { try Answers.workCalendar($0) }
        guard what == "work" else {
            calendar.role = "info"
            return calendar
        }
        (calendar.role, calendar.people, calendar.stream) = ("busy", [parent.id], job.id)
        return calendar
    }

    private mutating func source(of name: String, _ key: String) async throws -> NewHousehold.Calendar? {
        let console = session.console
        let source = try await interview.ask(
            key,
            "Does \(name) have one? Its address, or a file (Enter: none)",
            label: "Calendar of \(name)"
        ) { try Answers.calendar($0, console) }
        guard let source else { return nil }
        var calendar = NewHousehold.Calendar(source: source, name: name, role: "")
        if case .address(let address) = source, Answers.isAtHome(address) {
            calendar.isAtHome = try await interview.ask(
                "\(key).home",
                "  Its server is in your own network. May famplan ask there?",
                label: "  in your own network",
                suggestion: "yes"
            ) { try Answers.yes($0) }
        }
        return calendar
    }
}
