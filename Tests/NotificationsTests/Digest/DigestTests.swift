import Household
import ICalendar
import Planning
import Testing

@testable import Notifications

@Suite("the daily digest")
struct DigestTests {
    typealias Family = DigestFamily

    /// Maya and Kofi both on a call at ten; Noah has nobody.
    private func gapFamily(withLena: Bool = false) -> Family {
        var family = Family(withLena: withLena)
        for (id, person) in [("standup", Family.maya), ("review", Family.kofi)] {
            family.add(id, .work, [person], "10:00", "10:30") { $0.attention = .call }
        }
        return family
    }

    @Test("the subject counts today's gaps, whichever children they are of, and what is new")
    func subject() {
        var family = gapFamily(withLena: true)
        family.foundAt[.coverageGap] = family.now.adding(seconds: -3_600)
        let message = family.digest().message
        #expect(message.title == "famplan Tue 24 Nov: 1 gap, 2 new conflicts")
        #expect(message.short == "1 gap today 10:00–10:30, 2 new conflicts")
        #expect(message.id == "digest-maya-2026-11-24")
        #expect(message.kind == .digest && message.severity == .critical && message.createdAt == family.now)
    }

    @Test("what was found a day ago to the second is no longer new")
    func newness() {
        var family = gapFamily()
        family.foundAt[.coverageGap] = family.now.adding(seconds: -86_399)
        #expect(family.digest().conflicts.new.count == 1)
        family.foundAt[.coverageGap] = family.now.adding(seconds: -86_400)
        let digest = family.digest()
        #expect(digest.conflicts.new.isEmpty && digest.conflicts.older.count == 1)
        #expect(digest.message.title == "famplan Tue 24 Nov: 1 gap")
        #expect(digest.message.short == "1 gap today 10:00–10:30, 1 open conflict")
    }

    /// Three weeks with too few hours, beside Noah's gap.
    private func noticeFamily() -> Family {
        var family = gapFamily()
        family.change("job") { $0.weekly.min = 10 * 3_600 }
        return family
    }

    @Test("notices are counted by themselves: they are no conflicts")
    func notices() {
        var family = noticeFamily()
        #expect(family.digest().message.title == "famplan Tue 24 Nov: 1 gap")
        #expect(family.digest().message.short == "1 gap today 10:00–10:30, 1 open conflict, 3 open notices")
        family.foundAt[.streamHours] = family.now
        let message = family.digest().message
        #expect(message.title == "famplan Tue 24 Nov: 1 gap, 3 new notices")
        #expect(message.short == "1 gap today 10:00–10:30, 3 new notices, 1 conflict open before")
        #expect(message.text.contains("3 notices are new."))
        family.foundAt = [.coverageGap: family.now]
        #expect(family.digest().message.short == "1 gap today 10:00–10:30, 1 new conflict, 3 notices open before")
        family.foundAt[.streamHours] = family.now
        #expect(family.digest().message.title == "famplan Tue 24 Nov: 1 gap, 1 new conflict, 3 new notices")
        #expect(family.digest().message.text.contains("1 conflict and 3 notices are new."))
    }

    @Test("so they are where somebody lives with them, and where nothing else is wrong")
    func noticesAlone() {
        var family = noticeFamily()
        family.accepted = [.streamHours]
        #expect(family.digest().message.text.contains("3 notices are accepted, and not listed."))
        family.accepted = [.coverageGap, .streamHours]
        #expect(family.digest().message.text.contains("1 conflict and 3 notices are accepted, and not listed."))
        family.accepted = [.coverageGap]
        #expect(family.digest().message.title == "famplan Tue 24 Nov: 3 open notices")
    }

