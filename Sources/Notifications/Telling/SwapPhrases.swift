import Household
import ICalendar
import Planning

/// How a swap is said to one reader: days and times in their language.
struct SwapPhrases {
    private let household: Household
    private let words: SwapWords
    private let dates: DateLanguage

    init(_ household: Household, _ reader: Person?) {
        self.household = household
        words = SwapWords(household)
        dates = DateLanguage(reader?.notify.language)
    }

    private var zone: Zone { household.zone }

    func name(_ person: ID<Person>) -> String { words.name(person) }

    /// `Wed 25 Nov 14:30–17:30`; of a series `from Wed 25 Nov 14:30–17:30 on`.
    func span(_ side: Swap.Side) -> String {
        let span = translated(zone.words(side.terms.interval), about: side.terms.start)
        return side.isFollowing ? "from \(span) on" : span
    }

    func moment(_ instant: Instant) -> String { dates.dayAndTime(zone.wall(of: instant)) }

    func task(_ side: Swap.Side) -> String { translated(words.task(side), about: side.terms.start) }

    func deed(_ side: Swap.Side, by person: ID<Person>) -> String {
        translated(words.deed(side, by: person), about: side.terms.start)
    }

    func deeds(_ swap: Swap) -> String { translated(words.deeds(swap), swap) }

    func translated(_ sentence: String, _ swap: Swap) -> String {
        translated(sentence, about: swap.wanted.terms.start)
    }

    private func translated(_ sentence: String, about instant: Instant) -> String {
        dates.translated(sentence, about: zone.wall(of: instant).date)
    }

    // MARK: What it does

    /// A series has the same again and again.
    private static let most = 6

    func effect(_ told: SwapNews.Effect) -> [String] {
        let effect = told.effect
        let about = effect.weeks.first?.start ?? Instant(secondsSinceEpoch: 0)
        var lines = told.resolved.prefix(Self.most).map { "resolves: \(translated($0, about: about))" }
        lines += told.created.prefix(Self.most).map { "new: \(translated($0, about: about))" }
        let more = max(told.created.count - Self.most, 0) + max(told.resolved.count - Self.most, 0)
        if more > 0 { lines.append("and \(more) more") }
        if lines.isEmpty { lines.append("no conflict comes or goes with it") }
        lines += effect.deadlines.map(deadline)
        if let week = effect.weeks.first {
            let first = dates.day(zone.wall(of: week.start).date)
            let weeks = effect.weeks.count == 1 ? "the week of \(first)" : "the weeks that it touches"
            lines.append("care in \(weeks): " + effect.parents.map(care).joined(separator: "; "))
        }
        return lines
    }

    private func deadline(_ shift: SwapEffect.DeadlineShift) -> String {
        let (before, after) = (shift.before, shift.after)
        return "\(before.deadline.title) (\(before.stream.name)), due \(moment(before.interval.end)): "
            + "\(lengthWords(before.deadline.remaining)) of work left, "
            + "booked \(change(before.booked, after.booked)), free \(change(before.free, after.free))"
    }

    /// `Maya 31h → 28h (52.5 % → 47.5 %)`.
    private func care(_ shift: SwapEffect.Shift) -> String {
        func percent(_ share: Int?) -> String { share.map { "\($0 / 10).\($0 % 10) %" } ?? "–" }
        let care = [shift.before, shift.after].map { Int($0.care.seconds.rounded()) }
        return "\(name(shift.person)) \(change(care[0], care[1])) "
            + "(\(percent(shift.shareBefore)) → \(percent(shift.shareAfter)))"
    }

    private func change(_ before: Int, _ after: Int) -> String {
        let (old, new) = (lengthWords(before), lengthWords(after))
        return old == new ? old : "\(old) → \(new)"
    }
}
