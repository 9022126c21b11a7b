import FamplanAPI
import Household
import ICalendar
import Phrases
import Planning

/// What somebody wants to hand over, read and refused where it makes no sense.
extension Planner {
    /// One thing that would go from one parent to another.
    ///
    /// - Parameters:
    ///   - name: `ama-wednesday@2026-11-25`; a series without a day is meant from its next occurrence on.
    ///   - wanted: what of it; all that it names `from` for where nothing is said.
    func swapSide(
        _ name: String,
        from: Person,
        to: Person,
        parts wanted: [Swap.Part],
        by actor: Actor
    ) throws -> Swap.Side {
        let target = try target(EntryTarget(name: name), by: actor)
        let entry = target.entry
        if entry.isHidden(from: .parents([from.id])) || entry.isHidden(from: .parents([to.id])) {
            throw ErrorBody(
                .invalid,
                "cannot ask \(to.name) to take over “\(entry.id)”: it is private, and not both of you are shown it "
                    + "(show it to everybody: `famplan edit \(entry.id) --not-private`)"
            )
        }
        let (start, isFollowing) = try swapStart(of: target)
        guard let terms = household.swapTerms(of: entry, at: start, following: isFollowing) else {
            throw ErrorBody(.invalid, "cannot swap \(name): “\(entry.title)” does not take place then")
        }
        guard terms.start > clock() else {
            let begun = household.zone.words(terms.start)
            throw ErrorBody(.invalid, "cannot swap \(name): “\(terms.title)” began on \(begun) (a later one can be)")
        }
        let own = terms.parts(of: from.id)
        let side = Swap.Side(
            entry: entry.id,
            of: start,
            isFollowing: isFollowing,
            parts: wanted.isEmpty ? own : own.filter(wanted.contains),
            terms: terms
        )
        try checkParts(side, of: entry, from: from, to: to, wanted)
        return side
    }

    /// The original start that is meant, and whether all that follows is.
    private func swapStart(of target: Target) throws -> (start: CivilDateTime, isFollowing: Bool) {
        if let occurrence = target.occurrence { return (occurrence, false) }
        let entry = target.entry
        guard entry.repetition.isRepeating else { return (entry.time.start, false) }
        let recurrence = household.recurrence(of: entry)
        var wall = household.zone(of: entry).wall(of: clock()).adding(seconds: -1)
        // Of more in a row that are skipped, somebody has to say which is meant.
        for _ in 0..<100 {
            guard let next = recurrence.next(after: wall) else { break }
            let terms = household.swapTerms(of: entry, at: next, following: true)
            if let terms, terms.start > clock() {
                if next != entry.time.start { _ = try split(entry, at: next) }
                return (next, true)
            }
            wall = next
        }
        throw ErrorBody(.invalid, "cannot swap “\(entry.title)” (\(entry.id)): it has no date ahead")
    }

    private func checkParts(
        _ side: Swap.Side,
        of entry: Entry,
        from: Person,
        to: Person,
        _ wanted: [Swap.Part]
    ) throws {
        let what = "“\(side.terms.title)” (\(swapName(side)))"
        guard !side.parts.isEmpty else {
            throw ErrorBody(
                .invalid,
                "cannot ask for \(what): \(from.name) is not on it"
                    + (wanted.isEmpty ? "" : " as \(wanted.map(\.rawValue).joined(separator: " or "))")
                    + " (\(holders(side.terms)))"
            )
        }
        guard side.parts.contains(.people) else { return }
        if entry.kind == .work {
            let stream = entry.stream.flatMap { household.streams[$0]?.name } ?? "a stream"
            throw ErrorBody(
                .invalid,
                "cannot ask \(to.name) to take over \(what): it is work on \(stream), which is \(from.name)'s alone. To be "
                    + "free for it, ask for the care or the way that stands against it (`famplan conflicts` shows it)"
            )
        }
        if side.terms.people.contains(to.id) {
            throw ErrorBody(.invalid, "cannot ask \(to.name) to take over \(what): \(to.name) is on it already")
        }
    }

    /// Who has what of it: `Maya; Kofi fetches`.
    private func holders(_ terms: Swap.Terms) -> String {
        let words = SwapWords(household)
        var parts = [terms.people.map(words.name).joined(separator: ", ")]
        if let person = terms.dropOff { parts.append("\(words.name(person)) brings") }
        if let person = terms.pickUp { parts.append("\(words.name(person)) fetches") }
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What commands call it: `noah-school@2026-11-25`, with the time where the day alone is not unique.
    func swapName(_ side: Swap.Side) -> String {
        if side.isFollowing { return side.entry.rawValue }
        guard let entry = household.entries[side.entry] else { return "\(side.entry)@\(side.of.date)" }
        let midnight = CivilDateTime(side.of.date, .midnight)
        let starts = household.recurrence(of: entry).starts(from: midnight, until: midnight.adding(seconds: 86_400))
        return "\(side.entry)@" + (starts.count > 1 ? "\(side.of)" : "\(side.of.date)")
    }

    /// Until when there is time to answer: until what comes first begins, where nothing else is said.
    func swapEnd(_ text: String?, _ sides: [Swap.Side]) throws -> Instant {
        let zone = household.zone
        let first = sides.min { $0.terms.start < $1.terms.start }
        guard let first else { preconditionFailure("something changes hands") }
        guard let text else { return first.terms.start }
        let end: Instant
        switch try DateWords(present).meaning(of: text) {
        // A day is meant to its end.
        case .date(let date):
            end = min(zone.startOfDay(date.adding(days: 1)), max(first.terms.start, zone.startOfDay(date)))
        case .time(let time): end = zone.instant(of: CivilDateTime(today, time))
        case .both(let both): end = zone.instant(of: both)
        case nil:
            throw ErrorBody(.invalid, "cannot read “\(text)” as the time to answer by (try \(DateWords.examples))")
        }
        guard end > clock() else {
            throw ErrorBody(.invalid, "cannot ask for an answer by \(zone.words(end)): that is over already")
        }
        guard end <= first.terms.start else {
            throw ErrorBody(
                .invalid,
                "cannot ask for an answer by \(zone.words(end)): “\(first.terms.title)” begins on "
                    + "\(zone.words(first.terms.start)) (leave out --by to ask until then)"
            )
        }
        return end
    }
}
