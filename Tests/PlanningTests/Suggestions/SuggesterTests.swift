import Household
import ICalendar
import Planning
import Testing

@Suite("suggestions")
struct SuggesterTests {
    private typealias Small = SmallHousehold

    /// What is suggested for the only conflict of a kind on the Tuesday: `move: Move “…” to …`.
    private func ways(
        _ small: SmallHousehold,
        _ kind: ConflictKind,
        to end: String = "2026-11-25"
    ) throws -> [String] {
        try suggestions(small, kind, to: end).map { "\($0.way.rawValue): \($0.title)" }
    }

    private func suggestions(
        _ small: SmallHousehold,
        _ kind: ConflictKind,
        to end: String = "2026-11-25"
    ) throws -> [Suggestion] {
        let evaluation = Evaluation(small.plan(from: "2026-11-23", to: end))
        let conflict = try #require(evaluation.conflicts.first { $0.kind == kind })
        return Suggester(evaluation).suggestions(for: conflict)
    }

    /// Maya has a call, and work that may be moved, at the same time.
    private func doubleBooked(movable: Movable, work from: String = "10:00", _ to: String = "11:00") -> SmallHousehold {
        var small = SmallHousehold(need: [])
        small.add("call", .appointment, [Small.maya], "10:00", "11:00")
        small.add("work", .work, [Small.maya], from, to) { $0.movable = movable }
        return small
    }

    @Test("what may be moved within its day goes to the nearest time that is free")
    func move() throws {
        let ways = try ways(doubleBooked(movable: .day), .doubleBooked)
        #expect(ways.first == "move: Move “work” to Tue 24 Nov 09:00–10:00")
    }

