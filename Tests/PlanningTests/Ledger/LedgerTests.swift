import Household
import ICalendar
import Planning
import Testing

/// One Tuesday, worked out by hand. Noah needs somebody from 08:00 to 18:00 unless a test says otherwise.
@Suite struct LedgerTests {
    private let maya = SmallHousehold.maya
    private let kofi = SmallHousehold.kofi
    private let noah = SmallHousehold.noah
    private let ama = SmallHousehold.ama

    @Test("what carers have at once is shared equally among them")
    func shared() {
        var small = SmallHousehold()
        small.add("a", .care, [maya, kofi, ama], "10:00", "11:00", for: [noah])
        small.add("b", .care, [ama], "11:00", "11:30", for: [noah])

        let people = balance(small).people

        #expect(people[maya]?.care == SharedTime(seconds: 20 * 60))
        #expect(people[kofi]?.care == SharedTime(seconds: 20 * 60))
        #expect(people[ama]?.care == SharedTime(seconds: 50 * 60))
    }

    @Test("two children at once are twice the care")
    func siblings() {
        var small = SmallHousehold()
        let ada = addAda(to: &small)
        small.add("a", .care, [ama], "10:00", "11:00", for: [noah, ada])

        #expect(balance(small).people[ama]?.care == SharedTime(seconds: 2 * 3_600))
    }

    @Test(
        "care counts while the child is awake",
        arguments: [(CareLevel.nearby, 0), (.present, 3_600), (.handsOn, 3_600)]
    )
    func awake(level: CareLevel, seconds: Int) {
        var small = SmallHousehold(need: [("10:00", "11:00", level)])
        small.add("a", .care, [ama], "09:00", "12:00", for: [noah])

        #expect(balance(small).people[ama]?.care == SharedTime(seconds: seconds))
    }

    @Test("overlapping work is once, and what is work and admin is work")
    func work() {
        var small = SmallHousehold()
        small.household.put(
            .stream(Stream(id: ID(trusted: "tax"), name: "Tax", owner: maya, kind: .admin, attention: .light))
        )
        small.add("a", .work, [maya], "09:00", "11:00")
        small.add("b", .work, [maya], "10:00", "12:00")
        small.add("c", .work, [maya], "11:30", "13:00") { $0.stream = ID(trusted: "tax") }

        let account = balance(small).people[maya]

        #expect(account?.work == 3 * 3_600)
        #expect(account?.admin == 3_600)
    }

    @Test("work at the edge of the range counts as far as it lies in it")
    func edge() {
        var small = SmallHousehold()
        small.add("a", .work, [maya], "2026-11-23T23:00", "2026-11-24T01:00")
        small.add("b", .work, [maya], "2026-11-24T22:30", "2026-11-25T06:00")

        #expect(balance(small).people[maya]?.work == 3_600 + 5_400)
    }

    @Test("together is when every child is awake and has both parents, at home or on the same outing")
    func together() {
        var small = SmallHousehold(coverage: .available)
        let ada = addAda(to: &small, from: "08:00", to: "12:00")
        small.add("a", .family, [maya, kofi, noah, ada], "09:00", "10:00", at: SmallHousehold.school)
        small.add("b", .care, [maya, kofi], "10:15", "10:30", for: [noah])
        small.add("c", .work, [maya], "11:00", "11:30")

        // 08:00 to 12:00, less the care entry, which is a duty, and Maya's work.
        #expect(balance(small).together == 4 * 3_600 - 900 - 1_800)
    }

    @Test("one parent alone has no time together")
    func singleParent() {
        var small = SmallHousehold(coverage: .available)
        small.change(kofi) { $0.role = .carer }

        let balance = balance(small)

        #expect(balance.together == 0)
        #expect(balance.people[maya]?.care == SharedTime(seconds: 10 * 3_600))
    }

    @Test("one-on-one: the parent has no other child, the child no other parent")
    func oneOnOne() {
        var small = SmallHousehold()
        let ada = addAda(to: &small)
        small.add("a", .care, [maya], "09:00", "10:00", for: [noah])
        small.add("b", .care, [maya, ama], "10:00", "11:00", for: [noah])
        small.add("c", .care, [maya, kofi], "11:00", "12:00", for: [noah])
        small.add("d", .care, [maya], "12:00", "13:00", for: [noah, ada])

        let pairs = balance(small).oneOnOne

        #expect(pairs[.init(parent: maya, child: noah)] == 2 * 3_600)
        #expect(pairs[.init(parent: maya, child: ada)] == 0)
        #expect(pairs[.init(parent: kofi, child: noah)] == 0)
        #expect(pairs.count == 4)
    }

    @Test("a child who only needs somebody nearby is another child, too")
    func nearbySibling() {
        var small = SmallHousehold()
        let ada = addAda(to: &small, level: .nearby)
        small.add("a", .care, [maya], "09:00", "10:00", for: [noah, ada])

        #expect(balance(small).oneOnOne[.init(parent: maya, child: noah)] == 0)
    }

    @Test("own time is from 06:00 to 23:00, without occurrences, ways or a child who is awake")
    func ownTime() {
        var small = SmallHousehold(need: [("08:00", "10:00", .present), ("20:00", "22:00", .nearby)])
        small.add("a", .care, [maya], "08:00", "10:00", for: [noah])
        small.add("b", .appointment, [maya], "12:00", "13:00", at: SmallHousehold.school)
        small.add("c", .work, [maya], "22:00", "23:30")
        small.add("free", .appointment, [kofi], "12:00", "13:00") { $0.busy = false }

        let people = balance(small).people

        #expect(people[maya]?.own == (17 - 2 - 1 - 1) * 3_600 - 2 * 15 * 60)
        #expect(people[kofi]?.own == 17 * 3_600)
        #expect(people[ama]?.own == 0)
    }

    @Test("a household without children has work and own time")
    func noChildren() {
        var small = SmallHousehold()
        small.household.people[noah] = nil
        small.add("a", .work, [maya], "09:00", "11:00")

        let balance = balance(small)

        #expect(balance.people[maya] == Balance.Account(work: 2 * 3_600, own: 15 * 3_600))
        #expect(balance.together == 0)
        #expect(balance.oneOnOne.isEmpty)
    }

    @Test("three share a second without losing any of it")
    func thirds() {
        let third = SharedTime(seconds: 1, among: 3)

        #expect(third + third + third == SharedTime(seconds: 1))
    }

    private func balance(_ small: SmallHousehold) -> Balance { Ledger(small.plan()).balance }

    private func addAda(
        to small: inout SmallHousehold,
        from: String = "08:00",
        to: String = "18:00",
        level: CareLevel = .present
    ) -> ID<Person> {
        let window = Window(days: Set(Weekday.allCases), from: CivilTime(from)!, to: CivilTime(to)!)
        let ada = ID<Person>(trusted: "ada")
        let care = [CareWindow(window: window, level: level)]
        small.household.put(.person(Person(id: ada, name: "Ada", role: .child, care: care)))
        return ada
    }
}
