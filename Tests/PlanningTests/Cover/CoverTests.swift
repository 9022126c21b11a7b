import Household
import ICalendar
import Planning
import Testing

/// The five rules of cover, by what is said of one minute.
@Suite("cover")
struct CoverTests {
    private typealias Small = SmallHousehold

    /// `care: maya`, `gap`, as of a wall time of the Tuesday.
    private func cover(_ small: SmallHousehold, at time: String) -> String {
        let moment = small.household.zone.instant(of: Small.wall(time))
        let stretch = small.plan().cover(of: Small.noah).first { $0.interval.contains(moment) }
        guard let stretch else { return "outside" }
        let carers = stretch.carers.map(\.rawValue).joined(separator: ",")
        return carers.isEmpty ? stretch.reason.rawValue : "\(stretch.reason.rawValue): \(carers)"
    }

    @Test("the stretches fill the range, without a hole")
    func whole() {
        let plan = SmallHousehold().plan()
        let stretches = plan.cover(of: Small.noah)
        #expect(stretches.first?.interval.start == plan.range.start)
        #expect(stretches.last?.interval.end == plan.range.end)
        #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.interval.end == $1.interval.start })
        #expect(stretches.map(\.reason) == [.none, .gap, .none])
    }

    @Test("one stretch is what is the same to the family, whatever the child needs")
    func levels() {
        var small = SmallHousehold(need: [("08:00", "12:00", .present), ("12:00", "18:00", .handsOn)])
        small.add("duty", .care, [Small.maya], "10:00", "14:00", for: [Small.noah])
        let zone = small.household.zone
        let ends = small.plan().cover(of: Small.noah).map { "\($0.reason) \(zone.wall(of: $0.interval.end).time)" }
        #expect(ends == ["none 08:00", "gap 10:00", "care 14:00", "gap 18:00", "none 00:00"])
    }

    @Test("rule 1: school, or a supervised sleepover; the family has nobody")
    func school() {
        var small = SmallHousehold()
        small.add("school", .school, [Small.noah], "08:00", "10:00", at: Small.school)
        small.add("camp", .away, [Small.noah], "10:00", "11:00") { $0.supervised = true }
        small.add("lost", .away, [Small.noah], "11:00", "12:00")
        #expect(cover(small, at: "09:00") == "school")
        #expect(cover(small, at: "10:30") == "school")
        #expect(cover(small, at: "11:30") == "gap")
    }

    @Test("rule 2: out together, and on the way there and back")
    func together() {
        var small = SmallHousehold()
        small.add("zoo", .family, [Small.noah, Small.maya, Small.ama], "10:00", "12:00", at: Small.office)
        small.add("call", .work, [Small.maya], "11:00", "12:00", at: Small.office)
        #expect(cover(small, at: "09:19") == "gap")
        #expect(cover(small, at: "09:20") == "together: maya,ama")
        #expect(cover(small, at: "11:00") == "together: ama")
        #expect(cover(small, at: "12:39") == "together: maya,ama")
        #expect(cover(small, at: "12:40") == "gap")
    }

    @Test("rule 2: there is no way with somebody while the child is elsewhere")
    func waysBlocked() {
        var small = SmallHousehold()
        small.add("zoo", .family, [Small.noah, Small.maya], "10:00", "12:00", at: Small.office)
        small.add("club", .away, [Small.noah], "12:00", "12:30", at: Small.school)
        #expect(cover(small, at: "12:10") == "gap")
        #expect(cover(small, at: "12:35") == "together: maya")
    }

