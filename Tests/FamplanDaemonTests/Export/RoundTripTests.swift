import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("what is exported, imported by another household with the same people")
struct ExportRoundTripTests {
    @Test("the agenda is the same, occurrence by occurrence, for households as various as the model allows")
    func randomHouseholds() async throws {
        for seed in UInt64(0)..<12 {
            let household = try RandomFamily.make(seed: seed)
            let planner = try await Planner.test(holding: household)
            let other = try await planner.carriedOver()
            let from = household.entries.values.map(\.time.start.date).min()!.adding(days: -20)
            for part in 0..<2 {
                let range = from.adding(days: part * 900)..<from.adding(days: part * 900 + 900)
                let (there, here) = (try await other.items(in: range), try await planner.items(in: range))
                #expect(there == here, "seed \(seed)")
            }
        }
    }

    @Test("so is everything else that an entry has")
    func fields() async throws {
        for seed in UInt64(0)..<12 {
            let household = try RandomFamily.make(seed: seed)
            let other = try await Planner.test(holding: household).carriedOver()
            for entry in household.entries.values {
                let copy = try #require(await other.household.entries[entry.id], "seed \(seed)")
                #expect(copy.comparable == entry.comparable, "seed \(seed)")
                for override in entry.overrides {
                    guard case .changed(let fields) = override.change else { continue }
                    let own = copy.applying(copy.fields(ofOverride: override.of))
                    #expect(own.comparable == entry.applying(fields).comparable, "seed \(seed): \(override.of)")
                }
            }
        }
    }

    @Test("the copy writes the same file again, but for its own UIDs and times")
    func again() async throws {
        let planner = try await Planner.test(household: ProjectFile.text("config/household.example.yaml"))
        let other = try await planner.carriedOver()
        let first = try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        let second = try await other.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        #expect(first.stable == second.stable)
        #expect(first.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"))
    }

    @Test("in the household that it was written out from, the file changes nothing")
    func home() async throws {
        let planner = try await Planner.test()
        let text = try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        let answer = try await planner.importCalendar(text)
        #expect((answer.added, answer.changed, answer.unchanged) == (0, 0, 2))
        #expect(answer.answer.warnings == ["2 entries are this household’s own, written out from here; left as here"])
    }

    @Test("what does not fit into a household is taken as any other program’s, and said")
    func strangers() async throws {
        let planner = try await Planner.test()
        let text = try await planner.calendarText(who: "noah", from: nil, to: nil, for: .administrator).text
        let other = try await Planner.test(household: nil)
        let answer = try await other.importCalendar(text)
        #expect(answer.added == 1 && answer.answer.warnings.first?.contains("does not fit") == true)
        let entry = try #require(await other.household.entries.values.first)
        #expect(entry.kind == .appointment && entry.people.isEmpty && entry.title == "School")
    }

    @Test("what is said of a file on import counts more than what famplan wrote into it")
    func options() async throws {
        let planner = try await Planner.test()
        let text = try await planner.calendarText(who: "noah", from: nil, to: nil, for: .administrator).text
        let other = try await planner.emptied()
        _ = try await other.importCalendar(text, ["kind": ["away"], "people": ["kofi"]])
        let entry = try #require(await other.household.entries.values.first)
        #expect(entry.kind == .away && entry.people.map(\.rawValue) == ["kofi"])
    }

    @Test("an entry that another program shows as free since, or renamed, is that")
    func edited() async throws {
        let planner = try await Planner.test()
        let text = try await planner.calendarText(who: "noah", from: nil, to: nil, for: .administrator).text
            .replacing("TRANSP:OPAQUE", with: "TRANSP:TRANSPARENT").replacing(
                "SUMMARY:School",
                with: "SUMMARY:Holidays"
            )
        let other = try await planner.emptied()
        _ = try await other.importCalendar(text)
        let entry = try #require(await other.household.entries.values.first)
        #expect(!entry.isBusy && entry.title == "Holidays" && entry.kind == .school)
    }
}

extension Planner {
    /// A planner that holds a household as it is.
    static func test(holding household: Household) async throws -> Planner {
        let planner = try await test(household: nil)
        let now = await planner.household
        let commit = Commit(changes: now.changes(to: household), actor: "admin", summary: "test", at: monday)
        let store = await planner.store
        try store.commit(commit)
        return try await test(household: nil, store: store)
    }

    /// Another household with everything but the entries.
    func emptied() async throws -> Planner {
        var household = self.household
        household.entries = [:]
        return try await Planner.test(holding: household)
    }

    /// Another household with everything but the entries, into which this one's calendar file is imported.
    func carriedOver() async throws -> Planner {
        let other = try await emptied()
        let text = try calendarText(who: nil, from: nil, to: nil, for: .administrator)
        let answer = try await other.importCalendar(text.text)
        #expect(answer.skipped.isEmpty && answer.answer.warnings.isEmpty)
        #expect(answer.added == household.entries.count)
        return other
    }

    func importCalendar(_ text: String, _ fields: EntryFields = [:]) throws -> ImportAnswer {
        try importCalendar(
            ImportRequest(
                base64: Data(text.utf8).base64EncodedString(),
                name: "family.ics",
                fields: fields,
                options: ChangeOptions()
            ),
            by: .admin
        )
    }

    /// The agenda as it stands in its document, without how other programs call things.
    func items(in range: Range<CivilDate>) throws -> [AgendaItem] {
        let reading = Reading(snapshot: snapshot)
        let interval = try reading.range(from: "\(range.lowerBound)", to: "\(range.upperBound)")
        return reading.agenda(interval, who: nil).items.map { item in
            var item = item
            (item.uid, item.recurrenceId, item.title) = (nil, nil, item.title.asCalendarText)
            return item
        }
    }
}

extension String {
    /// As much of a text as iCalendar has characters for.
    fileprivate var asCalendarText: String { TextValue.unescaped(ContentLine("X", text: self).value) }

    /// A calendar file without what is another household's in the copy.
    fileprivate var stable: [Substring] {
        let changing = ["UID:", "DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"]
        return split(separator: "\r\n").filter { line in !changing.contains { line.hasPrefix($0) } }
    }
}

extension Entry {
    /// Without what is compared by the agenda: its times.
    fileprivate var comparable: Entry {
        var entry = self
        (entry.time, entry.repetition, entry.overrides, entry.uid) = (
            .allDay(first: .first, days: 1), Repetition(), [], nil
        )
        (entry.title, entry.note) = (title.asCalendarText, note?.asCalendarText)
        return entry
    }
}
