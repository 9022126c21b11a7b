import Household
import ICalendar
import Planning

/// A digest as an HTML document of its own, which is well-formed XML, too. It loads nothing and runs nothing.
struct DigestPage {
    let digest: Digest
    let words: DigestWords
    let headline: DigestHeadline

    init(_ digest: Digest) {
        self.digest = digest
        words = digest.words
        headline = DigestHeadline(digest)
    }

    var html: String {
        var markup = Markup()
        markup.addRaw("<!DOCTYPE html>\n")
        markup.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { markup in
            addHead(to: &markup)
            markup.element("body") { markup in
                markup.element("div", ["class": "pre"], text: DigestHeadline.preheader)
                markup.element("div", ["class": "card"], addSections)
            }
        }
        markup.breakLine()
        return markup.text
    }

    private func addHead(to markup: inout Markup) {
        markup.element("head") { markup in
            markup.leaf("meta", ["charset": "utf-8"])
            markup.leaf("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            markup.leaf("meta", ["name": "color-scheme", "content": "light dark"])
            markup.leaf("meta", ["name": "supported-color-schemes", "content": "light dark"])
            markup.element("title", text: headline.subject)
            markup.element("style") { $0.addRaw(DigestStyle.sheet) }
        }
    }

    private func addSections(to markup: inout Markup) {
        addOpening(to: &markup)
        addConflicts(digest.conflicts.newTold, "New since yesterday (\(digest.conflicts.new.count))", to: &markup)
        addConflicts(digest.conflicts.olderTold, "Still open (\(digest.conflicts.older.count))", to: &markup)
        if let accepted = headline.accepted { markup.element("p", ["class": "quiet"], text: accepted) }
        addSwaps(to: &markup)
        if !digest.isEmpty { addToday(to: &markup) }
        addTomorrow(to: &markup)
        addGaps(to: &markup)
        addDeadlines(to: &markup)
        addBalance(to: &markup)
        markup.element("div", ["class": "foot"]) { markup in
            for line in headline.footer { markup.element("p", text: line) }
        }
    }

    private func addOpening(to markup: inout Markup) {
        let conflicts = digest.conflicts
        let isBad = !conflicts.gapsToday.isEmpty || conflicts.new.contains { $0.conflict.severity == .critical }
        let state = isBad ? "state bad" : conflicts.open.isEmpty ? "state" : "state some"
        markup.element("p", ["class": "home"], text: words.household.settings.name)
        markup.element("h1", text: words.day(digest.date))
        markup.element("span", ["class": state], text: headline.counts)
        markup.element("p", ["class": "lead"], text: "Hello \(words.name(digest.person)). \(headline.sentence)")
        markup.breakLine()
    }
}