    @Test("what is fixed is not moved; something can still not happen")
    func fixed() throws {
        let ways = try ways(doubleBooked(movable: .fixed), .doubleBooked)
        #expect(
            ways == [
                "release: Let “call” not happen, Tue 24 Nov 10:00–11:00",
                "release: Let “work” not happen, Tue 24 Nov 10:00–11:00",
            ]
        )
    }

    @Test("it is not moved out of its stream's hours, into protected time or into the past; another day only if it may")
    func hours() throws {
        var small = doubleBooked(movable: .day)
        small.changeJob { $0.hours = [Small.window("10:00", "12:30")] }
        #expect(try ways(small, .doubleBooked).first == "move: Move “work” to Tue 24 Nov 11:00–12:00")
        small.household.settings.protected = [ProtectedTime(window: Small.window("11:00", "18:00"))]
        #expect(try ways(small, .doubleBooked).allSatisfy { $0.hasPrefix("release") })
        small.household.entries[ID(trusted: "work")]?.movable = .week
        #expect(try ways(small, .doubleBooked).first == "move: Move “work” to Wed 25 Nov 10:00–11:00")
    }

    @Test("one occurrence of a series is moved, and the others stay")
    func series() throws {
        var small = doubleBooked(movable: .day)
        small.household.entries[ID(trusted: "work")]?.repetition.rule = try RecurrenceRule("FREQ=WEEKLY;COUNT=3")
        let move = try #require(try suggestions(small, .doubleBooked).first)
        guard case .entry(let entry)? = move.changes.first?.after else { throw SuggestionTestError.noEntry }
        #expect(move.changes.count == 1 && entry.overrides.count == 1)
        #expect(entry.overrides.first?.of == Small.wall("10:00"))
        #expect(entry.fields(ofOverride: Small.wall("10:00")).start == Small.wall("09:00"))
        #expect(move.cost.moved == 3_600 && move.cost.people == [Small.maya])
    }

    @Test("a carer is asked in the times in which they usually help, and for all children at once")
    func ask() throws {
        var small = SmallHousehold(need: [("12:00", "13:00", .present)])
        small.household.put(
            .person(
                Person(
                    id: ID(trusted: "ada"),
                    name: "Ada",
                    role: .child,
                    care: [CareWindow(window: Small.window("12:30", "13:30"), level: .present)]
                )
            )
        )
        #expect(try ways(small, .coverageGap).allSatisfy { !$0.hasPrefix("ask") })
        small.change(Small.ama) { $0.helps = [Small.window("12:00", "13:29", on: [.tuesday])] }
        #expect(try ways(small, .coverageGap).allSatisfy { !$0.hasPrefix("ask") })
        small.change(Small.ama) { $0.helps = [Small.window("12:00", "14:00", on: [.tuesday])] }
        let evaluation = Evaluation(small.plan())
        let gap = try #require(
            evaluation.conflicts.first { $0.kind == .coverageGap && $0.interval.start > evaluation.plan.now }
        )
        let ask = try #require(Suggester(evaluation).suggestions(for: gap).first { $0.way == .ask })
        #expect(ask.title == "Ask Ama to have Noah and Ada, Tue 24 Nov 12:00–13:30")
        #expect(ask.cost.people == [Small.noah, Small.ama, ID(trusted: "ada")])
        #expect(ask.cost.balance.map(\.person) == [Small.ama])
        #expect(ask.cost.balance.first?.care == 7_200)
    }

    @Test("the other parent takes over the part of the care that clashes")
    func give() throws {
        var small = SmallHousehold()
        small.add("care", .care, [Small.maya], "08:00", "18:00", for: [Small.noah])
        small.add("call", .appointment, [Small.maya], "12:00", "12:30") { $0.attention = .call }
        let give = try #require(try suggestions(small, .careClash).first)
        #expect(give.way == .give && give.title == "Kofi has Noah, Tue 24 Nov 12:00–12:30")
        let blocks = give.changes.compactMap { change -> String? in
            guard case .entry(let entry)? = change.after, case .timed(let start, _, let seconds) = entry.time else {
                return nil
            }
            return "\(entry.people.map(\.rawValue).joined()) \(start.time) \(seconds / 60)"
        }
        #expect(blocks.sorted() == ["kofi 12:00 30", "maya 08:00 240", "maya 12:30 330"])
    }

    @Test("blocks of care change hands where the other parent has one that week")
    func swapCare() throws {
        var small = SmallHousehold(need: [("14:00", "18:00", .present)])
        small.add("tuesday", .care, [Small.maya], "14:00", "18:00", for: [Small.noah])
        small.add("wednesday", .care, [Small.kofi], "2026-11-25T14:00", "2026-11-25T18:00", for: [Small.noah])
        small.add("call", .appointment, [Small.maya], "14:00", "18:00") { $0.attention = .call }
        let ways = try ways(small, .careClash, to: "2026-11-26")
        #expect(
            ways.contains(
                "swap: Swap: Kofi does “tuesday”, Tue 24 Nov 14:00–18:00; Maya does “wednesday”, Wed 25 Nov 14:00–18:00"
            )
        )
    }

    /// Kofi is to fetch Noah at two, when he has a call at home.
    private func handover() -> SmallHousehold {
        var small = SmallHousehold(need: [])
        small.add("school", .school, [Small.noah], "08:15", "14:00", at: Small.school) { $0.pickUp = Small.kofi }
        small.add("call", .appointment, [Small.kofi], "13:30", "14:30")
        return small
    }

    @Test("somebody else is named to fetch, for that day alone")
    func name() throws {
        let name = try #require(try suggestions(handover(), .handover).first)
        #expect(name.way == .name && name.title == "Let Maya fetch Noah from School at 14:00 on Tue 24 Nov")
        #expect(name.cost.people == [Small.maya, Small.kofi, Small.noah])
    }

    @Test("fetching changes hands where the other parent fetches that week")
    func swapHandovers() throws {
        var small = handover()
        small.add("thursday", .school, [Small.noah], "2026-11-26T08:15", "2026-11-26T14:00", at: Small.school) {
            $0.pickUp = Small.maya
        }
        let swap = try ways(small, .handover, to: "2026-11-28").first { $0.hasPrefix("swap") }
        #expect(
            swap
                == "swap: Swap: let Maya fetch Noah from School at 14:00 on Tue 24 Nov, and Kofi fetch Noah from School "
                + "at 14:00 on Thu 26 Nov"
        )
    }

    @Test("where nobody can fetch, a carer is asked, or what stands in a parent's way does not happen")
    func nobody() throws {
        var small = handover()
        small.add("visit", .appointment, [Small.maya], "13:45", "14:30")
        small.change(Small.ama) { $0.helps = [Small.window("13:00", "18:00")] }
        let ways = try ways(small, .handover)
        #expect(ways.first == "ask: Ask Ama to fetch Noah from School at 14:00 on Tue 24 Nov")
        #expect(
            ways.contains(
                "release: Let “visit” not happen, Tue 24 Nov 13:45–14:30; then Maya can fetch Noah from School at 14:00 "
                    + "on Tue 24 Nov"
            )
        )
    }

    @Test("something is done without the one thing that two want")
    func resource() throws {
        var small = SmallHousehold(need: [])
        small.household.put(.resource(Resource(id: ID(trusted: "room"), name: "Quiet room")))
        small.add("one", .appointment, [Small.maya], "10:00", "11:00") { $0.resources = [ID(trusted: "room")] }
        small.add("two", .appointment, [Small.kofi], "10:00", "11:00") { $0.resources = [ID(trusted: "room")] }
        let ways = try ways(small, .resourceClash)
        #expect(ways.first == "release: Do “one” without Quiet room, Tue 24 Nov 10:00–11:00")
    }

    @Test("whoever has the child alone until then, or from then on, is free for work in between")
    func between() throws {
        var small = SmallHousehold()
        small.changeJob {
            $0.hours = [Small.window("12:00", "13:00")]
            $0.deadlines = [
                Deadline(id: ID(trusted: "report"), title: "Report", due: Small.wall("18:00"), remaining: 3_600)
            ]
        }
        small.add("morning", .care, [Small.maya], "08:00", "12:00", for: [Small.noah])
        small.add("noon", .care, [Small.kofi], "12:00", "13:00", for: [Small.noah])
        small.add("afternoon", .care, [Small.maya], "13:00", "18:00", for: [Small.noah])
        #expect(try ways(small, .deadline).first == "book: Book 1h more on Job: Tue 24 Nov 12:00–13:00")
    }

    @Test("more is booked for a deadline, in the stream's free hours and within the day's limit")
    func book() throws {
        var small = SmallHousehold(need: [])
        small.change(Small.maya) { $0.work = WorkLimits(perDay: 3 * 3_600) }
        small.changeJob { job in
            job.hours = [Small.window("09:00", "13:00")]
            job.deadlines = [
                Deadline(
                    id: ID(trusted: "report"),
                    title: "Report",
                    due: Small.wall("2026-11-26T18:00"),
                    remaining: 18_000
                )
            ]
        }
        small.add("busy", .appointment, [Small.maya], "09:30", "10:00")
        let book = try #require(try suggestions(small, .deadline, to: "2026-11-27").first)
        #expect(book.way == .book)
        #expect(
            book.title == "Book 5h more on Job: Tue 24 Nov 10:00–13:00 and Wed 25 Nov 09:00–11:00"
        )
        #expect(book.cost.deadlines.map(\.booked) == [18_000])
    }

    @Test("one parent has the children so that the other has time of their own")
    func ownTime() throws {
        var small = SmallHousehold(coverage: .available, need: [("09:00", "23:00", .present)])
        let goal = Goal(id: ID(trusted: "own"), aim: .ownTime(person: Small.maya, min: 26 * 3_600))
        small.household.put(.goal(goal))
        let give = try #require(try suggestions(small, .goalMissed, to: "2026-11-30").first)
        #expect(give.way == .give)
        #expect(give.title.hasPrefix("Kofi has Noah, Tue 24 Nov 09:00–12:00"))
    }

    @Test("what would leave a child alone is not offered, even where the household does not want to hear of gaps")
    func neverAlone() throws {
        var small = SmallHousehold(coverage: .available, need: [("08:00", "18:00", .present)])
        small.add("trip", .away, [Small.kofi], "06:00", "22:00")
        small.add("call", .appointment, [Small.maya], "09:00", "10:00") { $0.attention = .light }
        small.add("work", .work, [Small.maya], "09:00", "10:00") {
            ($0.attention, $0.movable) = (.light, .day)
        }
        small.household.settings.rules = [.coverageGap: .off]
        let calm = try ways(small, .doubleBooked)
        #expect(calm.first == "move: Move “work” to Tue 24 Nov 08:00–09:00")
        small.household.entries[ID(trusted: "work")]?.attention = .call
        // With a call nobody has Noah, wherever it goes within his hours.
        let moved = try ways(small, .doubleBooked).first { $0.hasPrefix("move") }
        #expect(moved == "move: Move “work” to Tue 24 Nov 18:00–19:00")
    }

    @Test("of a gap that is under way the rest is closed, from now on")
    func underWay() throws {
        var small = SmallHousehold(need: [("12:00", "16:00", .present)])
        small.change(Small.ama) { $0.helps = [Small.window("12:00", "18:00")] }
        let now = small.household.zone.instant(of: Small.wall("14:07:30"))
        let evaluation = Evaluation(Plan(small.household, range: small.plan().range, now: now))
        let gap = try #require(evaluation.conflicts.first { $0.kind == .coverageGap })
        let ask = try #require(Suggester(evaluation).suggestions(for: gap).first { $0.way == .ask })
        #expect(ask.title == "Ask Ama to have Noah, Tue 24 Nov 14:08–16:00")
    }

    @Test("who fetches a child that nobody has afterwards is asked to stay")
    func stay() throws {
        var small = SmallHousehold(need: [("08:00", "16:00", .present)])
        small.add("school", .school, [Small.noah], "08:15", "14:00", at: Small.school)
        for parent in [Small.maya, Small.kofi] { small.add("trip-\(parent)", .away, [parent], "06:00", "22:00") }
        small.change(Small.ama) { $0.helps = [Small.window("13:00", "17:00")] }
        let evaluation = Evaluation(small.plan())
        let fetching = try #require(evaluation.conflicts.first { $0.subject == .fetching })
        let ask = try #require(Suggester(evaluation).suggestions(for: fetching).first)
        #expect(
            ask.title == "Ask Ama to fetch Noah from School at 14:00 on Tue 24 Nov and to stay, Tue 24 Nov 14:15–16:00"
        )
        #expect(ask.changes.count == 2)
    }

    @Test("a call may be moved into the hours in which the children that one has are at school")
    func idleCare() throws {
        var small = doubleBooked(movable: .day)
        small.change(Small.noah) { $0.care = [CareWindow(window: Small.window("08:00", "18:00"), level: .present)] }
        small.add("school", .school, [Small.noah], "08:15", "14:00", at: Small.school) { $0.pickUp = Small.maya }
        small.add("week", .care, [Small.maya], "07:00", "20:00", for: [Small.noah])
        let ways = try ways(small, .doubleBooked)
        #expect(ways.first == "move: Move “work” to Tue 24 Nov 09:00–10:00")
    }

    @Test("what is over has no way out")
    func past() throws {
        let small = doubleBooked(movable: .day, work: "10:00", "11:00")
        let zone = small.household.zone
        let range = small.plan().range
        let evening = zone.instant(of: Small.wall("20:00"))
        let evaluation = Evaluation(Plan(small.household, range: range, now: evening))
        let conflict = try #require(evaluation.conflicts.first { $0.kind == .doubleBooked })
        #expect(Suggester(evaluation).suggestions(for: conflict) == [])
    }
}

private enum SuggestionTestError: Error {
    case noEntry
}
