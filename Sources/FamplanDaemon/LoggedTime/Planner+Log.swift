import FamplanAPI
import Household
import ICalendar
import Storage

/// Changes of what was really done: checked, written with their history, and answered.
extension Planner {
    /// What somebody wants to do to the log.
    struct LogDraft {
        var changes: [LoggedChange]
        /// One line for the history: `start work on Northwind`.
        var summary: String
        /// The change that this one takes back.
        var undoes: Int?
        var warnings: [String] = []
    }

    /// No answer tells more lines.
    private static let mostLines = 200
    /// Longer than this is worth a second look, in seconds.
    private static let longest = 16 * 3_600

    func make(_ draft: LogDraft, by actor: Actor, dryRun: Bool) throws -> LogAnswer {
        let words = logWords(for: actor)
        try check(draft, words)
        let change = try write(draft, by: actor, dryRun: dryRun)
        let shown = draft.changes.prefix(Self.mostLines)
        return LogAnswer(
            change: change,
            dryRun: dryRun,
            understood: shown.map { ($0.after == nil ? "removed " : "") + words.line($0.time) },
            times: shown.map { words.item($0.time) },
            running: shown.contains { $0.after.map { $0.end == nil } ?? false },
            warnings: draft.warnings + shown.compactMap(\.after).compactMap { warning($0, words) },
            names: WireFormat(household: household).names
        )
    }

    /// Gives the change's number; nil where there was nothing to change, or nothing was to be written.
    private func write(_ draft: LogDraft, by actor: Actor, dryRun: Bool) throws -> Int? {
        guard !draft.changes.isEmpty else { return nil }
        let commit = Commit(
            changes: [],
            logged: draft.changes,
            actor: actor.name,
            summary: draft.summary,
            at: clock(),
            undoes: draft.undoes
        )
        let change = try store.commit(commit, dryRun: dryRun)
        watchers.ring()
        return dryRun ? nil : change
    }

    /// Refuses what can't have been: what is not over, ends before it begins, or happened beside something else.
    private func check(_ draft: LogDraft, _ words: LogWords) throws {
        let gone = Set(draft.changes.compactMap(\.before?.id))
        let written = draft.changes.compactMap(\.after).sorted { ($0.person, $0.start) < ($1.person, $1.start) }
        for (one, next) in zip(written, written.dropFirst()) where one.overlaps(next) { throw clash(one, next, words) }
        for time in written {
            try checkTimes(time, words)
            if let other = try store.overlapping(time, besides: gone) { throw clash(other, time, words) }
        }
    }

    private func clash(_ other: LoggedTime, _ time: LoggedTime, _ words: LogWords) -> ErrorBody {
        ErrorBody(
            .clash,
            "cannot log two things of \(words.name(time.person)) at the same time (`famplan log edit \(other.id) …` "
                + "changes what is there)",
            details: ["there is \(words.line(other))", "this is \(words.line(time))"]
        )
    }

    private func checkTimes(_ time: LoggedTime, _ words: LogWords) throws {
        let now = clock()
        if time.isPrivate, household.people[time.person]?.role == .carer {
            throw ErrorBody(
                .invalid,
                "cannot keep what \(words.name(time.person)) did private: it is both parents' to know"
            )
        }
        if let end = time.end, end <= time.start {
            throw ErrorBody(.invalid, "cannot log \(words.when(time)): it ends before it begins, or as it does")
        }
        guard time.start <= now, time.end ?? now <= now else {
            throw ErrorBody(
                .invalid,
                "cannot log \(words.when(time)): what is not over yet is a plan (`famplan add work`, or log it when it is)"
            )
        }
    }

    private func warning(_ time: LoggedTime, _ words: LogWords) -> String? {
        let seconds = time.interval(at: clock()).seconds
        guard seconds >= Self.longest else { return nil }
        return "that is \(words.length(seconds)): if it is not right, `famplan log edit \(time.id) --to TIME` mends it"
    }

    /// Takes a change of the log back; the one who may make it may take it back.
    func undoLog(_ change: RecordedChange, by actor: Actor, dryRun: Bool) throws -> LogAnswer {
        for logged in change.logged {
            try checkOwner(of: logged.time, by: actor)
            guard try store.loggedTime(logged.time.id) == logged.after else {
                throw ErrorBody(
                    .clash,
                    "cannot undo change \(change.id): the logged time \(logged.time.id) was changed after it "
                        + "(`famplan history` shows by whom)"
                )
            }
        }
        let draft = LogDraft(
            changes: change.logged.reversed().map(\.inverse),
            summary: "undo change \(change.id) (\(change.summary))",
            undoes: change.id
        )
        return try make(draft, by: actor, dryRun: dryRun)
    }

    // MARK: Whose it is

    /// Whose time somebody logs: their own, a carer's, or, for the administrator, whoever's.
    func logger(_ name: String?, by actor: Actor) throws -> Person {
        guard let name else {
            guard case .person(let id) = actor, let person = household.people[id] else {
                throw ErrorBody(.invalid, "cannot tell whose time that is: say whose (--who PERSON)")
            }
            return person
        }
        let id = try household.personNames.id(name)
        guard let person = household.people[id], person.isAdult else {
            let name = household.people[id]?.name ?? name
            throw ErrorBody(.invalid, "cannot log the time of \(name): a child's is not logged")
        }
        try checkOwner(id, by: actor)
        return person
    }

    func checkOwner(of time: LoggedTime, by actor: Actor) throws { try checkOwner(time.person, by: actor) }

    func checkOwner(_ id: ID<Person>, by actor: Actor) throws {
        guard actor != .admin, actor != .person(id), household.people[id]?.role != .carer else { return }
        let name = household.people[id]?.name ?? id.rawValue
        throw ErrorBody(
            .notAllowed,
            "cannot change what \(name) logged: that is \(name)'s own (or the administrator's: `sudo famplan …`)"
        )
    }

    // MARK: Words

    /// On one line; nil where nothing is left.
    func note(_ text: String?) throws -> String? {
        guard let text else { return nil }
        let note = text.onOneLine
        guard note.unicodeScalars.count <= 1_000 else {
            throw ErrorBody(.invalid, "cannot take so long a note: at most 1,000 letters")
        }
        return note.isEmpty ? nil : note
    }

    var logMoments: LogMoments { LogMoments(zone: household.zone, now: clock()) }

    /// In words that tell whoever acts nothing that is private to others.
    func logWords(for actor: Actor) -> LogWords {
        LogWords(household: household, now: clock(), viewer: actor.viewer(in: household))
    }
}

extension LoggedTime {
    fileprivate func overlaps(_ other: LoggedTime) -> Bool {
        guard person == other.person else { return false }
        return (end.map { $0 > other.start } ?? true) && (other.end.map { $0 > start } ?? true)
    }
}
