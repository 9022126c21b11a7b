import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("which entries are exported, and how they look")
struct ExportChoiceTests {
    private static let family =
        smallHousehold + """

              - { id: trip, kind: away, title: Trip, people: [kofi], start: 2026-12-01, end: 2026-12-03 }
              - { id: dentist, kind: appointment, title: Dentist, people: [noah], start: 2026-11-24T15:00, duration: 1h }
              - { id: night, kind: away, title: Night shift, people: [kofi], start: 2026-10-24T22:00, duration: 9h,
                  repeat: FREQ=DAILY;COUNT=3, except: [2026-10-25] }
              - id: call
                kind: appointment
                title: "Call, about; it"
                people: [maya]
                start: 2026-11-23T10:00
                duration: 45m
                repeat: FREQ=WEEKLY;UNTIL=20261214
                tentative: true
                overrides: [ { of: 2026-11-30T10:00, start: 2026-12-02T11:00, people: [kofi] } ]
            """

    private func exported(
        who: String? = nil,
        from: String? = nil,
        to: String? = nil
    ) async throws -> (titles: Set<String>, text: String, count: Int) {
        let planner = try await Planner.test(household: Self.family)
        let answer = try await planner.calendarText(who: who, from: from, to: to, for: .administrator)
        let titles = answer.text.split(separator: "\r\n").filter { $0.hasPrefix("SUMMARY:") }.map { $0.dropFirst(8) }
        return (Set(titles.map(String.init)), answer.text, answer.entries)
    }

    @Test("everything, where nothing is said")
    func all() async throws {
        let found = try await exported()
        #expect(found.count == 6)
        #expect(found.titles == ["School", "Deep work", "Trip", "Dentist", "Night shift", "Call\\, about\\; it"])
    }

    @Test("one person’s, with what is theirs on a single day alone")
    func who() async throws {
        #expect(try await exported(who: "kofi").titles == ["Trip", "Night shift", "Call\\, about\\; it"])
        let refused = await refusal { _ = try await exported(who: "kofy") }
        #expect(refused?.message == "who: unknown person “kofy” (did you mean “kofi”?)")
    }

    @Test("whole series of which something overlaps the range")
    func range() async throws {
        let late = try await exported(from: "2026-12-02", to: "2026-12-03")
        #expect(late.titles == ["School", "Trip", "Call\\, about\\; it"])
        #expect(late.text.contains("DTSTART;TZID=Europe/Berlin:20260901T081500"))
        #expect(try await exported(to: "2026-09-02").titles == ["School", "Deep work"])
        #expect(try await exported(who: "kofi", from: "2026-10-26T23:00").titles.contains("Night shift"))
        #expect(try await !exported(who: "kofi", from: "2026-10-27T07:00").titles.contains("Night shift"))
        #expect(try await exported(who: "maya", from: "2026-12-15").titles == ["Deep work"])
    }

    @Test("a range that ends before it begins is refused")
    func backwards() async throws {
        let refused = await refusal { _ = try await exported(from: "2026-12-02", to: "2026-12-01") }
        #expect(refused?.message.hasPrefix("nothing lies in that range: “to” is the first") == true)
    }

    @Test("what RFC 5545 asks for: whole days, UNTIL in UTC, CRLF, 75 octets, texts escaped")
    func strict() async throws {
        let text = try await exported().text
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") } && lines.last == "")
        for line in [
            "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204", "RRULE:FREQ=WEEKLY;UNTIL=20261214T225959Z",
            "STATUS:TENTATIVE", "CATEGORIES:Away", "TRANSP:OPAQUE", "EXDATE;TZID=Europe/Berlin:20261025T220000",
            "RECURRENCE-ID;TZID=Europe/Berlin:20261130T100000", "DTEND;TZID=Europe/Berlin:20261025T060000",
            "LOCATION:School", "X-FAMPLAN-PICKUP:kofi", "SEQUENCE:0", "DTSTAMP:20261123T070000Z",
        ] {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test("what is private to one is in the other’s file as busy time, without the text that it came as")
    func hidden() async throws {
        let planner = try await Planner.test(household: Self.family)
        let text =
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:secret@x\nDTSTAMP:20260901T000000Z\n"
            + "DTSTART:20261124T130000Z\nDURATION:PT1H\nSUMMARY:Therapy\nX-ROOM:7\nEND:VEVENT\nEND:VCALENDAR\n"
        _ = try await planner.importCalendar(text, ["people": ["maya"]])
        try await planner.edit("therapy", ["private": ["true"]])
        func exported(_ person: String) async throws -> String {
            try await planner.calendarText(who: nil, from: nil, to: nil, for: .parents([ID(trusted: person)])).text
        }
        let own = try await exported("maya")
        #expect(own.contains("SUMMARY:Therapy") && own.contains("X-ROOM:7") && own.contains("X-FAMPLAN-PRIVATE:true"))
        let other = try await exported("kofi")
        #expect(other.contains("SUMMARY:Maya is busy") && other.contains("DTSTART:20261124T130000Z"))
        for secret in ["Therapy", "X-ROOM", "secret@x", "PRIVATE"] { #expect(!other.contains(secret)) }
    }

    @Test("another household’s UIDs are others; one’s own stay")
    func names() async throws {
        let planner = try await Planner.test(household: Self.family)
        func uids(_ planner: Planner) async throws -> [Substring] {
            try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
                .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        let first = try await uids(planner)
        try await planner.edit("dentist", ["title": ["Dentist again"]])
        #expect(try await uids(planner) == first)
        let other = try await uids(try await Planner.test(household: Self.family))
        #expect(Set(other).isDisjoint(with: first))
        let text = try await planner.calendarText(
            who: "noah",
            from: "2026-11-24",
            to: "2026-11-25",
            for: .administrator
        ).text
        #expect(text.contains("SEQUENCE:1\r\n"))
    }
}
