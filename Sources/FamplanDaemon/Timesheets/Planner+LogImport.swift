import FamplanAPI
import Household
import ICalendar
import Storage

/// Times that other programs wrote down.
extension Planner {
    /// Takes what can be taken, in one change, and tells of the rest with its lines. What is there already is left as it is:
    /// the same person's, of the same start, on the same thing.
    func importLog(_ request: LogImportRequest, by actor: Actor) throws -> LogImportAnswer {
        let found = try read(request)
        var taking = ImportedLog(
            household: household,
            names: try ImportedNames(request, in: household),
            now: clock(),
            viewer: actor.viewer(in: household),
            next: try store.nextLoggedTime()
        )
        let owner = try request.person.map { try logger($0, by: actor) } ?? own(actor)
        let ends = (found.times.map(\.start).min(), found.times.map(\.end).max())
        if case (let from?, let to?) = ends {
            taking.known = Dictionary(grouping: try store.loggedTimes(from: from, to: to), by: \.person)
        }
        for time in found.times.sorted(by: { $0.start < $1.start }) {
            taking.take(time, owner: owner) { try checkOwner($0, by: actor) }
        }
        let change = try write(taking.added, as: request.name, by: actor, dryRun: request.dryRun)
        let most = ImportedTimes.mostProblems
        let problems = (found.problems.map { ($0.line, $0.reason) } + taking.problems).sorted { $0.0 < $1.0 }
        return LogImportAnswer(
            change: change,
            dryRun: request.dryRun,
            added: taking.added.count,
            unchanged: taking.unchanged,
            minutes: Double(taking.added.reduce(0) { $0 + $1.interval(at: clock()).seconds }) / 60,
            problems: problems.prefix(most).map { LogImportProblem(line: $0.0, reason: $0.1) },
            otherProblems: found.otherProblems + taking.otherProblems + max(0, problems.count - most)
        )
    }

    private func read(_ request: LogImportRequest) throws -> ImportedTimes {
        do {
            return try times(of: request)
        } catch is ImportedTimes.TooMany {
            throw ErrorBody(
                .tooLarge,
                "cannot import \(request.name): it has more than 200,000 lines or times; give it in parts"
            )
        }
    }

    private func times(of request: LogImportRequest) throws -> ImportedTimes {
        let format = try request.format.map(readable) ?? TimeFormat(of: request.text)
        switch format {
        case .timeclock: return try TimeclockReader.read(request.text, in: household.zone)
        case .timewarrior where TimeFormat(of: request.text) != .timewarriorJSON:
            return try TimewarriorReader.readLines(request.text)
        case .timewarrior, .timewarriorJSON: return try TimewarriorReader.readJSON(request.text)
        case .csv, .text, nil:
            throw ErrorBody(
                .invalid,
                "cannot tell what \(request.name) is: neither a timeclock file nor Timewarrior's (say which: --format)"
            )
        }
    }

    private func readable(_ text: String) throws -> TimeFormat {
        let formats = [TimeFormat.timeclock, .timewarrior, .timewarriorJSON]
        if let format = formats.first(where: { $0.rawValue == text }) { return format }
        throw ErrorBody(.invalid, Spelling.unknown("format", text, among: formats.map(\.rawValue)))
    }

    private func own(_ actor: Actor) -> Person? {
        guard case .person(let id) = actor else { return nil }
        return household.people[id]
    }

    private func write(_ times: [LoggedTime], as name: String, by actor: Actor, dryRun: Bool) throws -> Int? {
        guard !times.isEmpty else { return nil }
        let what = times.count == 1 ? "1 time" : "\(times.count) times"
        let commit = Commit(
            changes: [],
            logged: times.map(LoggedChange.init(adding:)),
            actor: actor.name,
            summary: "import \(what) really worked from \(name)",
            at: clock()
        )
        let change = try store.commit(commit, dryRun: dryRun)
        watchers.ring()
        return dryRun ? nil : change
    }
}

/// Times of another program on their way into the log.
private struct ImportedLog {
    let household: Household
    let names: ImportedNames
    let now: Instant
    let viewer: Viewer
    /// The number of the next one.
    var next: Int
    /// What is there already, by person, in order of start.
    var known: [ID<Person>: [LoggedTime]] = [:]
    private(set) var added: [LoggedTime] = []
    private(set) var unchanged = 0
    private(set) var problems: [(Int, String)] = []
    private(set) var otherProblems = 0
    /// For each person, the end of what was taken last; times come in order of start.
    private var last: [ID<Person>: LoggedTime] = [:]

    init(household: Household, names: ImportedNames, now: Instant, viewer: Viewer, next: Int) {
        (self.household, self.names, self.now, self.viewer, self.next) = (household, names, now, viewer, next)
    }

