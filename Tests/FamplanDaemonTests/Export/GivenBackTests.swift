import FamplanAPI
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("what came from another program is given back unharmed")
struct GivenBackTests {
    private static let text = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//school//EN
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        X-SCHOOL-ZONE:kept
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:club@school
        DTSTAMP:20260901T000000Z
        SEQUENCE:3
        X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=School:geo:48.2,16.37
        DTSTART;TZID=W. Europe Standard Time:20261124T150000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=6
        EXDATE;TZID=W. Europe Standard Time:20261201T150000
        SUMMARY;LANGUAGE=en:Chess club
        LOCATION:Hall\\, upstairs
        DESCRIPTION:Bring a board
        COLOR:turquoise
        IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:https://school.example/chess.png
        CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="For parents, evenings":https://school.example/room
        ATTENDEE;CN="Osei, Noah";PARTSTAT=NEEDS-ACTION;X-RANK=1:mailto:noah@example.org
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT15M
        DESCRIPTION:Chess
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:club@school
        DTSTAMP:20260901T000000Z
        RECURRENCE-ID;TZID=W. Europe Standard Time:20261208T150000
        DTSTART;TZID=W. Europe Standard Time:20261208T160000
        DURATION:PT1H
        SUMMARY:Chess tournament
        LOCATION:Hall\\, upstairs
        DESCRIPTION:Bring a board
        X-SCHOOL-ROUND:2
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n")

    private func lines(_ planner: Planner) async throws -> [String] {
        let text = try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        return Self.lines(text)
    }

    /// Unfolded, without what the calendar says of itself.
    private static func lines(_ text: String) -> [String] {
        let head = ["VERSION:", "PRODID:", "CALSCALE:", "NAME:", "X-WR-CALNAME:"]
        return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
            .filter { line in !head.contains { line.hasPrefix($0) } }
    }

    private func imported(_ fields: EntryFields = [:]) async throws -> Planner {
        let planner = try await Planner.test()
        for id in await planner.household.entries.keys { try await planner.remove(id.rawValue) }
        _ = try await planner.importCalendar(Self.text, fields)
        return planner
    }

    @Test("unchanged, line by line")
    func unchanged() async throws {
        let exported = try await lines(imported())
        #expect(exported == Self.lines(Self.text))
    }

    /// What is gone and what is new, in lines; when it was changed and its number are looked at elsewhere.
    private func differences(_ planner: Planner) async throws -> (gone: [String], new: [String]) {
        let difference = try await lines(planner).difference(from: Self.lines(Self.text))
        var (gone, new): ([String], [String]) = ([], [])
        for change in difference {
            switch change {
            case .remove(_, let line, _): gone.append(line)
            case .insert(_, let line, _): new.append(line)
            }
        }
        let isAboutChanges = { (line: String) in
            ["DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"].contains { line.hasPrefix($0) }
        }
        return (gone.filter { !isAboutChanges($0) }, new.filter { !isAboutChanges($0) })
    }

    @Test("with a new title, but for that line and those that say that it was changed")
    func title() async throws {
        let planner = try await imported()
        try await planner.edit("chess-club", ["title": ["Chess"]])
        let found = try await differences(planner)
        // The tournament inherits nothing: only its series has the new title.
        #expect(found.gone == ["SUMMARY;LANGUAGE=en:Chess club"])
        #expect(found.new == ["SUMMARY;LANGUAGE=en:Chess"])
        let exported = try await lines(planner)
        #expect(exported.contains("SEQUENCE:4") && exported.contains("DTSTAMP:20261123T070000Z"))
    }

    @Test("with a note that was changed, the place stays where it is")
    func note() async throws {
        let planner = try await imported()
        let note = try #require(await planner.household.entries[ID(trusted: "chess-club")]?.note)
        #expect(note == "Hall, upstairs\nBring a board")
        try await planner.edit("chess-club", ["note": ["Hall, upstairs\nBring two boards"]])
        let found = try await differences(planner)
        // The tournament has the note of its series.
        #expect(found.new == ["DESCRIPTION:Bring two boards", "DESCRIPTION:Bring two boards"])
        #expect(found.gone == ["DESCRIPTION:Bring a board", "DESCRIPTION:Bring a board"])
    }

