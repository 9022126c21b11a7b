import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// Starting and stopping: one timer runs for a person.
extension Planner {
    func start(_ request: StartRequest, by actor: Actor) throws -> LogAnswer {
        let person = try logger(request.person, by: actor)
        let moment = try request.at.map { try logMoments.moment($0, option: "at") } ?? clock()
        let planned = try planned(request.what, of: person, at: moment, by: actor)
        let time = LoggedTime(
            id: try store.nextLoggedTime(),
            person: person.id,
            activity: planned.activity,
            start: moment,
            note: try note(request.note),
            occurrence: planned.occurrence,
            isPrivate: request.isPrivate || (planned.isPrivate && person.role == .parent)
        )
        let running = try store.runningTimes(of: person.id).first
        let words = logWords(for: actor)
        let ending = try running.map { try end(of: $0, at: moment, switching: request.switching, to: time, words) }
        let draft = LogDraft(
            changes: [ending, LoggedChange(adding: time)].compactMap(\.self),
            summary: "start \(words.activity(time.activity))"
        )
        return try make(draft, by: actor, dryRun: request.dryRun)
    }

    func stop(_ request: StopRequest, by actor: Actor) throws -> LogAnswer {
        let person = try logger(request.person, by: actor)
        guard let running = try store.runningTimes(of: person.id).first else {
            throw ErrorBody(
                .notFound,
                "nothing of \(person.name)'s is running (`famplan start` begins, `famplan log add` logs what is over)"
            )
        }
        var time = running
        time.end = try request.at.map { try logMoments.moment($0, option: "at", .after(running.start)) } ?? clock()
        if let note = try note(request.note) { time.note = note }
        if let end = time.end, end > clock(), end.adding(seconds: -86_400) < running.start {
            throw ErrorBody(
                .invalid,
                "cannot stop \(logWords(for: actor).line(running)): “\(request.at ?? "")” is before it began, or still to come"
                    + " (`famplan log rm \(running.id)` takes it out)"
            )
        }
        if time.end == time.start {
            throw ErrorBody(.invalid, "cannot stop \(logWords(for: actor).line(running)): it began this very second")
        }
        let draft = LogDraft(
            changes: [LoggedChange(from: running, to: time)],
            summary: "stop \(logWords(for: actor).activity(time.activity))"
        )
        return try make(draft, by: actor, dryRun: request.dryRun)
    }

    /// What becomes of the one that runs when another begins.
    private func end(
        of running: LoggedTime,
        at moment: Instant,
        switching: Bool,
        to next: LoggedTime,
        _ words: LogWords
    ) throws -> LoggedChange {
        guard switching else {
            throw ErrorBody(
                .clash,
                "cannot start \(words.activity(next.activity)): something is running (add --switch to stop that at the "
                    + "same moment, or `famplan stop` first)",
                details: ["there is \(words.line(running))"]
            )
        }
        guard running.start <= moment else {
            throw ErrorBody(
                .invalid,
                "cannot switch before what is running began",
                details: ["there is \(words.line(running))"]
            )
        }
        // What took no time at all did not happen.
        guard running.start < moment else { return LoggedChange(removing: running) }
        var ended = running
        ended.end = moment
        return LoggedChange(from: running, to: ended)
    }

    // MARK: What is meant

    private func planned(
        _ what: [String],
        of person: Person,
        at moment: Instant,
        by actor: Actor
    ) throws -> PlannedActivity {
        let planned = PlannedActivities(household, of: person, at: moment, for: actor.viewer(in: household))
        guard !what.isEmpty else {
            if let current = planned.underWay { return current }
            throw ErrorBody(
                .notFound,
                "nothing that \(person.name) could log is planned then"
                    + (planned.nextWords.map { " (the next is \($0))" } ?? "") + ": say what (`famplan start STREAM`)"
            )
        }
        if let activity = try activity(what, of: person) {
            let current = planned.underWay(activity)
            return PlannedActivity(
                activity: activity,
                occurrence: current?.occurrence,
                isPrivate: current?.isPrivate ?? false
            )
        }
        return try planned.occurrence(named: try entryName(what, of: person), by: actor, in: self)
    }

    private func entryName(_ what: [String], of person: Person) throws -> EntryName {
        guard what.count == 1, let name = EntryName(what[0]), household.entries[name.entry] != nil else {
            throw unknown(what.joined(separator: " "), of: person)
        }
        return name
    }

