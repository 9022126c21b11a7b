import Foundation
import FoundationXML
import Household
import HouseholdFile
import ICalendar
import Planning
import Testing

@testable import Notifications

/// What a digest looks like: as it did when somebody looked at it, and sound for whatever it is about.
@Suite("the forms of the digest")
struct DigestFormsTests {
    @Test("the example household's day looks as it did when somebody looked at it", arguments: ["maya", "kofi"])
    func example(person: String) throws {
        let message = try Self.example(for: ID(trusted: person), on: "2026-11-24", isBalanceDay: true).withoutActions
        try Golden.expect(message.text, "\(person)-2026-11-24.txt")
        try Golden.expect(message.html ?? "", "\(person)-2026-11-24.html")
    }

    @Test("so does an empty day", arguments: ["maya", "kofi"])
    func empty(person: String) throws {
        let message = DigestFamily().digest(for: ID(trusted: person)).message
        try Golden.expect(message.text, "\(person)-empty.txt")
        try Golden.expect(message.html ?? "", "\(person)-empty.html")
    }

    @Test("each conflict that is told has its link beside it, the worst first among the buttons")
    func links() throws {
        let message = try Self.example(for: DigestFamily.maya, on: "2026-11-24", isBalanceDay: true)
        try #require(!message.actions.isEmpty)
        #expect(message.actions.map(\.severity) == message.actions.map(\.severity).sorted(by: >))
        #expect(Set(message.actions.map(\.label)).count == message.actions.count)
        let shown = message.shown(linking: "https://home.example")
        for action in message.actions {
            let conflict = action.conflict
            #expect(
                shown.text.contains("    famplan suggest \(conflict)\n    Live with it: https://home.example/a/…\n")
            )
            #expect(
                shown.html?.contains(
                    "famplan suggest \(conflict)</code></p><p class=\"do\"><a href=\"https://home.example/a/…\">Live with it</a>"
                ) == true
            )
            #expect(action.expires <= message.createdAt.adding(seconds: 14 * 86_400))
        }
        let parser = XMLParser(data: Data((shown.html ?? "").utf8))
        #expect(parser.parse())
    }

    @Test(
        "in another language every day and time is written anew, and nothing else",
        arguments: [
            ("de", "Di. 24. Nov.", "Mo. 23. Nov. – So. 29. Nov.", "15:30"),
            ("fr", "mar. 24 nov.", "lun. 23 nov. – dim. 29 nov.", "15:30"),
            ("da", "tirs. 24. nov.", "man. 23. nov. – søn. 29. nov.", "15.30"),
            ("ja", "11月24日(火)", "11月23日(月) – 11月29日(日)", "15:30"),
        ]
    )
    func language(tag: String, today: String, week: String, time: String) throws {
        let english = try Self.example(for: DigestFamily.maya, on: "2026-11-24", isBalanceDay: true).withoutActions
        let message = try Self.example(for: DigestFamily.maya, on: "2026-11-24", isBalanceDay: true, in: tag)
            .withoutActions
        expectSound(message, tag)
        #expect(message.title == english.title.replacing("Tue 24 Nov", with: today))
        #expect(message.text.contains("Today, \(today)\n") && message.text.contains("This week, \(week)\n"))
        #expect(message.text.contains("\(time)–") && message.html?.contains("<h1>\(today)</h1>") ?? false)
        let days = /(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]+ (Nov|Dec)/
        #expect(english.text.contains(days) && !message.text.contains(days))
        #expect(!(message.html ?? "").contains(days))
        // Days and times set aside, the sentences are those of the English one, however they are broken into lines.
        let dates = DateLanguage(tag)
        let about = try #require(CivilDate("2026-11-24"))
        let words = { (text: String) in text.split { " -\n".contains($0) }.joined(separator: " ") }
        #expect(dates.translated(words(english.text), about: about) == words(message.text))
    }

    @Test("the same values give the same bytes")
    func deterministic() throws {
        let one = try Self.example(for: DigestFamily.maya, on: "2026-11-25", isBalanceDay: true)
        #expect(try one == Self.example(for: DigestFamily.maya, on: "2026-11-25", isBalanceDay: true))
    }

    @Test("every day of the example's autumn is sound, at both parents")
    func autumn() throws {
        for day in 0..<30 {
            let date = CivilDate("2026-11-20")!.adding(days: day).description
            for person in [DigestFamily.maya, DigestFamily.kofi] {
                expectSound(try Self.example(for: person, on: date, isBalanceDay: day % 7 == 0), date)
            }
        }
    }

    @Test(
        "whatever happens, lines fit, the HTML is well formed, and no critical conflict is left out",
        arguments: 0..<60
    )
    func random(seed: Int) {
        var family = RandomDigestFamily(seed: UInt64(seed))
        let digest = family.make().digest(isBalanceDay: seed.isMultiple(of: 2))
        let message = digest.message
        expectSound(message, "seed \(seed)")
        for known in digest.conflicts.open where known.conflict.severity == .critical {
            let command = "famplan suggest \(known.id)"
            #expect(message.text.contains("    \(command)\n") && message.html?.contains(">\(command)<") ?? false)
        }
    }

    @Test("titles and names that mean harm are only shown", arguments: NastyTitle.all)
    func nasty(title: String) throws {
        var family = DigestFamily()
        family.household.settings.name = title
        for id in [DigestFamily.maya, DigestFamily.noah] {
            var person = family.household.people[id]!
            person.name = title
            family.household.put(.person(person))
        }
        family.add("a", .work, [DigestFamily.maya], "10:00", "11:00") { ($0.title, $0.attention) = (title, .call) }
        family.add("b", .appointment, [DigestFamily.maya], "10:30", "11:00") { $0.title = title }
        family.add("c", .work, [DigestFamily.kofi], "10:00", "11:00") { ($0.title, $0.attention) = (title, .call) }
        family.change("job") { $0.name = title }
        let message = family.digest(isBalanceDay: true).message
        expectSound(message, title.debugDescription)
        let html = try #require(message.html)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("javascript:\""))
        #expect(!message.title.contains("\n") && !message.short.contains("\n"))
    }

    @Test("the HTML loads nothing and runs nothing")
    func selfContained() throws {
        let html = try #require(Self.example(for: DigestFamily.maya, on: "2026-11-24").html)
        let addresses = html.replacing("http://www.w3.org/1999/xhtml", with: "")
            .replacing("http://www.w3.org/2000/svg", with: "")
        for word in [
            "http:", "https:", "<script", "<img", "<link", "@import", " src=", " href=", " onload=", " style=",
        ] {
            #expect(!addresses.contains(word), "\(word)")
        }
        #expect(html.contains("prefers-color-scheme:dark"))
    }

    // MARK: Helpers

    private func expectSound(_ message: Message, _ what: String) {
        let wide = message.text.split(separator: "\n").filter { ColumnWidth.of($0) > 72 || $0.hasSuffix(" ") }
        #expect(wide.isEmpty, "\(what): \(wide)")
        #expect(!message.text.contains("\n\n\n"), "\(what): two empty lines")
        let parser = XMLParser(data: Data((message.html ?? "").utf8))
        #expect(parser.parse(), "\(what): \(String(describing: parser.parserError))")
        #expect(message.short.count <= 300, "\(what)")
        #expect(message.html?.contains("<html") ?? false)
    }

    private static let household = Result {
        let folder = URL(filePath: #filePath).appending(path: "../../../../config").standardized
        let text = try String(contentsOf: folder.appending(path: "household.example.yaml"), encoding: .utf8)
        let read = try HouseholdFile.read(text, name: "household.example.yaml", onto: Household(), prune: false)
        return read
    }

    /// Conflicts are found at the midnight before, but gaps, which are new.
    private static func example(
        for person: ID<Person>,
        on date: String,
        isBalanceDay: Bool = false,
        in language: String? = nil
    ) throws -> Message {
        var family = DigestFamily()
        family.household = try household.get()
        family.household.people[person]?.notify.language = language
        let date = try #require(CivilDate(date))
        family.now = family.household.zone.instant(of: CivilDateTime(date, CivilTime("06:30")!))
        family.foundAt[.coverageGap] = family.now.adding(seconds: -3_600)
        family.accepted = [.careClash]
        return family.digest(for: person, on: date, isBalanceDay: isBalanceDay).message
    }
}

