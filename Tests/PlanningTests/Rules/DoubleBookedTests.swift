import Household
import ICalendar
import Planning
import Testing

@Suite("double-booked")
struct DoubleBookedTests {
    private typealias Small = SmallHousehold

    @Test("two exclusive occurrences of one person that overlap, for as long as they do")
    func overlap() throws {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("dentist", .appointment, [Small.maya], "11:30", "12:30")
        let conflict = try #require(DoubleBooked().conflicts(in: small.plan()).first)
        #expect(small.conflicts(DoubleBooked()) == ["maya 11:30-12:00 critical"])
        #expect(conflict.message == "Maya has “work” and “dentist” at the same time, Tue 24 Nov 11:30–12:00")
        #expect(conflict.occurrences.map(\.entry.rawValue) == ["work", "dentist"])
    }

    @Test("one that begins when the other ends does not overlap")
    func touching() {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("dentist", .appointment, [Small.maya], "12:00", "12:30")
        #expect(small.conflicts(DoubleBooked()) == [])
    }

    @Test(
        "which kinds rule each other out",
        arguments: [
            (EntryKind.work, EntryKind.work, "maya 10:00-11:00 critical"),
            (.work, .family, "maya 10:00-11:00 warning"),
            (.family, .family, ""), (.work, .care, ""), (.appointment, .away, "maya 10:00-11:00 critical"),
        ]
    )
    func kinds(one: EntryKind, other: EntryKind, found: String) {
        var small = SmallHousehold()
        small.add("one", one, [Small.maya], "09:00", "11:00", for: one == .care ? [Small.noah] : [])
        small.add("other", other, [Small.maya], "10:00", "12:00", for: other == .care ? [Small.noah] : [])
        #expect(small.conflicts(DoubleBooked()).map(\.text).joined() == found)
    }

    @Test("three at once are three pairs")
    func pairs() {
        var small = SmallHousehold()
        for name in ["a", "b", "c"] { small.add(name, .work, [Small.maya], "09:00", "10:00") }
        #expect(small.conflicts(DoubleBooked()).count == 3)
    }

    @Test("something tentative is a warning")
    func tentative() {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("maybe", .appointment, [Small.maya], "11:00", "12:00") { $0.tentative = true }
        #expect(small.conflicts(DoubleBooked()) == ["maya 11:00-12:00 warning"])
    }

    @Test("a child who is taken out of school is a notice")
    func school() {
        var small = SmallHousehold()
        small.add("school", .school, [Small.noah], "08:00", "13:00", at: Small.school)
        small.add("doctor", .appointment, [Small.noah, Small.maya], "10:00", "11:00")
        #expect(small.conflicts(DoubleBooked()) == ["noah 10:00-11:00 notice"])
    }

    @Test("being away explains what happens there, or anywhere but home where it names no place")
    func awayExplains() {
        var small = SmallHousehold()
        small.add("trip", .away, [Small.maya], "08:00", "18:00", at: Small.office)
        small.add("there", .work, [Small.maya], "09:00", "10:00", at: Small.office)
        small.add("home", .work, [Small.maya], "11:00", "12:00")
        small.add("somewhere", .away, [Small.kofi], "08:00", "18:00")
        small.add("meeting", .appointment, [Small.kofi], "09:00", "10:00", at: Small.office)
        small.add("call", .appointment, [Small.kofi], "11:00", "12:00")
        #expect(small.conflicts(DoubleBooked()) == ["maya 11:00-12:00 critical", "kofi 11:00-12:00 critical"])
    }

    @Test("what is not busy takes no part")
    func notBusy() {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("idea", .appointment, [Small.maya], "09:00", "12:00") { $0.busy = false }
        small.add("holiday", .appointment, [Small.maya], "09:00", "12:00") {
            $0.time = .allDay(first: CivilDate("2026-11-24")!, days: 1)
        }
        #expect(small.conflicts(DoubleBooked()) == [])
    }

    @Test("a child in two places at once, school or not, is as bad as a parent")
    func childWithoutSchool() {
        var small = SmallHousehold()
        small.add("violin", .appointment, [Small.noah], "10:00", "11:00")
        small.add("doctor", .appointment, [Small.noah], "10:30", "11:00")
        #expect(small.conflicts(DoubleBooked()) == ["noah 10:30-11:00 critical"])
    }

    @Test("an overlap is found from whatever part of it is asked for, and from what meets it")
    func span() {
        var small = SmallHousehold()
        small.add("work", .work, [Small.maya], "09:00", "12:00")
        small.add("dentist", .appointment, [Small.maya], "11:00", "13:00")
        let overlap: Found = "maya 11:00-12:00 critical"
        for (from, to) in [("10:00", "11:00"), ("11:30", "11:31"), ("12:00", "14:00")] {
            #expect(small.conflicts(DoubleBooked(), touching: from, to) == [overlap], "\(from)–\(to)")
        }
        #expect(small.conflicts(DoubleBooked(), touching: "09:00", "10:59") == [])
        #expect(small.conflicts(DoubleBooked(), touching: "12:01", "14:00") == [])
    }
}