    @Test("rule 3: on duty, unless something else at another place or without attention is under way")
    func care() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya, Small.ama], "09:00", "15:00", for: [Small.noah])
        small.add("focus", .work, [Small.maya], "10:00", "11:00")
        small.add("errand", .appointment, [Small.ama], "10:30", "11:30", at: Small.office) { $0.attention = .free }
        small.add("light", .work, [Small.maya], "12:00", "13:00") { $0.attention = .light }
        #expect(cover(small, at: "09:30") == "care: maya,ama")
        #expect(cover(small, at: "10:15") == "care: ama")
        #expect(cover(small, at: "10:45") == "gap")
        #expect(cover(small, at: "11:15") == "care: maya")
        #expect(cover(small, at: "12:30") == "care: maya,ama")
    }

    @Test("rule 3: a parent on duty elsewhere has the child on the way; a carer does not come along")
    func careElsewhere() {
        var small = SmallHousehold()
        small.change(Small.noah) { $0.escort = false }
        small.add("office", .care, [Small.maya], "10:00", "11:00", for: [Small.noah], at: Small.office)
        small.add("granny", .care, [Small.ama], "14:00", "15:00", for: [Small.noah], at: Small.school)
        #expect(cover(small, at: "09:20") == "care: maya")
        #expect(cover(small, at: "11:39") == "care: maya")
        #expect(cover(small, at: "13:50") == "gap")
    }

    @Test("rule 3: a child that is elsewhere can't be had")
    func childElsewhere() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "09:00", "15:00", for: [Small.noah])
        small.add("visit", .appointment, [Small.noah], "10:00", "11:00", at: Small.school)
        #expect(cover(small, at: "10:30") == "gap")
    }

    @Test("rule 4: a parent at home and interruptible counts where the household says so")
    func available() {
        var small = SmallHousehold(coverage: .available)
        small.add("office", .appointment, [Small.maya], "10:00", "11:00", at: Small.office)
        small.add("call", .work, [Small.kofi], "10:30", "11:00")
        small.add("light", .work, [Small.kofi], "12:00", "13:00") { $0.attention = .light }
        #expect(cover(small, at: "09:00") == "available: maya,kofi")
        #expect(cover(small, at: "09:20") == "available: kofi")
        #expect(cover(small, at: "10:30") == "gap")
        #expect(cover(small, at: "11:39") == "available: kofi")
        #expect(cover(small, at: "12:30") == "available: maya,kofi")
        #expect(cover(SmallHousehold(coverage: .assigned), at: "09:00") == "gap")
    }

    @Test("rule 4: nearby is enough of anybody at home, even where only care entries count")
    func nearby() {
        var small = SmallHousehold(coverage: .assigned, need: [("08:00", "18:00", .nearby)])
        small.add("call", .work, [Small.maya], "10:00", "11:00") { $0.attention = .call }
        small.add("trip", .away, [Small.kofi], "10:00", "11:00")
        #expect(cover(small, at: "10:30") == "available: maya")
    }

    @Test("rule 5: on the way with the one named, or with whoever can; not where nobody does it")
    func way() {
        var small = SmallHousehold()
        small.add("school", .school, [Small.noah], "09:00", "13:00", at: Small.school) { $0.dropOff = Small.ama }
        #expect(cover(small, at: "08:44") == "gap")
        #expect(cover(small, at: "08:45") == "way: ama")
        #expect(cover(small, at: "13:14") == "way: maya,kofi")
        #expect(cover(small, at: "13:15") == "gap")
        small.add("trip", .away, [Small.maya, Small.kofi], "12:00", "14:00")
        #expect(cover(small, at: "13:05") == "gap")
    }

    @Test("the strongest of the windows that hold counts, and a night ends on the next day")
    func windows() {
        var small = SmallHousehold(
            coverage: .available,
            need: [("20:00", "06:00", .nearby), ("05:00", "09:00", .handsOn)]
        )
        small.add("night", .work, [Small.maya, Small.kofi], "2026-11-23T22:00", "10:00") { $0.attention = .light }
        #expect(cover(small, at: "04:59") == "available: maya,kofi")
        #expect(cover(small, at: "05:00") == "gap")
        #expect(cover(small, at: "09:00") == "none")
    }

    @Test("rule 2 alone is asked of an outing: one who is taken by something light there is not on duty instead")
    func outingIsNoDuty() {
        var small = SmallHousehold()
        small.add("zoo", .family, [Small.noah, Small.maya], "10:00", "12:00", at: Small.office)
        small.add("call", .work, [Small.maya], "11:00", "12:00", at: Small.office) { $0.attention = .light }
        #expect(cover(small, at: "10:59") == "together: maya")
        #expect(cover(small, at: "11:00") == "gap")
    }

    @Test("rule 3: what the child has at the place of the duty keeps nobody from it, nor does a duty elsewhere")
    func childAtThePlace() {
        var small = SmallHousehold()
        small.add("duty", .care, [Small.maya], "09:00", "15:00", for: [Small.noah])
        small.add("violin", .appointment, [Small.noah], "10:00", "11:00")
        small.add("outing", .care, [Small.kofi], "12:00", "13:00", for: [Small.noah], at: Small.office)
        #expect(cover(small, at: "10:30") == "care: maya")
        #expect(cover(small, at: "12:30") == "care: maya,kofi")
    }

    @Test("rule 5: another child's way is not this child's")
    func othersWay() {
        var small = SmallHousehold()
        let lena = ID<Person>(trusted: "lena")
        small.household.put(.person(Person(id: lena, name: "Lena", role: .child)))
        small.add("nursery", .school, [lena], "09:00", "13:00", at: Small.school) { $0.dropOff = Small.maya }
        #expect(cover(small, at: "08:50") == "gap")
        #expect(cover(small, at: "13:10") == "gap")
    }
}
