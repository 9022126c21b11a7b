public import Household
public import ICalendar
import Planning

/// What a person is to be told of what others changed in their plan. Worked out from the plan as it was when they were
/// told last, and as it is.
public struct ChangeNews: Sendable {
    let household: Household
    let now: Instant
    private let changes: [EntryChange]
    private let lastChange: Instant
    /// How far ahead series are looked at, from now or from their start, in seconds.
    private static let lookingAhead = 397 * 86_400
    /// So near the end of that, what comes or goes may only have moved over it.
    private static let edge = 31 * 86_400
    private static let longestAhead = 5 * 366 * 86_400

    /// - Parameters:
    ///   - household: as it is, with the zones of what was changed.
    ///   - changes: of the history, the oldest first.
    ///   - lastChange: when something was changed last.
    public init(household: Household, now: Instant, changes: [EntryChange], lastChange: Instant) {
        self.household = household
        self.now = now
        self.changes = changes
        self.lastChange = lastChange
    }

    /// What is to be told now.
    public struct Answer: Sendable {
        public internal(set) var letters: [Letter] = []
        /// Whether nothing of these changes is left to be told.
        public internal(set) var isDone = false
        /// When to ask again.
        public internal(set) var next: Instant?
    }

    /// What one person is to be told of what came after a change of the history.
    public func answer(for person: Person, after change: Int) -> Answer {
        let items = items(for: person, after: change)
        guard let last = changes.last, !items.isEmpty else { return Answer(isDone: true) }
        if let silence = person.notify.quiet?.end(at: now, in: household.zone) { return Answer(next: silence) }
        let settled = lastChange.adding(seconds: ConflictNews.quietTime)
        // A clock that was set back makes nobody wait longer than that.
        let isSettled = settled <= now || settled - now > ConflictNews.quietTime
        guard isSettled || items.contains(where: isUrgent) else { return Answer(next: settled) }
        return Answer(letters: letters(items, to: person, named: "change-\(change)-\(last.id)"), isDone: true)
    }

    private func isUrgent(_ item: ChangeItem) -> Bool { item.start - now < ConflictNews.urgentTime }

    /// In order of time.
    func items(for person: Person, after change: Int) -> [ChangeItem] {
        let net = NetChange.all(changes.filter { $0.id > change }, butBy: person.id.rawValue)
            .map { $0.seen(by: Viewer(person), in: household) }
        let words = ChangeWords(household, DateLanguage(person.notify.language))
        let items = Dictionary(grouping: net, by: \.group).values.flatMap { words.items($0, differences($0, person)) }
        return items.sorted { ($0.start, $0.change, $0.text) < ($1.start, $1.change, $1.text) }
    }

    // MARK: Before and after

    /// What differs for a person of what is not over.
    private func differences(_ net: [NetChange], _ person: Person) -> [Difference] {
        let before = net.compactMap(\.before).filter { mayConcern($0, person) }
        let after = net.compactMap(\.after).filter { mayConcern($0, person) }
        guard !before.isEmpty || !after.isEmpty else { return [] }
        // Both sides in full: where one does not concern the person any more, the other says so.
        let all = net.flatMap { [$0.before, $0.after].compactMap(\.self) }
        let window = Interval(now, end(of: all))
        let edge = window.end.adding(seconds: -Self.edge)
        let (old, new) = (happenings(net.compactMap(\.before), window), happenings(net.compactMap(\.after), window))
        return Difference.all(old, new, in: household).filter { difference in
            difference.isVisible && (difference.isWhole || difference.start < edge)
                && [difference.before, difference.after].contains {
                    $0.map { household.concerns($0.entry, person) } ?? false
                }
        }
    }

    private func mayConcern(_ entry: Entry, _ person: Person) -> Bool {
        household.concerns(entry, person)
            || entry.overrides.contains { override in
                guard case .changed(let fields) = override.change else { return false }
                return household.concerns(entry.applying(fields), person)
            }
    }

    private func end(of entries: [Entry]) -> Instant {
        let ends = entries.map { entry in
            let start = max(now, household.zone(of: entry).instant(of: entry.time.start))
            return start.adding(seconds: Self.lookingAhead)
        }
        let end = ends.max() ?? now
        let isRepeating = entries.contains { $0.repetition.isRepeating }
        return isRepeating ? min(end, now.adding(seconds: Self.longestAhead)) : end
    }

    private func happenings(_ entries: [Entry], _ window: Interval) -> [Happening] {
        entries.flatMap { entry in
            household.occurrences(of: entry, over: window).map {
                Happening(entry: $0.entry, of: $0.of, interval: $0.interval)
            }
        }
    }
}

extension Household {
    /// One's own, to be brought or fetched by oneself, and for parents a child's.
    func concerns(_ entry: Entry, _ person: Person) -> Bool {
        if entry.people.contains(person.id) || entry.dropOff == person.id || entry.pickUp == person.id { return true }
        guard person.role == .parent else { return false }
        return (entry.people + entry.children).contains { people[$0]?.role == .child }
    }
}
