import Household
import ICalendar
import Planning

extension DigestPage {
    func addConflicts(_ list: ConflictList, _ title: String, to markup: inout Markup) {
        guard !list.isEmpty else { return }
        markup.element("h2", text: title)
        for group in list.groups {
            for known in group.conflicts { add(known, group.title, to: &markup) }
        }
        if let remainder = list.remainder { markup.element("p", ["class": "quiet"], text: remainder) }
    }

    private func add(_ known: KnownConflict, _ level: String, to markup: inout Markup) {
        let conflict = known.conflict
        markup.element("div", ["class": "item \(conflict.severity.rawValue)"]) { markup in
            markup.element("p", ["class": "when"]) { markup in
                markup.element("span", ["class": "level"], text: level)
                markup.add(" · \(words.when(conflict)) · \(words.who(conflict)) · \(known.id)")
            }
            markup.element("p", ["class": "why"], text: words.message(conflict))
            markup.element("p") { $0.element("code", text: "famplan suggest \(known.id)") }
            markup.addRaw(ActionSlot.comment(known.id))
        }
        markup.breakLine()
    }

    func addSwaps(to markup: inout Markup) {
        guard !digest.swaps.lines.isEmpty else { return }
        markup.element("h2", text: DigestSwaps.heading)
        for line in digest.swaps.lines {
            markup.element("div", ["class": "item"]) { markup in
                markup.element("p", ["class": "why"], text: line.sentence)
                markup.element("p") { $0.element("code", text: line.command) }
            }
            markup.breakLine()
        }
    }

    // MARK: Days

    func addToday(to markup: inout Markup) {
        let day = digest.today
        markup.element("h2", text: "Today, \(words.day(day.date))")
        DayPicture(digest, day, name: "today").draw(in: &markup)
        for (child, stretches) in day.children { add(stretches, of: child, on: day, to: &markup) }
        for (person, items) in day.adults { add(items, of: person.name, on: day, to: &markup) }
        if !day.everybody.isEmpty { add(day.everybody, of: "Also", on: day, to: &markup) }
    }

    func addTomorrow(to markup: inout Markup) {
        let day = digest.tomorrow
        markup.element("h2", text: "Tomorrow, \(words.day(day.date))")
        if let first = digest.firstCommitment {
            markup.element("p") { markup in
                markup.add("First for you: ")
                markup.element("strong", text: words.span(first, in: day.interval))
                markup.add(" \(first.words)")
            }
        } else {
            markup.element("p", text: "Nothing that can’t wait.")
        }
        guard !digest.isEmpty, !day.isEmpty else { return }
        DayPicture(digest, day, name: "tomorrow").draw(in: &markup)
        for (child, stretches) in day.children { add(stretches, of: child, on: day, to: &markup) }
    }

    private func add(_ stretches: [CarerStretch], of child: Person, on day: DigestDay, to markup: inout Markup) {
        markup.element("h3", text: child.name)
        markup.element("table", ["role": "presentation"]) { markup in
            for stretch in stretches where stretch.kind != .none {
                row(
                    words.span(stretch.interval, in: day.interval),
                    words.carers(stretch),
                    isGap: stretch.kind == .gap,
                    in: &markup
                )
            }
        }
        markup.breakLine()
    }

    private func add(_ items: [DayItem], of name: String, on day: DigestDay, to markup: inout Markup) {
        markup.element("h3", text: name)
        guard !items.isEmpty else { return markup.element("p", ["class": "quiet"], text: "nothing planned") }
        markup.element("table", ["role": "presentation"]) { markup in
            for item in items { row(words.span(item, in: day.interval), item.words, in: &markup) }
        }
        markup.breakLine()
    }

    private func row(_ time: String, _ text: String, isGap: Bool = false, in markup: inout Markup) {
        markup.element("tr", isGap ? ["class": "gap"] : [:]) { markup in
            markup.element("td", ["class": "t"], text: time)
            markup.element("td", text: text)
        }
    }

    // MARK: The week

    func addGaps(to markup: inout Markup) {
        guard !digest.conflicts.gaps.isEmpty else { return }
        markup.element("h2", text: "Gaps in the next seven days")
        markup.element("ul") { markup in
            for gap in digest.conflicts.gaps {
                let children = DigestWords.list(gap.children.map(words.name))
                markup.element("li") { markup in
                    markup.element("strong", text: words.when(gap.interval))
                    markup.add(" nobody has \(children)")
                }
            }
        }
    }

    func addDeadlines(to markup: inout Markup) {
        guard !digest.deadlines.isEmpty else { return }
        markup.element("h2", text: "Deadlines")
        markup.element("ul") { markup in
            for standing in digest.deadlines {
                markup.element("li") { markup in
                    markup.add(words.deadline(standing))
                    markup.leaf("br")
                    markup.element("span", ["class": "when"], text: words.numbers(standing))
                }
            }
        }
    }

    func addBalance(to markup: inout Markup) {
        guard let balance = digest.balance else { return }
        markup.element("h2", text: "This week, \(words.when(balance.week))")
        markup.element("ul") { markup in
            for (name, parts) in balance.parents {
                markup.element("li") { markup in
                    markup.element("strong", text: name)
                    markup.add(" \(parts.joined(separator: " · "))")
                }
            }
            markup.element("li", text: balance.shared.joined(separator: " · "))
        }
        guard !balance.goals.isEmpty else { return }
        markup.element("h3", text: "Goals")
        for goal in balance.goals {
            let sentence = words.translated(goal.sentence, about: balance.week.start)
            markup.element("p", ["class": "lead"], text: "\(goal.isMet ? "✓" : "·") \(sentence)")
        }
    }
}