    @Test("a day that is skipped is one more EXDATE, in the zone that the file names")
    func skipped() async throws {
        let planner = try await imported()
        try await planner.skip("chess-club@2026-12-15")
        let found = try await differences(planner)
        #expect(
            found.new == [
                "EXDATE;TZID=W. Europe Standard Time:20261201T150000,20261215T150000"
            ]
        )
        #expect(found.gone == ["EXDATE;TZID=W. Europe Standard Time:20261201T150000"])
    }

    @Test(
        "an occurrence that is moved is a component of its own; the one that came with a change keeps what is its own"
    )
    func moved() async throws {
        let planner = try await imported()
        try await planner.move("chess-club@2026-12-15", to: "2026-12-16T15:00")
        try await planner.edit("chess-club@2026-12-08", ["title": ["Final"]])
        let found = try await differences(planner)
        #expect(found.gone == ["SUMMARY:Chess tournament"])
        #expect(found.new.contains("SUMMARY:Final"))
        #expect(found.new.contains("RECURRENCE-ID;TZID=W. Europe Standard Time:20261215T150000"))
        #expect(found.new.contains("DTSTART;TZID=W. Europe Standard Time:20261216T150000"))
        #expect(try await lines(planner).contains("X-SCHOOL-ROUND:2"))
    }

    @Test("what the family says of it besides comes as famplan’s own lines, and comes back")
    func mapped() async throws {
        let planner = try await imported(["kind": ["school"], "people": ["noah"], "place": ["school"]])
        let found = try await differences(planner)
        #expect(found.gone.isEmpty)
        #expect(
            Set(found.new).isSuperset(of: ["X-FAMPLAN-KIND:school", "X-FAMPLAN-PEOPLE:noah", "X-FAMPLAN-PLACE:school"])
        )
        #expect(found.new.allSatisfy { $0.hasPrefix("X-FAMPLAN-") })
        let other = try await planner.carriedOver()
        let range = CivilDate("2026-11-23")!..<CivilDate("2027-02-01")!
        let (there, here) = (try await other.items(in: range), try await planner.items(in: range))
        #expect(there == here && here.count == 5)
        let note = await other.household.entries.values.first?.note
        #expect(note == "Hall, upstairs\nBring a board")
    }

    @Test("two files that mean different things by the name of a zone keep what each means")
    func zones() async throws {
        let planner = try await imported()
        let custom = Self.text.replacing("W. Europe Standard Time", with: "Customized Time Zone")
            .replacing("club@school", with: "a@school")
        let other = custom.replacing("a@school", with: "b@school").replacing("+0200", with: "+0500")
            .replacing("+0100", with: "+0400")
        _ = try await planner.importCalendar(custom)
        _ = try await planner.importCalendar(other)
        let exported = try await lines(planner)
        #expect(exported.count { $0 == "TZID:Customized Time Zone" } == 1)
        #expect(exported.count { $0 == "TZID:Customized Time Zone (2)" } == 1)
        let copy = try await Planner.test(household: nil)
        let text = try await planner.calendarText(who: nil, from: nil, to: nil, for: .administrator).text
        _ = try await copy.importCalendar(text)
        let range = CivilDate("2026-11-23")!..<CivilDate("2027-02-01")!
        let (there, here) = (try await copy.items(in: range), try await planner.items(in: range))
        #expect(there.map(\.start) == here.map(\.start) && here.count == 15)
    }
}

extension Planner {
    @discardableResult
    fileprivate func skip(_ name: String) throws -> ChangeAnswer {
        try skip(RemoveRequest(target: EntryTarget(name: name), options: ChangeOptions()), by: .admin)
    }
}
