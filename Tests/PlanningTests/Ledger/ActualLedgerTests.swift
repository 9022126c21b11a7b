import Household
import ICalendar
import Testing

@testable import Planning

@Suite("What was really done, in the ledger")
struct ActualLedgerTests {
    @Test("work is what was logged, admin what was logged on such a stream, up to now")
    func work() throws {
        // Given: an hour of each, and one that runs since 11.
        let logged = [
            time(1, .work(stream: client), 8, 9), time(2, .work(stream: admin), 9, 10),
            time(3, .work(stream: client), 11, nil),
        ]

        // When
        let ledger = try #require(actual(logged, now: 12))

        // Then
        let maya = try #require(ledger.people[maya])
        #expect((maya.work, maya.admin) == (2 * 3_600, 3_600))
        #expect(maya.care == nil)
        #expect(ledger.people[kofi] == nil)
        #expect(ledger.span == Interval(at(0), at(12)))
    }

    @Test("what reaches over an end of the range counts with what of it lies in the range")
    func edges() throws {
        let logged = [time(1, .work(stream: client), -2, 3), time(2, .work(stream: client), 22, 27)]
        let ledger = try #require(actual(logged, now: 40))
        #expect(ledger.people[maya]?.work == 5 * 3_600)
    }

    @Test("of a child whom two have at once each has a half; of two children one has both")
    func shared() throws {
        // Given: Maya has Noah and Lena from 8 to 10, Kofi has Noah from 9 to 11.
        let logged = [
            time(1, .care(children: [noah, lena]), 8, 10), time(2, .care(children: [noah]), 9, 11, of: kofi),
        ]

        // When
        let ledger = try #require(actual(logged, now: 24))

        // Then
        #expect(ledger.people[maya]?.care == SharedTime(seconds: 7 * 1_800))
        #expect(ledger.people[kofi]?.care == SharedTime(seconds: 3 * 1_800))
        #expect(ledger.people[maya]?.careAsPlanned == .zero)
    }

    @Test("a day without logged care counts as planned, and is told so; who logged none has none")
    func days() throws {
        // Given: Maya is to have both children from 14 to 15, both days; she logged two hours of the first.
        let logged = [time(1, .care(children: [noah]), 14, 16)]

        // When
        let ledger = try #require(actual(logged, range: 0..<48, now: 48))

        // Then: two children for an hour of the second day.
        let account = try #require(ledger.people[maya])
        #expect(account.careAsPlanned == SharedTime(seconds: 2 * 3_600))
        #expect(account.care == SharedTime(seconds: 4 * 3_600))
        #expect(ledger.planned.people[maya]?.care == SharedTime(seconds: 4 * 3_600))
        #expect(ledger.people[kofi] == nil)
    }

    @Test("care that goes on into the next day takes the place of what was planned while it lasted, and of no more")
    func nights() throws {
        // Given: Maya is to have both children from 14 to 15 each day; she had Noah from Monday at 13 to Tuesday at 14:30.
        let logged = [
            LoggedTime(
                id: 1,
                person: maya,
                activity: .care(children: [noah]),
                start: at(13),
                end: at(38).adding(seconds: 1_800)
            )
        ]

        // When
        let both = try #require(actual(logged, range: 0..<48, now: 48)?.people[maya])
        let second = try #require(actual(logged, range: 24..<48, now: 48)?.people[maya])

        // Then: of what was planned, the half hour from 14:30 on is left, for two.
        #expect(both.careAsPlanned == SharedTime(seconds: 3_600))
        #expect(both.care == SharedTime(seconds: 25 * 3_600 + 1_800 + 3_600))
        #expect(second.careAsPlanned == SharedTime(seconds: 3_600))
        #expect(second.care == SharedTime(seconds: 14 * 3_600 + 1_800 + 3_600))
    }

    @Test("nothing logged, or nothing over: no ledger")
    func none() {
        #expect(actual([], now: 24) == nil)
        #expect(actual([time(1, .work(stream: client), 8, 9)], now: 0) == nil)
        #expect(actual([time(1, .work(stream: client), -9, -8)], now: 24) == nil)
    }

    // MARK: A Monday of a family

    private let maya: ID<Person> = ID(trusted: "maya")
    private let kofi: ID<Person> = ID(trusted: "kofi")
    private let noah: ID<Person> = ID(trusted: "noah")
    private let lena: ID<Person> = ID(trusted: "lena")
    private let client: ID<Stream> = ID(trusted: "client")
    private let admin: ID<Stream> = ID(trusted: "admin")

    private func actual(_ logged: [LoggedTime], range: Range<Int> = 0..<24, now: Int) -> ActualLedger? {
        let household = household
        let interval = Interval(at(range.lowerBound), at(range.upperBound))
        let plan = Plan(household, range: interval, now: at(now))
        return ActualLedger(Ledger(plan), of: household, logged: logged, over: interval, now: at(now))
    }

    private var household: Household {
        var household = Household(settings: Settings(timeZone: "UTC", coverage: .assigned), zones: ["UTC": .utc])
        for (id, role) in [(maya, Role.parent), (kofi, .parent)] {
            household.people[id] = Person(id: id, name: id.rawValue, role: role)
        }
        let awake = Window(days: Set(Weekday.allCases), from: CivilTime("08:00")!, to: CivilTime("20:00")!)
        for id in [noah, lena] {
            household.people[id] = Person(
                id: id,
                name: id.rawValue,
                role: .child,
                care: [CareWindow(window: awake, level: .present)]
            )
        }
        household.streams[client] = Stream(id: client, name: "Client", owner: maya, kind: .client)
        household.streams[admin] = Stream(id: admin, name: "Admin", owner: maya, kind: .admin)
        household.entries[ID(trusted: "care")] = Entry(
            id: ID(trusted: "care"),
            kind: .care,
            title: "Care",
            people: [maya],
            children: [noah, lena],
            time: .timed(start: CivilDateTime("2026-11-23T14:00")!, zone: nil, seconds: 3_600),
            repetition: Repetition(rule: try? RecurrenceRule("FREQ=DAILY"))
        )
        return household
    }

    /// An hour of that Monday, in UTC.
    private func at(_ hour: Int) -> Instant { Instant(secondsSinceEpoch: 1_795_392_000 + hour * 3_600) }

    private func time(
        _ id: Int,
        _ activity: Activity,
        _ start: Int,
        _ end: Int?,
        of person: ID<Person>? = nil
    ) -> LoggedTime {
        LoggedTime(id: id, person: person ?? maya, activity: activity, start: at(start), end: end.map(at))
    }
}