    @Test("a conflict is told with when, who, why, its id and what would help")
    func conflict() {
        let text = gapFamily().digest().message.text
        #expect(
            text.contains(
                """
                Still open (1)
                --------------

                Critical
                  * Tue 24 Nov 10:00–10:30 · Noah · k1
                    Nobody has Noah from 10:00 to 10:30 on Tue 24 Nov
                    famplan suggest k1
                """
            )
        )
    }

    @Test("the sections come in the order of what needs deciding first")
    func order() throws {
        var family = gapFamily()
        family.add("clash", .appointment, [Family.maya], "10:10", "10:20")
        family.foundAt[.coverageGap] = family.now
        family.change("job") { stream in
            let due = CivilDateTime("2026-12-01T18:00")!
            stream.deadlines = [Deadline(id: ID(trusted: "q"), title: "Report", due: due, remaining: 3_600)]
        }
        let text = family.digest(isBalanceDay: true).message.text
        let headings = [
            "New since yesterday", "Still open", "Today, Tue 24 Nov", "\nNoah\n", "\nMaya\n", "\nKofi\n",
            "Tomorrow, Wed 25 Nov", "Gaps in the next seven days", "Deadlines", "This week, Mon 23 Nov – Sun 29 Nov",
            "To turn it off", "famplan 1.2.3",
        ]
        var rest = text[...]
        for heading in headings {
            let found = try #require(rest.firstRange(of: heading), "\(heading)")
            rest = rest[found.upperBound...]
        }
    }

    @Test("the worst come first, then the earliest")
    func severities() {
        var family = gapFamily()
        family.household.put(.goal(Goal(id: ID(trusted: "us"), aim: .together(min: 600 * 3_600))))
        family.add("a", .appointment, [Family.maya], "09:00", "09:30")
        family.add("b", .appointment, [Family.maya], "09:10", "09:20")
        let found = family.digest().conflicts.open.map(\.conflict)
        // The goal's week begins before anything else.
        #expect(found.map(\.kind).prefix(2) == [.doubleBooked, .coverageGap])
        #expect(found.last?.kind == .goalMissed && found.last?.severity == .notice)
    }

    @Test("accepted conflicts are counted and not listed, and their gaps are said quietly")
    func accepted() {
        var family = gapFamily()
        family.accepted = [.coverageGap]
        let digest = family.digest()
        let text = digest.message.text
        #expect(digest.message.title == "famplan Tue 24 Nov: all clear")
        #expect(text.contains("1 conflict is accepted, and not listed."))
        #expect(text.contains("10:00–10:30  nobody (accepted)"))
        #expect(!text.contains("NOBODY") && !text.contains("Gaps in"))
    }

    @Test("whom a conflict concerns: those whom it names, everybody's children, nobody's; the critical ones all")
    func concern() {
        let household = Family().household
        func conflict(_ people: [ID<Person>], _ severity: Severity) -> Conflict {
            let interval = Interval(Family().now, Family().now)
            return Conflict(
                kind: .doubleBooked,
                severity: severity,
                people: people,
                interval: interval,
                occurrences: [],
                message: ""
            )
        }
        #expect(conflict([Family.maya], .notice).concerns(Family.maya, in: household))
        #expect(conflict([Family.noah], .notice).concerns(Family.maya, in: household))
        #expect(conflict([], .notice).concerns(Family.maya, in: household))
        #expect(conflict([Family.kofi], .critical).concerns(Family.maya, in: household))
        #expect(!conflict([Family.kofi], .warning).concerns(Family.maya, in: household))
        #expect(!conflict([Family.ama], .warning).concerns(Family.maya, in: household))
    }

    @Test("what was over at the midnight before is told no more; a mark on it is")
    func over() {
        let midnight = Family().now.adding(seconds: -6 * 3_600)
        func told(from start: Int, to end: Int) -> Int {
            let interval = Interval(midnight.adding(seconds: start), midnight.adding(seconds: end))
            let conflict = Conflict(
                kind: .doubleBooked,
                severity: .critical,
                people: [],
                interval: interval,
                occurrences: [],
                message: ""
            )
            let known = KnownConflict(id: ID(trusted: "k"), conflict: conflict, foundAt: midnight)
            let family = Family()
            return DigestConflicts(
                [known],
                for: Family.maya,
                on: Family.tuesday,
                in: family.household,
                now: family.now
            ).open.count
        }
        #expect(told(from: -7_200, to: 0) == 0)
        #expect(told(from: -7_200, to: 1) == 1)
        #expect(told(from: 0, to: 0) == 1)
    }

    @Test("the strip has a column for each quarter of an hour, gaps in it can't be overlooked")
    func strip() {
        var family = Family(coverage: .assigned)
        family.add("play", .care, [Family.maya], "08:00", "10:00") { $0.children = [Family.noah] }
        family.add("school", .school, [Family.noah], "11:00", "12:00") { entry in
            entry.place = ID(trusted: "school")
            entry.dropOff = Family.maya
        }
        let digest = family.digest()
        // Needed from 08:00 to 18:00; Maya sets out at 10:45, and either parent fetches.
        #expect(
            CarerStrip(digest, digest.today).lines == [
                "        06      08      10      12      14      16      18      20",
                "Noah    ........MMMMMMMM!!!m====&" + String(repeating: "!", count: 23) + "................",
            ]
        )
        let text = digest.message.text
        #expect(text.contains("! 10:00–10:45  *** NOBODY ***"))
        #expect(text.contains("  10:45–11:00  Maya, on the way"))
        #expect(text.contains("  10:45–11:00  Bring Noah to School"))
    }

    @Test("a gap outside the usual hours makes the strip show the whole day")
    func wholeDay() throws {
        var family = Family(coverage: .assigned)
        var noah = try #require(family.household.people[Family.noah])
        let night = Window(days: Set(Weekday.allCases), from: CivilTime("22:00")!, to: CivilTime("23:00")!)
        noah.care = [CareWindow(window: night, level: .present)]
        family.household.put(.person(noah))
        let digest = family.digest()
        let row = CarerStrip(digest, digest.today).lines.last
        #expect(row == "Noah    " + String(repeating: ".", count: 44) + "!!" + "..")
    }

    @Test("tomorrow's first hard commitment is the person's own: not what can be interrupted, nor what is not sure")
    func commitment() {
        var family = Family()
        family.add("mail", .work, [Family.maya], "2026-11-25T08:00", "2026-11-25T09:00") { $0.attention = .light }
        family.add("market", .appointment, [Family.maya], "2026-11-25T09:00", "2026-11-25T10:00") {
            $0.tentative = true
        }
        family.add("other", .work, [Family.kofi], "2026-11-25T09:30", "2026-11-25T10:00")
        family.add("call", .work, [Family.maya], "2026-11-25T11:00", "2026-11-25T12:00") { $0.attention = .call }
        #expect(family.digest().firstCommitment?.words == "call (call)")
        #expect(family.digest(for: Family.kofi).firstCommitment?.title == "other")
        #expect(family.digest().message.text.contains("  11:00–12:00  call (call)"))
        #expect(Family().digest().message.text.contains("Nothing that can’t wait."))
    }

    @Test("a deadline says what is needed, booked and free, to its owner alone")
    func deadlines() {
        var family = Family()
        family.add("write", .work, [Family.maya], "09:00", "11:00")
        family.change("job") { stream in
            let days: Set<Weekday> = [.tuesday, .wednesday]
            stream.hours = [Window(days: days, from: CivilTime("09:00")!, to: CivilTime("12:00")!)]
            let due = CivilDateTime("2026-11-26T18:00")!
            stream.deadlines = [Deadline(id: ID(trusted: "q"), title: "Report", due: due, remaining: 4 * 3_600)]
        }
        let text = family.digest().message.text
        #expect(
            text.contains(
                """
                  * Report (JOB), due Thu 26 Nov 18:00
                    needed 4h · booked 2h · free 4h · still to book 2h
                """
            )
        )
        #expect(!family.digest(for: Family.kofi).message.text.contains("Report"))
    }

    @Test("gaps of the next seven days: today's is one, that of the seventh day after is not")
    func gaps() {
        var family = Family(withLena: true)
        for day in ["2026-11-24", "2026-11-30", "2026-12-01"] {
            for (id, person) in [("a", Family.maya), ("b", Family.kofi)] {
                family.add("\(id)\(day)", .work, [person], "\(day)T10:00", "\(day)T10:30") { $0.attention = .call }
            }
        }
        let gaps = family.digest().conflicts.gaps
        #expect(
            gaps.map { family.household.zone.wall(of: $0.interval.start).description } == [
                "2026-11-24T10:00", "2026-11-30T10:00",
            ]
        )
        #expect(gaps.allSatisfy { Set($0.children) == [Family.noah, Family.lena] })
    }

    @Test("the balance is told on its day alone: both parents in the household's order, goals met or not")
    func balance() {
        var family = Family()
        family.household.put(.goal(Goal(id: ID(trusted: "us"), aim: .together(min: 3_600))))
        #expect(!family.digest().message.text.contains("This week"))
        let both = [Family.maya, Family.kofi].map { person in
            family.digest(for: person, isBalanceDay: true).message.text
        }
        #expect(both.allSatisfy { $0.contains("✓ The family has 70h together in the week of Mon 23 Nov") })
        let lines = both.map { text in text.split(separator: "\n").drop { !$0.hasPrefix("This week") }.prefix(4) }
        #expect(lines[0] == lines[1])
        #expect(lines[0].dropFirst(2).map { $0.prefix(12) } == ["  Maya: care", "  Kofi: care"])
    }

    @Test("a day on which nothing is on and nothing is open is told in few lines")
    func empty() {
        let message = Family().digest().message
        #expect(message.title == "famplan Tue 24 Nov: all clear")
        #expect(message.short == "All clear for Tue 24 Nov.")
        #expect(message.severity == .notice)
        #expect(
            message.text == """
                Tue 24 Nov · Home

                Hello Maya. All clear: nothing is planned today, and nothing is open.

                Tomorrow, Wed 25 Nov
                --------------------
                  Nothing that can’t wait.

                ------------------------------------------------------------------------
                You get this because Maya has a daily digest. To turn it off, or to have
                it at another time, change “notify” of maya in the household file
                (famplan export --household, famplan apply).
                famplan 1.2.3

                """
        )
    }

    @Test("critical ones are told all; of the others those that are new or near, at most eight of a kind")
    func many() {
        func list(_ severity: Severity, days: Range<Int>) -> [KnownConflict] {
            days.map { day in
                let start = Family().now.adding(seconds: day * 86_400)
                let conflict = Conflict(
                    kind: .doubleBooked,
                    severity: severity,
                    people: [],
                    interval: Interval(start, start),
                    occurrences: [],
                    message: ""
                )
                return KnownConflict(id: ID(trusted: "k\(day)"), conflict: conflict, foundAt: start)
            }
        }
        let all = list(.critical, days: 0..<20) + list(.warning, days: 0..<20) + list(.notice, days: 5..<9)
        let new = ConflictList(all)
        #expect(new.groups.map(\.title) == ["Critical", "Warning", "Notice"])
        #expect(new.groups.map(\.conflicts.count) == [20, 8, 4])
        #expect(new.remainder == "12 more, none of them critical: famplan conflicts --to +8w")
        let near = ConflictList(all, until: Family().now.adding(seconds: 7 * 86_400))
        #expect(near.groups.map(\.conflicts.count) == [20, 7, 2])
        #expect(ConflictList(list(.notice, days: 0..<8)).remainder == nil)
    }

    @Test("what is old, small and far off is counted, and told again when it is near")
    func farOff() {
        var family = Family()
        family.add("write", .work, [Family.maya], "2026-12-02T09:00", "2026-12-02T19:00")
        var maya = family.household.people[Family.maya]!
        maya.work.perDay = 8 * 3_600
        family.household.put(.person(maya))
        let text = family.digest().message.text
        #expect(text.contains("Still open (1)\n--------------\n\n1 more, none of them critical: famplan conflicts"))
        #expect(family.digest(on: CivilDate("2026-11-26")!).message.text.contains("famplan suggest k1\n"))
        family.foundAt[.overloadDay] = family.now
        #expect(family.digest().message.text.contains("famplan suggest k1\n"))
    }

    @Test("the short form stays within 300 letters and names no child")
    func short() {
        var family = Family(withLena: true)
        for hour in 8..<18 {
            let start = hour < 10 ? "0\(hour)" : "\(hour)"
            for (id, person) in [("a", Family.maya), ("b", Family.kofi)] {
                family.add("\(id)\(hour)", .work, [person], "\(start):00", "\(start):30") { $0.attention = .call }
            }
        }
        let message = family.digest().message
        #expect(message.short.count <= 300 && message.short.hasPrefix("10 gaps today 08:00–08:30, "))
        for name in ["Noah", "Lena"] { #expect(!message.short.contains(name) && !message.title.contains(name)) }
    }
}
