import ICalendar
import Testing

/// Components with a RECURRENCE-ID, and several of one UID.
struct OverrideTests {
    private let master = """
        UID:a
        DTSTART;TZID=Europe/Berlin:20261102T090000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:Choir
        SEQUENCE:2
        """

    private func override(_ id: String, _ more: String = "X-OWN:1") -> String {
        "UID:a\n\(id)\nDTSTART;TZID=Europe/Berlin:20261110T180000\nDURATION:PT2H\nSUMMARY:Concert\n\(more)"
    }

    private let moved = ["2026-11-02T09:00 10:00", "2026-11-10T18:00 20:00", "2026-11-16T09:00 10:00"]

    @Test(
        "An override replaces the occurrence that it names, in whatever way",
        arguments: [
            "RECURRENCE-ID;TZID=Europe/Berlin:20261109T090000", "RECURRENCE-ID:20261109T080000Z",
            "RECURRENCE-ID:20261109T090000", "RECURRENCE-ID;VALUE=DATE:20261109",
            "RECURRENCE-ID;TZID=America/New_York:20261109T030000",
        ]
    )
    func replaces(id: String) throws {
        // The override comes first: order means nothing.
        let file = try Feed.events(override(id), master)

        #expect(file.outcome == .accepted)
        #expect(try Feed.agenda(file, "2026-11-01", "2026-12-01") == moved)
        let event = try #require(file.events.first)
        #expect(event.overrides.map(\.of) == [try wall("2026-11-09T09:00")])
        #expect(event.overrides.first?.summary == "Concert")
        #expect(event.overrides.first?.line == 3)
        #expect(event.line == 11)
    }

    @Test("An override of a day may name it by its midnight, and be a time of day")
    func days() throws {
        let file = try Feed.events(
            "UID:a\nDTSTART;VALUE=DATE:20260219\nRRULE:FREQ=WEEKLY;COUNT=2;BYDAY=TH",
            "UID:a\nRECURRENCE-ID;TZID=W. Europe Standard Time:20260226T000000\nDTSTART:20260227T170000\nDURATION:PT1H"
        )

        #expect(
            try Feed.agenda(file, "2026-02-01", "2026-03-31") == ["2026-02-19 2026-02-19", "2026-02-27T17:00 18:00"]
        )
    }

    @Test("Of two overrides of one occurrence the newest SEQUENCE counts, wherever it stands")
    func newestOverride() throws {
        let id = "RECURRENCE-ID;TZID=Europe/Berlin:20261109T090000"

        let file = try Feed.events(master, override(id, "SEQUENCE:4"), override(id, "SEQUENCE:3\nLOCATION:old"))

        #expect(file.events.first?.overrides.map(\.location) == [""])
    }

    @Test("Of two series of one UID the newest SEQUENCE counts; a tie is decided by the last change, and reported")
    func newestMaster() throws {
        let old = "UID:a\nDTSTART:20260101\nSEQUENCE:1\nLAST-MODIFIED:20270101T000000Z"

        let superseded = try Feed.events(old, master)
        let tied = try Feed.events(
            "\(master)\nDTSTAMP:20260101T000000Z",
            "\(master)\nDTSTAMP:20250101T000000Z\nLOCATION:x"
        )

        #expect(superseded.outcome == .accepted)
        #expect(superseded.events.map(\.summary) == ["Choir"])
        #expect(tied.events.map(\.location) == [""])
        #expect(tied.skipped.map(\.reason) == ["line 3 has an event of the same UID and SEQUENCE"])
    }

    @Test(
        "An EXDATE removes an override, unless that is newer than the series",
        arguments: [("SEQUENCE:1", false), ("SEQUENCE:2", false), ("SEQUENCE:3", true)]
    )
    func excludedOverride(sequence: String, stays: Bool) throws {
        let id = "RECURRENCE-ID;TZID=Europe/Berlin:20261109T090000"

        let file = try Feed.events("\(master)\nEXDATE:20261109T080000Z", override(id, sequence))

        #expect(file.outcome == .accepted)
        #expect(try Feed.agenda(file, "2026-11-01", "2026-12-01") == (stays ? moved : [moved[0], moved[2]]))
    }

    @Test("A cancelled occurrence is there with its status")
    func cancelled() throws {
        let file = try Feed.events(master, override("RECURRENCE-ID:20261109T080000Z", "STATUS:CANCELLED"))
        let event = try #require(file.events.first)

        #expect(event.overrides.map(\.isCancelled) == [true])
        let start = event.zone.instant(of: event.start)
        let all = event.occurrences(from: start, until: start.adding(seconds: 30 * 86_400))
        #expect(all.map(\.content.isCancelled) == [false, true, false])
        #expect(all.map(\.isOverride) == [false, true, false])
    }

    @Test("An override of no occurrence is an event of its own; only in what was published that is nothing odd")
    func orphan() throws {
        let alone = override("RECURRENCE-ID:20261231T080000Z")
        let published = "METHOD:PUBLISH\nBEGIN:VEVENT\n\(alone)\nEND:VEVENT"

        let without = try Feed.events(alone)
        let beside = try Feed.events(master, alone)

        #expect(without.events.map(\.id) == ["a/2026-12-31T08:00"])
        #expect(without.events.first?.part == (try wall("2026-12-31T08:00")))
        #expect(without.outcome == .acceptedWithWarnings)
        #expect(try Feed.calendar(published).outcome == .accepted)
        #expect(Set(beside.events.map(\.id)) == ["a", "a/2026-12-31T08:00"])
        #expect(beside.events.allSatisfy { $0.overrides.isEmpty })
    }

    @Test("A copy of an older state of the series is no event")
    func leftOver() throws {
        let file = try Feed.events(master, override("RECURRENCE-ID:20261231T080000Z", "RRULE:FREQ=WEEKLY\nSEQUENCE:1"))

        #expect(file.events.map(\.id) == ["a"])
        #expect(file.skipped.map(\.reason) == ["its series was changed since and has no start at 2026-12-31T09:00"])
    }
}
