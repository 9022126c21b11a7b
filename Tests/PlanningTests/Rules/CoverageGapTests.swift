import Household
import ICalendar
import Planning
import Testing

@Suite("coverage-gap")
struct CoverageGapTests {
    private typealias Small = SmallHousehold

    @Test("a child alone between two shifts is a gap")
    func betweenShifts() {
        var small = SmallHousehold()
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], "12:30", "18:00", for: [Small.noah])
        #expect(small.conflicts(CoverageGap()) == ["noah 12:00-12:30 critical"])
    }

    @Test("care that ends when the next begins leaves no gap")
    func touching() {
        var small = SmallHousehold()
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], "12:00", "18:00", for: [Small.noah])
        #expect(small.conflicts(CoverageGap()) == [])
    }

    @Test("a gap counts from the minimum gap on", arguments: [("12:09", 0), ("12:10", 1)])
    func minimumGap(end: String, count: Int) {
        var small = SmallHousehold()
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], end, "18:00", for: [Small.noah])
        #expect(small.conflicts(CoverageGap()).count == count)
    }

    @Test("a gap must be longer than the child may be alone", arguments: [(1_800, 0), (1_799, 1)])
    func aloneUpTo(seconds: Int, count: Int) {
        var small = SmallHousehold()
        small.change(Small.noah) { $0.aloneUpTo = seconds }
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], "12:30", "18:00", for: [Small.noah])
        #expect(small.conflicts(CoverageGap()).count == count)
    }

    @Test("a change of level does not split a gap")
    func levels() {
        let small = SmallHousehold(need: [("08:00", "12:00", .present), ("12:00", "14:00", .handsOn)])
        #expect(small.conflicts(CoverageGap()) == ["noah 08:00-14:00 critical"])
    }

    @Test("no care is needed outside the windows")
    func noNeed() {
        #expect(SmallHousehold(need: []).conflicts(CoverageGap()) == [])
    }

    @Test("a gap that reaches over the edge of the range is reported whole, seven days at most")
    func whole() {
        let small = SmallHousehold(need: [("20:00", "06:00", .present)])
        #expect(
            small.conflicts(CoverageGap()) == [
                "noah 2026-11-23T20:00-06:00 critical", "noah 20:00-2026-11-25T06:00 critical",
            ]
        )
        var always = SmallHousehold(need: [("00:00", "00:00", .present)])
        #expect(always.conflicts(CoverageGap()) == ["noah 2026-11-17T00:00-2026-12-02T00:00 critical"])
        // What happens just beyond that still counts: here the way to school on the next morning.
        always.add("school", .school, [Small.noah], "2026-12-02T00:10", "2026-12-02T06:00", at: Small.school)
        always.add("before", .school, [Small.noah], "2026-11-16T18:00", "2026-11-16T23:50", at: Small.school)
        #expect(always.conflicts(CoverageGap()) == ["noah 2026-11-17T00:05-2026-12-01T23:55 critical"])
    }

    @Test("says who, when, and which occurrences touch the gap")
    func words() throws {
        var small = SmallHousehold()
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.kofi], "12:30", "18:00", for: [Small.noah])
        small.add("elsewhere", .appointment, [Small.ama], "20:00", "21:00")
        let gap = try #require(CoverageGap().conflicts(in: small.plan()).first)
        #expect(gap.message == "Nobody has Noah from 12:00 to 12:30 on Tue 24 Nov")
        #expect(gap.occurrences.map(\.entry.rawValue) == ["morning", "afternoon"])
    }

    @Test("what the child itself has touches the gap, another child's does not")
    func ownOccurrences() throws {
        var small = SmallHousehold()
        let lena = ID<Person>(trusted: "lena")
        small.household.put(.person(Person(id: lena, name: "Lena", role: .child)))
        small.add("school", .school, [Small.noah], "08:00", "12:00", at: Small.school)
        small.add("hers", .school, [lena], "08:00", "14:00", at: Small.school)
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "19:00", at: Small.office)
        let gap = try #require(CoverageGap().conflicts(in: small.plan()).first)
        #expect(gap.occurrences.map(\.entry.rawValue) == ["trip", "school"])
    }

    @Test("whatever part of it is asked for, a gap is found whole, over levels too")
    func touchingSpan() {
        var small = SmallHousehold(
            need: [("08:00", "10:00", .nearby), ("10:00", "12:00", .present), ("12:00", "14:00", .handsOn)]
        )
        small.add("trip", .away, [Small.maya, Small.kofi], "07:00", "19:00", at: Small.office)
        small.add("care", .care, [Small.ama], "13:00", "13:30", for: [Small.noah])
        let (first, second): (Found, Found) = ("noah 08:00-13:00 critical", "noah 13:30-14:00 critical")
        for (from, to) in [
            ("07:00", "08:00"), ("09:00", "09:01"), ("11:00", "11:01"), ("12:30", "12:31"), ("13:00", "13:29"),
        ] {
            #expect(small.conflicts(CoverageGap(), touching: from, to) == [first], "\(from)–\(to)")
        }
        #expect(small.conflicts(CoverageGap(), touching: "07:00", "07:59") == [])
        #expect(small.conflicts(CoverageGap(), touching: "13:01", "13:29") == [])
        #expect(small.conflicts(CoverageGap(), touching: "13:00", "13:30") == [first, second])
        #expect(small.conflicts(CoverageGap(), touching: "14:00", "15:00") == [second])
    }
}
