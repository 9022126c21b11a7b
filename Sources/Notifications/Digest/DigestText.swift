import Household
import ICalendar
import Planning

/// A digest as plain text.
struct DigestText {
    private let digest: Digest
    private let words: DigestWords
    private let headline: DigestHeadline

    init(_ digest: Digest) {
        self.digest = digest
        words = digest.words
        headline = DigestHeadline(digest)
    }

    var text: String {
        var page = TextPage()
        page.add("\(words.day(digest.date)) · \(words.household.settings.name)")
        page.addGap()
        page.add("Hello \(words.name(digest.person)). \(headline.sentence)")
        addConflicts(digest.conflicts.newTold, "New since yesterday (\(digest.conflicts.new.count))", to: &page)
        addConflicts(digest.conflicts.olderTold, "Still open (\(digest.conflicts.older.count))", to: &page)
        if let accepted = headline.accepted {
            page.addGap()
            page.add(accepted)
        }
        addSwaps(to: &page)
        if !digest.isEmpty { addToday(to: &page) }
        addTomorrow(to: &page)
        addGaps(to: &page)
        addDeadlines(to: &page)
        addBalance(to: &page)
        page.addGap()
        page.addDrawn(String(repeating: "-", count: TextPage.width))
        for line in headline.footer { page.add(line) }
        return page.text
    }

    // MARK: Conflicts

    private func addConflicts(_ list: ConflictList, _ title: String, to page: inout TextPage) {
        guard !list.isEmpty else { return }
        page.addHeading(title)
        for group in list.groups {
            page.addGap()
            page.add(group.title)
            for known in group.conflicts {
                let conflict = known.conflict
                page.add("\(words.when(conflict)) · \(words.who(conflict)) · \(known.id)", label: "* ", indent: 2)
                page.add(words.message(conflict), indent: 4)
                page.add("famplan suggest \(known.id)", indent: 4)
                page.addSlot(known.id, indent: 4)
            }
        }
        guard let remainder = list.remainder else { return }
        page.addGap()
        page.add(remainder)
    }

    private func addSwaps(to page: inout TextPage) {
        guard !digest.swaps.lines.isEmpty else { return }
        page.addHeading(DigestSwaps.heading)
        for line in digest.swaps.lines {
            page.add(line.sentence, label: "* ", indent: 2)
            page.add(line.command, indent: 4)
        }
    }

    private func addGaps(to page: inout TextPage) {
        guard !digest.conflicts.gaps.isEmpty else { return }
        page.addHeading("Gaps in the next seven days")
        for gap in digest.conflicts.gaps {
            let children = DigestWords.list(gap.children.map(words.name))
            page.add("nobody has \(children)", label: "! \(words.when(gap.interval))  ", indent: 2)
        }
    }

    // MARK: The day

    private func addToday(to page: inout TextPage) {
        let day = digest.today
        page.addHeading("Today, \(words.day(day.date))")
        if !day.children.isEmpty {
            let strip = CarerStrip(digest, day)
            page.addGap()
            for line in strip.lines { page.addDrawn(line) }
            page.add(strip.key, indent: 8)
        }
        for (child, stretches) in day.children {
            page.addGap()
            page.add(child.name)
            for stretch in stretches where stretch.kind != .none {
                let mark = stretch.kind == .gap ? "! " : "  "
                page.add(
                    stretch.kind == .gap ? "*** NOBODY ***" : words.carers(stretch),
                    label: mark + column(words.span(stretch.interval, in: day.interval))
                )
            }
        }
        for (person, items) in day.adults { add(items, of: person.name, to: &page) }
        if !day.everybody.isEmpty { add(day.everybody, of: "Also", to: &page) }
    }

    private func add(_ items: [DayItem], of name: String, to page: inout TextPage) {
        page.addGap()
        page.add(name)
        if items.isEmpty { page.add("nothing planned", indent: 2) }
        for item in items {
            page.add(item.words, label: column(words.span(item, in: digest.today.interval)), indent: 2)
        }
    }

    /// A time, as wide as all times are.
    private func column(_ time: String) -> String { ColumnWidth.padded(time, to: 13) }

    private func addTomorrow(to page: inout TextPage) {
        page.addHeading("Tomorrow, \(words.day(digest.tomorrow.date))")
        guard let first = digest.firstCommitment else { return page.add("Nothing that can’t wait.", indent: 2) }
        page.add(first.words, label: column(words.span(first, in: digest.tomorrow.interval)), indent: 2)
    }

    // MARK: The week

    /// Broken between the parts alone.
    private func joined(_ parts: [String]) -> String { parts.map(DigestWords.unbroken).joined(separator: " · ") }

    private func addDeadlines(to page: inout TextPage) {
        guard !digest.deadlines.isEmpty else { return }
        page.addHeading("Deadlines")
        for standing in digest.deadlines {
            page.add(words.deadline(standing), label: "* ", indent: 2)
            page.add(words.numbers(standing), indent: 4)
        }
    }

    private func addBalance(to page: inout TextPage) {
        guard let balance = digest.balance else { return }
        page.addHeading("This week, \(words.when(balance.week))")
        for (name, parts) in balance.parents { page.add("\(name): \(joined(parts))", label: "  ") }
        page.add(joined(balance.shared), label: "  ")
        guard !balance.goals.isEmpty else { return }
        page.addGap()
        for goal in balance.goals {
            page.add(
                words.translated(goal.sentence, about: balance.week.start),
                label: goal.isMet ? "✓ " : "· ",
                indent: 2
            )
        }
    }
}
