import Household
import ICalendar
import Planning

/// Conflicts as an HTML document of its own, which is well-formed XML, too. It loads nothing and runs nothing.
struct ConflictPage {
    let title: String
    let conflicts: [KnownConflict]
    /// How many are not named.
    let more: Int
    private let household: Household

    init(title: String, conflicts: [KnownConflict], more: Int, in household: Household) {
        self.title = title
        self.conflicts = conflicts
        self.more = more
        self.household = household
    }

    var html: String {
        var markup = Markup()
        markup.addRaw("<!DOCTYPE html>\n")
        markup.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { markup in
            addHead(to: &markup)
            markup.element("body") { $0.element("div", ["class": "card"], addItems) }
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
            markup.element("title", text: title)
            markup.element("style") { $0.addRaw(DigestStyle.sheet) }
        }
    }

    private func addItems(to markup: inout Markup) {
        markup.element("p", ["class": "home"], text: household.settings.name)
        markup.element("h1", text: title)
        markup.breakLine()
        for known in conflicts { add(known, to: &markup) }
        if more > 0 { markup.element("p", ["class": "quiet"], text: "and \(more) more") }
        markup.element("div", ["class": "foot"]) { markup in
            markup.element("p", text: "famplan suggest ID: ways out. famplan accept ID: live with it.")
        }
    }

    private func add(_ known: KnownConflict, to markup: inout Markup) {
        let conflict = known.conflict
        markup.element("div", ["class": "item \(conflict.severity.rawValue)"]) { markup in
            markup.element("p", ["class": "when"]) { markup in
                markup.element(
                    "span",
                    ["class": "level"],
                    text: ConflictList.Group(severity: conflict.severity, conflicts: []).title
                )
                markup.add(" · \(known.id)")
            }
            markup.element("p", ["class": "why"], text: conflict.message)
            markup.addRaw(ActionSlot.comment(known.id))
        }
        markup.breakLine()
    }
}