/// Texts that try to be something else.
enum NastyTitle {
    private static let noncharacters = String(
        String.UnicodeScalarView([0xFFFE, 0xFFFF, 0xFDD0].compactMap(Unicode.Scalar.init))
    )

    static let all = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &amp; 'c' \"d\"", "]]> <!-- -->",
        "two\nlines\r\nand\tmore", "bell\u{7} esc\u{1B}[31m nul\u{0} c1\u{9B}31m", "\u{202E}desrever\u{202C} \u{2066}x",
        "שלום עולם של ילדים", "مرحبا بالعالم", "👩‍👩‍👧‍👦🎂🎉 party", "火曜日の歯医者さんの予約と買い物と学校の面談とお迎え",
        String(repeating: "Donaudampfschifffahrt", count: 12), "", " ", noncharacters,
        "e\u{301}\u{301}\u{301}",
        String(repeating: "👩‍👩‍👧‍👦", count: 60), "}</style><b>", "<\u{301}b>&\u{301}\"\u{20E3}", "javascript:alert(1)",
    ]
}

/// The texts beside these tests.
enum Golden {
    /// Compares with a file; with `FAMPLAN_RECORD=1` it is written anew, to be read before it is believed.
    static func expect(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["FAMPLAN_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden, "Golden/\(name)", sourceLocation: location)
    }
}
