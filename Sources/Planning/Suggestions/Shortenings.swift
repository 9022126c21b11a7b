import Household
import ICalendar

/// Something that may be moved ends earlier, or begins later: just so much as mends the conflict.
struct Shortenings: Proposing {
    /// A conflict of a whole week can have much work in it; what loses least is tried.
    private static let most = 8

    func proposals(in situation: Situation) -> [Proposal] {
        let alone = Excess.all(in: situation).flatMap { excess in
            excess.cuts.compactMap { Shortening($0, of: excess.occurrence, in: situation) }
        }.map { $0.proposal(in: situation) }
        return Array(
            (alone + handovers(situation)).sorted { ($0.lost, $0.title) < ($1.lost, $1.title) }.prefix(Self.most)
        )
    }

    /// What leaves somebody no time to bring or to fetch; only where it is one thing.
    private func handovers(_ situation: Situation) -> [Proposal] {
        guard let handover = NamedHandover(situation) else { return [] }
        let wanted = situation.parents.filter { !handover.others.contains($0) }
        return wanted.flatMap { parent -> [Proposal] in
            let blocking = handover.blocking(parent)
            guard let only = blocking.first, blocking.count == 1, only.start >= situation.now else { return [] }
            let way = handover.way(from: only)
            let cuts = [Cut.end(only.end - handover.at + way), .start(handover.at - only.start + way)]
            return cuts.compactMap { Shortening($0, of: only, in: situation) }.map {
                $0.proposal(in: situation, for: parent, toDo: handover)
            }
        }
    }
}

/// One occurrence that is made shorter.
struct Shortening {
    /// Ends and starts lie on five minutes, as what they make way for mostly does.
    private static let step = 300
    /// At least half of it is left, and this much: less is not what was planned any more.
    private static let least = 900

    private let occurrence: Occurrence
    private let interval: Interval

    /// Nil where it may not be moved, where nothing has to be cut, and where too little would be left. Nor are care and
    /// school made shorter: others look after children by them.
    init?(_ cut: Cut, of occurrence: Occurrence, in situation: Situation) {
        let entry = situation.entry(of: occurrence)
        guard entry.movable != .fixed, !entry.time.isAllDay, entry.kind != .care, entry.kind != .school,
            cut.seconds > 0, cut.seconds < occurrence.interval.seconds
        else { return nil }
        self.occurrence = occurrence
        switch cut {
        case .end(let seconds):
            interval = Interval(occurrence.start, occurrence.end.adding(seconds: -seconds).roundedDown(to: Self.step))
        case .start(let seconds):
            interval = Interval(occurrence.start.adding(seconds: seconds).roundedUp(to: Self.step), occurrence.end)
        }
        let left = interval.end - interval.start
        guard left >= Self.least, left * 2 >= occurrence.interval.seconds else { return nil }
    }

    func proposal(in situation: Situation) -> Proposal {
        var edits = Edits(situation.household)
        make(in: &edits, situation)
        return proposal(edits, then: "", people: situation.members(of: occurrence), situation)
    }

    /// After which a parent can bring or fetch.
    func proposal(in situation: Situation, for parent: ID<Person>, toDo handover: NamedHandover) -> Proposal {
        var edits = parent == handover.named ? Edits(situation.household) : handover.done(by: parent)
        make(in: &edits, situation)
        let then = "; then \(situation.name(parent)) can \(handover.words)"
        let people = handover.people(besides: parent) + situation.members(of: occurrence)
        return proposal(edits, then: then, people: people, situation)
    }

    private func make(in edits: inout Edits, _ situation: Situation) {
        let zone = situation.household.zone(of: situation.entry(of: occurrence))
        edits.edit(situation.schedule.id(of: occurrence)) { fields in
            if interval.start != occurrence.start { fields.start = zone.wall(of: interval.start) }
            fields.length = interval.seconds
        }
    }

    private func proposal(_ edits: Edits, then: String, people: [ID<Person>], _ situation: Situation) -> Proposal {
        let title = title(situation) + then
        let members = situation.members(of: occurrence).count
        return Proposal(
            way: .shorten,
            title: title,
            changes: edits.changes,
            group: title,
            lost: (occurrence.interval.seconds - interval.seconds) * max(members, 1),
            people: people
        )
    }

    /// `End “Northwind call” at 15:00 on Tue 24 Nov (30 min shorter)`.
    private func title(_ situation: Situation) -> String {
        let name = situation.words.title(occurrence)
        let what =
            if interval.start == occurrence.start {
                "End \(name) \(situation.words.moment(interval.end))"
            } else {
                "Begin \(name) \(situation.words.moment(interval.start))"
            }
        return "\(what) (\(Self.length(occurrence.interval.seconds - interval.seconds)) shorter)"
    }

    /// `30 min`, `1 h`, `1 h 15 min`.
    private static func length(_ seconds: Int) -> String {
        let parts = [(seconds / 3_600, "h"), (seconds % 3_600 / 60, "min")]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}

/// How much earlier something would have to end, or later begin, in seconds.
enum Cut {
    case end(Int)
    case start(Int)

    var seconds: Int {
        switch self {
        case .end(let seconds), .start(let seconds): seconds
        }
    }
}

extension Instant {
    fileprivate func roundedDown(to step: Int) -> Instant {
        let past = secondsSinceEpoch % step
        return adding(seconds: past < 0 ? -past - step : -past)
    }

    fileprivate func roundedUp(to step: Int) -> Instant { adding(seconds: step - 1).roundedDown(to: step) }
}
