public import Household
public import ICalendar

/// What people are to be told of conflicts: those that are new, or graver, or open again; those that are gone; those that
/// draw near. Worked out from what is open and what each person was told, not from what happened.
public struct ConflictNews: Sendable {
    let household: Household
    let now: Instant
    let unresolved: [ID<Conflict>: KnownConflict]
    let resolved: [ID<Conflict>: KnownConflict]
    let makers: [Instant: Set<String>]
    let lastChange: Instant?
    /// So long nobody must have changed anything, in seconds: whoever is at it changes more than one thing.
    static let quietTime = 120
    /// What begins so soon is told at once, in seconds.
    static let urgentTime = 7_200
    /// How long before its start a critical one is told again, in seconds; the latest first.
    static let nearTimes = [7_200, 86_400]

    /// - Parameters:
    ///   - unresolved: Every conflict that is open or accepted.
    ///   - resolved: Those that somebody was told of and that are resolved.
    ///   - makers: Who made changes at a moment: a person's id, or `admin`. What was found at another moment, time alone
    ///     brought into view.
    ///   - lastChange: When something was changed last.
    public init(
        household: Household,
        now: Instant,
        unresolved: [ID<Conflict>: KnownConflict],
        resolved: [ID<Conflict>: KnownConflict],
        makers: [Instant: Set<String>],
        lastChange: Instant?
    ) {
        self.household = household
        self.now = now
        self.unresolved = unresolved
        self.resolved = resolved
        self.makers = makers
        self.lastChange = lastChange
    }

    /// What a person was told of a conflict.
    public struct Told: Hashable, Sendable {
        public var severity: Severity
        public var at: Instant

        public init(severity: Severity, at: Instant) {
            self.severity = severity
            self.at = at
        }
    }

    /// What is to be told now, and what to remember of it.
    public struct Answer: Sendable {
        public internal(set) var letters: [Letter] = []
        public internal(set) var told: [ID<Conflict>: Severity] = [:]
        /// Of which the person need not be told that they are gone.
        public internal(set) var forgotten: Set<ID<Conflict>> = []
        /// When to ask again.
        public internal(set) var next: Instant?

        mutating func ask(at moment: Instant) {
            next = min(next ?? moment, moment)
        }
    }

    /// What one person is to be told.
    public func answer(for person: Person, told: [ID<Conflict>: Told]) -> Answer {
        var answer = Answer()
        let silence = person.notify.quiet?.end(at: now, in: household.zone)
        tellNew(to: person, told, silence, &answer)
        tellGone(to: person, told, silence, &answer)
        tellNear(to: person, told, silence, &answer)
        return answer
    }

    // MARK: New

    private func tellNew(
        to person: Person,
        _ told: [ID<Conflict>: Told],
        _ silence: Instant?,
        _ answer: inout Answer
    ) {
        let fresh = unresolved.values.filter { isNews($0, for: person, told[$0.id]) }
        let tellable = fresh.filter { $0.mayBeTold(in: silence) }
        if tellable.count < fresh.count, let silence { answer.ask(at: silence) }
        guard !tellable.isEmpty else { return }
        let settled = lastChange.map { $0.adding(seconds: Self.quietTime) } ?? now
        // A clock that was set back makes nobody wait longer than that.
        let isSettled = settled <= now || settled - now > Self.quietTime
        guard isSettled || tellable.contains(where: isUrgent) else { return answer.ask(at: settled) }
        for known in tellable { answer.told[known.id] = known.conflict.severity }
        answer.letters += letters(.conflicts, tellable, to: person) { $0.conflict.severity }
    }

    /// Not what one was told, nor what one has just made and been shown; what time alone brings into view is the
    /// digest's to say. Critical ones are always told.
    private func isNews(_ known: KnownConflict, for person: Person, _ told: Told?) -> Bool {
        let severity = known.conflict.severity
        guard known.status == .open, known.conflict.interval.end > now, person.wants(severity),
            household.concerns(known.conflict, person)
        else { return false }
        if let told { return told.severity < severity }
        if severity == .critical { return true }
        let makers = makers[known.foundAt] ?? []
        return makers.isEmpty ? !person.hasDigest : makers != [person.id.rawValue]
    }

    private func isUrgent(_ known: KnownConflict) -> Bool {
        known.begins.map { $0 - now < Self.urgentTime } ?? false
    }

    // MARK: Gone

    private func tellGone(
        to person: Person,
        _ told: [ID<Conflict>: Told],
        _ silence: Instant?,
        _ answer: inout Answer
    ) {
        var gone: [KnownConflict] = []
        for id in told.keys.sorted() {
            if let known = unresolved[id] {
                // Somebody lives with it, or it is over.
                if known.status == .accepted || known.conflict.interval.end <= now { answer.forgotten.insert(id) }
            } else if let known = resolved[id], let at = known.resolvedAt, at < known.conflict.interval.end,
                makers[at] != [person.id.rawValue]
            {
                gone.append(known)
            } else {
                answer.forgotten.insert(id)
            }
        }
        guard !gone.isEmpty else { return }
        let settled = lastChange.map { $0.adding(seconds: Self.quietTime) } ?? now
        if let silence { return answer.ask(at: silence) }
        guard settled <= now || settled - now > Self.quietTime else { return answer.ask(at: settled) }
        answer.forgotten.formUnion(gone.map(\.id))
        answer.letters += letters(.resolved, gone, to: person) { told[$0.id]?.severity ?? .notice }
    }

    // MARK: Near

    private func tellNear(
        to person: Person,
        _ told: [ID<Conflict>: Told],
        _ silence: Instant?,
        _ answer: inout Answer
    ) {
        for (id, told) in told.sorted(by: { $0.key < $1.key }) {
            guard let known = unresolved[id], known.status == .open, known.conflict.severity == .critical,
                let begins = known.begins, begins > now
            else { continue }
            let moments = Self.nearTimes.map { (before: $0, at: begins.adding(seconds: -$0)) }
            if let next = moments.map(\.at).filter({ $0 > now }).min() { answer.ask(at: next) }
            guard let near = moments.first(where: { $0.at <= now }), told.at < near.at else { continue }
            if let silence, begins >= silence {
                answer.ask(at: silence)
                continue
            }
            answer.letters += escalation(known, begins, hours: near.before / 3_600, to: person)
        }
    }
}

extension KnownConflict {
    /// When it begins to hurt; nil for one about a day or a week as a whole.
    var begins: Instant? {
        switch conflict.kind.identity {
        case .occurrences, .stretch: conflict.interval.start
        case .subject: conflict.interval.end
        case .span: nil
        }
    }

    /// In silence only what is critical and begins before it ends.
    fileprivate func mayBeTold(in silence: Instant?) -> Bool {
        guard let silence else { return true }
        return conflict.severity == .critical && begins.map { $0 < silence } ?? false
    }
}

extension Person {
    fileprivate func wants(_ severity: Severity) -> Bool { notify.channels.contains { $0.severity <= severity } }

    fileprivate var hasDigest: Bool { notify.digest != nil && notify.channels.contains(where: \.digest) }
}

extension Household {
    /// One's own, and for parents a child's and what is nobody's.
    func concerns(_ conflict: Conflict, _ person: Person) -> Bool {
        if conflict.people.contains(person.id) { return true }
        guard person.role == .parent else { return false }
        return conflict.people.isEmpty || conflict.people.contains { people[$0]?.role == .child }
    }
}
