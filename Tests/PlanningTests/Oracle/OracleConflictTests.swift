import Household
import ICalendar
import Testing

@Suite("The oracle's conflicts")
struct OracleConflictTests {
    @Test("two exclusive occurrences overlap: the overlap is double-booked; touching ones are not")
    func doubleBooked() {
        var family = SlowFamily()

        family.add("a", .work, "anna", "09:00", minutes: 60)
        family.add("b", .appointment, "anna ben", "09:30", minutes: 60)
        family.add("c", .work, "anna", "10:30", minutes: 60)
        family.add("d", .work, "ben", "09:45", minutes: 5) { $0.tentative = true }
        family.add("e", .family, "ben", "10:00", minutes: 120)

        #expect(
            family.found("double-booked") == [
                "critical double-booked anna 09:30-10:00 a b", "warning double-booked ben 09:45-09:50 b d",
                "warning double-booked ben 10:00-10:30 b e",
            ]
        )
    }

    @Test("care is not exclusive, and two family ones are not either")
    func notExclusive() {
        var family = SlowFamily()

        family.addCare("care", "anna", "09:00", minutes: 60)
        family.add("work", .work, "anna", "09:00", minutes: 60)
        family.add("lunch", .family, "ben", "09:00", minutes: 60)
        family.add("party", .family, "ben", "09:00", minutes: 60)

        #expect(family.found("double-booked").isEmpty)
    }

    @Test("what one went away for is no double booking: at its place, or anywhere but home where it has none")
    func away() {
        var family = SlowFamily()

        family.add("fair", .away, "anna", at: "gallery", "09:00", minutes: 60)
        family.add("trip", .away, "ben", "09:00", minutes: 60)
        for (id, who, place) in [("a", "anna", "gallery"), ("b", "anna", "pool"), ("c", "ben", "pool")] {
            family.add(id, .work, who, at: place, "09:00", minutes: 30)
        }
        family.add("d", .work, "ben", "09:30", minutes: 30)
        family.add("e", .away, "ben", "09:55", minutes: 30)

        #expect(
            family.found("double-booked") == [
                "critical double-booked anna 09:00-09:30 a b", "critical double-booked anna 09:00-09:30 b fair",
                "critical double-booked ben 09:30-10:00 d trip", "critical double-booked ben 09:55-10:00 d e",
                "critical double-booked ben 09:55-10:00 e trip",
            ]
        )
    }

    @Test("a child's school on a side makes it a notice")
    func childAtSchool() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 180)
        family.add("doctor", .appointment, "kim anna", at: "pool", "10:00", minutes: 30)

        #expect(family.found("double-booked") == ["notice double-booked kim 10:00-10:30 doctor school"])
    }

    @Test("busy: false takes an entry out, and so does being all day, but for away")
    func busy() {
        var family = SlowFamily()

        family.add("a", .work, "anna", "09:00", minutes: 60)
        family.add("b", .work, "anna", "09:00", minutes: 60) { $0.busy = false }
        family.add("c", .appointment, "anna", "09:00", minutes: 60) {
            $0.time = .allDay(first: SlowFamily.monday, days: 1)
        }
        family.add("d", .away, "anna", "09:00", minutes: 60) { $0.time = .allDay(first: SlowFamily.monday, days: 1) }

        #expect(family.found("double-booked") == ["critical double-booked anna 09:00-10:00 a d"])
    }

    @Test("the one named has to be there in time; a warning where the other parent could")
    func namedCannot() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60) {
            $0.dropOff = ID("ben")!
            $0.pickUp = ID("anna")!
        }
        // From the office to the school it is 40 minutes: Ben would be there at 09:01, Anna has to leave at 10:00.
        family.add("late", .work, "ben", at: "office", "08:00", minutes: 21)
        family.add("early", .work, "anna", at: "office", "10:40", minutes: 60)

        #expect(family.found("handover") == ["warning handover kim 08:45-09:15 school"])
        #expect(family.cover().contains("08:00-09:00 nobody"))
        #expect(family.cover().contains("10:00-10:15 rule 5 anna"))
    }

    @Test("nobody can: critical, named or not")
    func nobodyCan() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60) { $0.pickUp = ID("rosa")! }
        for who in ["anna", "ben", "rosa"] { family.add(who, .appointment, who, "08:30", minutes: 120) }

        #expect(
            family.found("handover") == [
                "critical handover kim 08:45-09:15 school", "critical handover kim 09:45-10:15 school",
            ]
        )
    }

    @Test("what is at the place itself keeps nobody from being there")
    func thereAnyway() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60)
        family.add("anna", .appointment, "anna", "08:30", minutes: 120)
        family.add("ben", .appointment, "ben", at: "school", "08:30", minutes: 120)

        #expect(family.found("handover").isEmpty)
        #expect(family.cover().contains("10:00-10:15 rule 5 ben"))
    }

    @Test("the one named cannot be at two places at once")
    func twoPlaces() {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60) { $0.dropOff = ID("ben")! }
        // From the school to the pool through home it is 25 minutes: 24 are too few.
        family.add("swim", .school, "lou", at: "pool", "09:24", minutes: 60) { $0.dropOff = ID("ben")! }

        #expect(
            family.found("handover") == [
                "warning handover kim 08:45-09:15 school", "warning handover lou 09:14-09:34 swim",
            ]
        )
    }

    @Test("no handover between two occurrences at the place, at most the gap apart", arguments: [10, 11])
    func staysThere(between: Int) {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60)
        family.add("club", .school, "kim", at: "school", between == 10 ? "10:10" : "10:11", minutes: 60)

        let ways = family.cover().filter { $0.contains("rule 5") }
        #expect(
            ways
                == (between == 10
                    ? ["08:45-09:00 rule 5 anna ben", "11:10-11:25 rule 5 anna ben"]
                    : [
                        "08:45-09:00 rule 5 anna ben", "10:00-10:11 rule 5 anna ben", "11:11-11:26 rule 5 anna ben",
                    ])
        )
    }

    @Test("no fetching of a child that an adult has taken away later than 2m before", arguments: [25, 26])
    func leftAlready(minutes: Int) {
        var family = SlowFamily()

        family.add("school", .school, "kim", at: "school", "09:00", minutes: 60) { $0.pickUp = ID("ben")! }
        family.add("site", .work, "ben", at: "office", "10:00", minutes: 120)
        // Until 09:30, which is half an hour before the end of school, or until 09:31.
        family.add("doctor", .appointment, "kim anna", at: "pool", "09:05", minutes: minutes)

        let isNeeded = minutes == 25
        #expect(family.found("handover") == (isNeeded ? ["warning handover kim 09:45-10:15 school"] : []))
    }

    @Test("no handover while the child is with an adult, and none for one who goes alone")
    func notNeeded() {
        var family = SlowFamily()
        let lou = Person(id: ID("lou")!, name: "lou", role: .child, escort: false)
        family.household.put(.person(lou))
        family.add("anna", .work, "anna", "08:00", minutes: 240)
        family.add("ben", .work, "ben", "08:00", minutes: 240)

        family.add("school", .school, "kim lou", at: "school", "09:00", minutes: 60)
        family.add("breakfast", .appointment, "kim rosa", at: "school", "08:50", minutes: 70)

        // The breakfast ends with the school, when it is under way no more, but during it: no fetching either.
        #expect(family.found("handover").isEmpty)
    }
}
