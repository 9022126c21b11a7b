import Household
import ICalendar
import Testing

@Suite("The oracle's later conflicts")
struct OracleLaterTests {
    @Test("a way that is longer than the time to the next occurrence is tight, also where there is no time")
    func tightTravel() {
        var family = SlowFamily()

        family.add("a", .work, "anna", "09:00", minutes: 60)
        family.add("b", .appointment, "anna", at: "office", "10:29", minutes: 60)
        family.add("c", .work, "anna", at: "pool", "11:29", minutes: 1)
        family.add("d", .family, "anna", "11:40", minutes: 30)
        family.add("e", .away, "anna", "12:00", minutes: 60)
        family.add("f", .family, "anna", at: "pool", "12:20", minutes: 30)

        // From home to the office it is 30 minutes, to the pool and back 10: exactly in time from c to d and from d to f,
        // e being nowhere known.
        #expect(
            later(family, "tight-travel") == [
                "warning tight-travel anna 10:00-10:29 a b", "warning tight-travel anna 11:29-11:29 b c",
            ]
        )
    }

    @Test("two that use the same thing overlap, with people or without")
    func resources() {
        var family = SlowFamily()
        family.household.put(.resource(Resource(id: ID("car")!, name: "Car")))

        family.add("a", .appointment, "anna", "09:00", minutes: 60) { $0.resources = [ID("car")!] }
        family.add("b", .appointment, "", "09:30", minutes: 60) { $0.resources = [ID("car")!] }
        family.add("c", .appointment, "ben", "10:30", minutes: 60) { $0.resources = [ID("car")!] }

        #expect(later(family, "resource-clash") == ["warning resource-clash car 09:30-10:00 a b"])
    }

    @Test("work in protected time, and more of it in a day or a week than wanted")
    func limits() {
        var family = SlowFamily()
        let window = SlowFamily.care("17:30", "19:00", .present).window
        family.household.settings.protected = [ProtectedTime(window: window)]
        setLimits(&family, WorkLimits(perDay: 3 * 3600, perWeek: 4 * 3600))

        family.add("a", .work, "anna", "16:00", minutes: 120)
        family.add("b", .work, "anna", "17:00", minutes: 121)
        family.add("c", .work, "anna", "2026-09-09T09:00", minutes: 60)

        // 16:00 to 19:01 counts once: 181 minutes, with those of Wednesday 241 in the week.
        #expect(
            later(family, "protected-time", "overload-day", "overload-week") == [
                "warning protected-time anna 17:30-19:00", "warning overload-day anna 00:00-2026-09-08T00:00",
                "warning overload-week anna 00:00-2026-09-14T00:00",
            ]
        )
    }

    @Test("a night between two pieces of work that is shorter than the rest wanted")
    func rest() {
        var family = SlowFamily()
        setLimits(&family, WorkLimits(rest: 11 * 3600))

        family.add("a", .work, "anna", "20:00", minutes: 121)
        family.add("b", .work, "anna", "2026-09-08T09:00", minutes: 60)
        family.add("c", .work, "anna", "2026-09-06T20:00", minutes: 120)
        family.add("d", .work, "anna", "09:00", minutes: 60)

        // From Sunday 22:00 to Monday 09:00 it is 11 hours, from Monday 22:01 a minute less.
        #expect(later(family, "short-rest") == ["warning short-rest anna 22:01-2026-09-08T09:00"])
    }

    @Test(
        "less work booked than remains until the deadline",
        arguments: [(120, ""), (121, "warning"), (241, "critical")]
    )
    func deadline(minutes: Int, severity: String) {
        var family = SlowFamily(coverage: .available)
        let window = SlowFamily.care("12:00", "20:00", .present).window
        let due = CivilDateTime("2026-09-07T18:00")!
        let deadline = Deadline(id: ID("report")!, title: "Report", due: due, remaining: minutes * 60)
        family.household.put(
            .stream(
                Stream(
                    id: ID("anna-job")!,
                    name: "Job",
                    owner: ID("anna")!,
                    kind: .client,
                    hours: [window],
                    deadlines: [deadline]
                )
            )
        )

        family.add("before", .work, "anna", "07:00", minutes: 59)
        family.add("a", .work, "anna", "09:00", minutes: 60)
        family.add("b", .work, "anna", "13:00", minutes: 60)
        // Kim has only Anna then, from 14:00 to 17:00.
        family.add("call", .work, "ben", "14:00", minutes: 180)

        // Now is 08:00. Free within the hours are 12:00 to 13:00 and 17:00 to 18:00: two hours.
        let found = later(family, "deadline")
        #expect(found == (severity.isEmpty ? [] : ["\(severity) deadline anna 08:00-18:00"]))
    }

    @Test("a week's booked hours below or above what the stream should have", arguments: [59, 60, 120, 121])
    func streamHours(minutes: Int) {
        var family = SlowFamily()
        let weekly = WeeklyHours(min: 3600, max: 7200)
        family.household.put(
            .stream(Stream(id: ID("ben-job")!, name: "Job", owner: ID("ben")!, kind: .client, weekly: weekly))
        )

        family.add("a", .work, "ben", "2026-09-13T21:00", minutes: minutes)

        let isFine = minutes == 60 || minutes == 120
        let week = "notice stream-hours ben 00:00-2026-09-14T00:00"
        #expect(later(family, "stream-hours") == (isFine ? [] : [week]))
    }

    @Test("the ledger shares care among the carers, counts work once, and finds time together, one-on-one and alone")
    func ledger() {
        var family = SlowFamily(coverage: .available)
        let lou = Person(id: ID("lou")!, name: "lou", role: .child, care: [SlowFamily.care("08:00", "10:00", .handsOn)])
        family.household.put(.person(lou))
        family.household.put(.stream(Stream(id: ID("tax")!, name: "Tax", owner: ID("ben")!, kind: .admin)))

        family.add("a", .work, "anna", "09:00", minutes: 120)
        family.add("b", .work, "anna", "10:00", minutes: 120)
        family.add("c", .work, "ben", "17:00", minutes: 60) { $0.stream = ID("tax") }

        let ledger = SlowEvaluation(family.household)
            .ledger(from: SlowFamily.monday, to: SlowFamily.monday.adding(days: 1))
        // 08–09 both have both; 09–10 Ben has both; 10–12 Ben has Kim; 12–17 both have Kim; 17–18 Anna has Kim.
        let hour = 3600
        #expect(ledger.care == ["anna": hour + 5 * hour / 2 + hour, "ben": hour + 2 * hour + 2 * hour + 5 * hour / 2])
        #expect(ledger.work == ["anna": 3 * hour])
        #expect(ledger.admin == ["ben": hour])
        // Lou is not awake after 10:00.
        #expect(ledger.together == hour)
        let anna = SlowLedger.Pair(parent: "anna", child: "kim")
        let ben = SlowLedger.Pair(parent: "ben", child: "kim")
        #expect(ledger.oneOnOne == [anna: hour, ben: 2 * hour])
        // 06–08 and 18–23.
        #expect(ledger.ownTime == ["anna": 7 * hour, "ben": 7 * hour])
    }

    private func setLimits(_ family: inout SlowFamily, _ limits: WorkLimits) {
        family.household.put(.person(Person(id: ID("anna")!, name: "anna", role: .parent, work: limits)))
    }

    /// What is found on Monday at 08:00.
    private func later(_ family: SlowFamily, _ kinds: String...) -> Set<String> {
        let now = SlowZone("UTC").instant(CivilDateTime("2026-09-07T08:00")!)
        let found = SlowEvaluation(family.household)
            .laterConflicts(from: SlowFamily.monday, to: SlowFamily.monday.adding(days: 1), now: now)
        return Set(found.filter { kinds.contains($0.kind) }.map(SlowFamily.line))
    }
}