    /// The activity that words mean, `northwind` or `care:noah`; nil where they may mean an entry.
    func activity(_ what: [String], of person: Person) throws -> Activity? {
        let text = what.joined(separator: " ")
        // An entry's id goes before a stream's name.
        if let id = household.streamNames.exact(text), let stream = household.streams[id],
            id.rawValue == text || ID<Entry>(text).flatMap({ household.entries[$0] }) == nil
        {
            try checkOwner(stream, person)
            return .work(stream: id)
        }
        guard what.allSatisfy({ $0 == "care" || $0.hasPrefix("care:") }) else { return nil }
        return .care(children: try children(what))
    }

    /// As ``activity(_:of:)``, where nothing else can be meant.
    func certainActivity(_ what: [String], of person: Person) throws -> Activity {
        guard !what.isEmpty else {
            throw ErrorBody(.invalid, "cannot log nothing: say a stream, or care:CHILD")
        }
        if let activity = try activity(what, of: person) { return activity }
        throw unknown(what.joined(separator: " "), of: person)
    }

    /// `care` alone is for all children.
    private func children(_ what: [String]) throws -> [ID<Person>] {
        let all = household.people.values.filter { $0.role == .child }.map(\.id)
        let names = what.flatMap { $0.dropFirst(5).split(separator: ",") }.map(String.init)
        let wanted = try names.map { try household.childNames.id($0) }
        let children = names.isEmpty ? all : all.filter(wanted.contains)
        guard !children.isEmpty else { throw ErrorBody(.invalid, "cannot log care: there is no child") }
        return children
    }

    private func checkOwner(_ stream: Stream, _ person: Person) throws {
        guard stream.owner != person.id else { return }
        let owner = household.people[stream.owner]?.name ?? stream.owner.rawValue
        throw ErrorBody(.invalid, "cannot log work of \(person.name) on “\(stream.id)”: that is \(owner)'s stream")
    }

    private func unknown(_ text: String, of person: Person) -> ErrorBody {
        let own = household.streams.values.filter { $0.owner == person.id }.map(\.id.rawValue)
        let entries = household.entries.values.filter {
            // What is private may not be for whoever logs this for a carer.
            $0.people.contains(person.id) && !$0.isPrivate && PlannedActivities.activity($0) != nil
        }
        if let near = Spelling.nearest(to: text, among: own + entries.map(\.id.rawValue)) {
            return ErrorBody(.notFound, "no stream or entry “\(text)” of \(person.name)'s (did you mean “\(near)”?)")
        }
        let known = own.isEmpty ? "care:CHILD" : "\(own.prefix(8).joined(separator: ", ")) or care:CHILD"
        return ErrorBody(.notFound, "no stream or entry “\(text)” of \(person.name)'s (try \(known))")
    }
}

extension PlannedActivities {
    /// The occurrence that a command names.
    fileprivate func occurrence(
        named name: EntryName,
        by actor: Actor,
        in planner: isolated Planner
    ) throws -> PlannedActivity {
        let viewer = actor.viewer(in: household)
        let entry = try household.entry(named: name.entry, for: viewer)
        if entry.isHidden(from: viewer) { throw planner.isPrivate(entry) }
        guard Self.activity(entry) != nil, entry.ownPeople.contains(person.id) else { throw notTheirs(entry) }
        if let when = name.occurrence { return try occurrence(of: entry, at: household.originalStart(when, of: entry)) }
        if let nearest = nearest(of: entry) { return nearest }
        throw ErrorBody(
            .notFound,
            "“\(entry.id)” does not happen around that time: say which (\(entry.id)@DATE), or name its stream"
        )
    }

    /// One occurrence, as it is planned now: somebody may have moved it, or taken it over.
    private func occurrence(of entry: Entry, at start: CivilDateTime) throws -> PlannedActivity {
        let name = "“\(entry.title)” (\(entry.id)@\(start))"
        guard let found = household.occurrence(of: entry, at: start) else {
            throw ErrorBody(.notFound, "cannot log \(name): it does not take place (say its stream, or care:CHILD)")
        }
        guard found.entry.people.contains(person.id) else { throw notTheirs(entry) }
        guard distance(found.interval) <= Self.farthest else {
            let begins = household.zone.words(found.interval.start)
            throw ErrorBody(
                .invalid,
                "cannot log \(name) now: it is on \(begins), more than seven days away (say its stream, or care:CHILD)"
            )
        }
        guard let planned = Self.planned(found.entry, of: found.of) else { throw notTheirs(entry) }
        return planned
    }

    /// In seconds.
    private static var farthest: Int { 7 * 86_400 }

    private func notTheirs(_ entry: Entry) -> ErrorBody {
        ErrorBody(
            .invalid,
            "cannot log “\(entry.id)” for \(person.name): it is neither work on a stream nor care of \(person.name)'s"
        )
    }
}