    mutating func take(_ time: ImportedTime, owner: Person?, mayLog: (ID<Person>) throws -> Void) {
        do {
            guard let person = names.person(time.words) ?? owner else {
                throw ErrorBody(.invalid, "nobody says whose it is (--who PERSON)")
            }
            try mayLog(person.id)
            let logged = LoggedTime(
                id: next,
                person: person.id,
                activity: try names.activity(time.words, of: person),
                start: time.start,
                end: time.end,
                note: try note(time.note)
            )
            try add(logged)
        } catch {
            guard problems.count < ImportedTimes.mostProblems else { return otherProblems += 1 }
            problems.append((time.line, ErrorBody(of: error).error.message))
        }
    }

    private mutating func add(_ time: LoggedTime) throws {
        guard let end = time.end, end <= now else { throw ErrorBody(.invalid, "it is not over yet") }
        let words = LogWords(household: household, now: now, viewer: viewer)
        let own = known[time.person] ?? []
        // The first that ends after it begins: none before can overlap.
        let index = own.partitioningIndex { $0.end.map { $0 > time.start } ?? true }
        if index < own.endIndex, own[index].start < end {
            let other = own[index]
            if other.start == time.start, other.activity == time.activity { return unchanged += 1 }
            throw ErrorBody(.clash, "there is something at that time: \(words.line(other))")
        }
        if let other = last[time.person], let otherEnd = other.end, otherEnd > time.start {
            if other.start == time.start, other.activity == time.activity { return unchanged += 1 }
            throw ErrorBody(.clash, "the file has something else at that time: \(words.when(other))")
        }
        last[time.person] = time
        added.append(time)
        next += 1
    }

    private func note(_ text: String?) throws -> String? {
        let note = text?.onOneLine ?? ""
        guard note.unicodeScalars.count <= 1_000 else {
            throw ErrorBody(.invalid, "its note is longer than 1,000 letters")
        }
        return note.isEmpty ? nil : note
    }
}

/// What the words of another program mean here.
private struct ImportedNames {
    private let household: Household
    private let stream: Stream?
    /// Words that are to mean a stream, in lower case.
    private var mapped: [String: Stream] = [:]

    init(_ request: LogImportRequest, in household: Household) throws {
        self.household = household
        stream = try request.stream.map { try Self.stream($0, household) }
        for (word, id) in request.meaning { mapped[word.lowercased()] = try Self.stream(id, household) }
    }

    func person(_ words: [String]) -> Person? {
        words.lazy.compactMap { ID<Person>($0.lowercased()) }.compactMap { household.people[$0] }.first { $0.isAdult }
    }

    /// Work on the stream that was said; care where `care` stands with a child; else the stream that a word names, the last
    /// first; else care of the children that are named.
    func activity(_ words: [String], of person: Person) throws -> Activity {
        if let stream { return try work(stream, of: person) }
        let care = care(words)
        let texts = words.map { $0.lowercased() }
        if let care, texts.contains("care"), !texts.contains(where: { mapped[$0] != nil }) { return care }
        for word in words.reversed() {
            let text = word.lowercased()
            if let stream = mapped[text] ?? ID<Stream>(text).flatMap({ household.streams[$0] })
                ?? household.streams.values.first(where: { $0.name.lowercased() == text })
            {
                return try work(stream, of: person)
            }
        }
        if let care { return care }
        let said =
            words.isEmpty ? "it has no account and no tag" : "nothing of “\(words.joined(separator: " "))” is a stream"
        throw ErrorBody(.notFound, "\(said) or a child here (--stream STREAM takes all, --map WORD=STREAM one word)")
    }

    private func care(_ words: [String]) -> Activity? {
        let children = words.flatMap { $0.split(separator: ",") }.compactMap { ID<Person>(String($0).lowercased()) }
            .filter { household.people[$0]?.role == .child }
        return children.isEmpty ? nil : .care(children: household.people.keys.filter(children.contains))
    }

    private func work(_ stream: Stream, of person: Person) throws -> Activity {
        guard stream.owner == person.id else {
            throw ErrorBody(.invalid, "“\(stream.id)” is no stream of \(person.name)'s")
        }
        return .work(stream: stream.id)
    }

    private static func stream(_ text: String, _ household: Household) throws -> Stream {
        let names = household.streamNames
        guard let stream = household.streams[try names.id(text)] else {
            throw ErrorBody(.notFound, names.unknown(text))
        }
        return stream
    }
}

extension [LoggedTime] {
    /// The first index from which on a condition holds, which holds for none before and all after.
    fileprivate func partitioningIndex(where holds: (LoggedTime) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
