import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("What was really done, in the database")
struct LoggedTimeTests {
    @Test("a logged time is read as it was written, work as well as care")
    func roundTrip() throws {
        // Given
        let store = try Store.inMemory()
        let school = OccurrenceID(entry: ID(trusted: "school-run"), of: Self.at(7))
        var work = Self.work(1, 8, 10)
        (work.note, work.occurrence, work.isPrivate) = ("Ærø – “Q4”", school, true)
        let care = LoggedTime(
            id: 2,
            person: Family.maya.id,
            activity: .care(children: [Family.noah.id, ID(trusted: "lena.j-2")]),
            start: Self.at(10)
        )

        // When
        try store.log(.init(adding: work), .init(adding: care))

        // Then
        #expect(try store.loggedTimes(from: Self.at(0), to: Self.at(24)) == [work, care])
        #expect(try store.loggedTime(2) == care)
        #expect(try store.runningTimes() == [care])
        #expect(try store.runningTimes(of: Family.kofi.id).isEmpty)
        #expect(try store.nextLoggedTime() == 3)
    }

    @Test(
        "a range gives what shares a moment with it, whoever's",
        arguments: [
            (0, 8, []), (0, 9, [1]), (9, 10, [1]), (10, 12, []), (11, 13, [3, 2]), (9, 13, [1, 3, 2]), (30, 31, [3]),
        ] as [(Int, Int, [Int])]
    )
    func ranges(from: Int, to: Int, numbers: [Int]) throws {
        // Given: Maya 8–10 and 12–14, Kofi since 12.
        let store = try Store.inMemory()
        try store.log(.init(adding: Self.work(1, 8, 10)), .init(adding: Self.work(2, 12, 14)))
        try store.log(.init(adding: Self.work(3, 12, nil, of: Family.kofi)))

        // When
        let times = try store.loggedTimes(from: Self.at(from), to: Self.at(to))

        // Then
        #expect(times.map(\.id) == numbers)
    }

    @Test("of one person, or of one stream")
    func filters() throws {
        let store = try Store.inMemory()
        try store.log(.init(adding: Self.work(1, 8, 10)), .init(adding: Self.work(2, 10, 11, stream: "admin")))
        try store.log(.init(adding: Self.work(3, 8, 9, of: Family.kofi)))
        let (from, to) = (Self.at(0), Self.at(24))
        #expect(try store.loggedTimes(from: from, to: to, person: Family.maya.id).map(\.id) == [1, 2])
        #expect(try store.loggedTimes(from: from, to: to, stream: ID(trusted: "northwind")).map(\.id) == [3, 1])
    }

    @Test(
        "a person does not do two things at once",
        arguments: [(9, 11), (7, 9), (7, 11), (8, 9), (9, 10), (8, 10), (9, nil), (7, nil)] as [(Int, Int?)]
    )
    func overlaps(start: Int, end: Int?) throws {
        // Given: Maya 8–10.
        let store = try Store.inMemory()
        try store.log(.init(adding: Self.work(1, 8, 10)))

        // When
        let error = #expect(throws: StoreError.self) { try store.log(.init(adding: Self.work(2, start, end))) }

        // Then
        #expect(error?.kind == .constraint)
        #expect(try store.loggedTimes(from: Self.at(0), to: Self.at(24)).map(\.id) == [1])
        #expect(try store.count("change") == 1)
        try store.log(.init(adding: Self.work(2, start, end, of: Family.kofi)))
    }

    @Test("one after the other is no overlap, and nor is what takes another's place in one change")
    func neighbours() throws {
        let store = try Store.inMemory()
        try store.log(.init(adding: Self.work(1, 8, 10)), .init(adding: Self.work(2, 10, 12)))
        try store.log(.init(adding: Self.work(3, 7, 8)))
        try store.log(
            .init(from: Self.work(1, 8, 10), to: Self.work(1, 10, 12)),
            .init(from: Self.work(2, 10, 12), to: Self.work(2, 8, 10))
        )
        #expect(try store.loggedTimes(from: Self.at(0), to: Self.at(24)).map(\.id) == [3, 2, 1])
    }

    @Test("of two timers that are started at once, one runs")
    func race() async throws {
        // Given
        let file = try TemporaryFile()
        let stores = [try Store.open(at: file.path), try Store.open(at: file.path)]

        // When
        let started = await withTaskGroup(of: Bool.self) { group in
            for (index, store) in stores.enumerated() {
                group.addTask {
                    (try? store.log(.init(adding: Self.work(index + 1, 8 + index, nil)))) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        // Then
        #expect(started == 1)
        #expect(try stores[0].runningTimes().count == 1)
        #expect(try stores[0].count("change_logged_time") == 1)
    }

    @Test("the history keeps what was there before and after, and numbers are not given twice")
    func history() throws {
        // Given
        let store = try Store.inMemory()
        let (running, stopped) = (Self.work(1, 8, nil), Self.work(1, 8, 10))

        // When
        try store.log(.init(adding: running))
        try store.log(.init(from: running, to: stopped))
        try store.log(.init(removing: stopped))

        // Then
        let logged = try store.history(limit: 9).map(\.logged)
        let changes = [
            LoggedChange(removing: stopped), LoggedChange(from: running, to: stopped), LoggedChange(adding: running),
        ]
        #expect(logged == changes.map { [$0] })
        #expect(try store.nextLoggedTime() == 2)
    }

    @Test("what is gone already is not changed")
    func gone() throws {
        let store = try Store.inMemory()
        let error = #expect(throws: StoreError.self) { try store.log(.init(removing: Self.work(7, 8, 10))) }
        #expect(error?.sentence == "cannot change the logged time 7: it is not there any more")
        #expect(try store.count("change") == 0)
    }

    @Test("ten years of it are looked through by steps in the index")
    func plans() throws {
        let store = try Store.inMemory()
        try store.log(.init(adding: Self.work(1, 8, 10)))
        let plan = try store.writer.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT * FROM logged_time
                    WHERE person = ?1 AND starts < ?3 AND (ends IS NULL OR ends > ?2) AND starts >= coalesce(
                        (SELECT max(starts) FROM logged_time WHERE person = ?1 AND starts <= ?2), ?2) ORDER BY starts
                    """,
                arguments: ["maya", 1, 2]
            ).map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN logged_time") && !$0.contains("TEMP B-TREE") })
        #expect(plan.contains { $0.contains("person=? AND starts>? AND starts<?") })
    }

    @Test(
        "what can't be is refused by the database itself",
        arguments: [
            "(1, 'maya', NULL, NULL, 0, 9, NULL, NULL, NULL, 0)", "(1, 'maya', 'a', 'b', 0, 9, NULL, NULL, NULL, 0)",
            "(1, 'maya', 'a', NULL, 9, 9, NULL, NULL, NULL, 0)", "(1, 'maya', 'a', NULL, 0, 9, '', NULL, NULL, 0)",
            "(1, 'Maya', 'a', NULL, 0, 9, NULL, NULL, NULL, 0)", "(1, 'maya', 'a', NULL, 0, 9, NULL, 'e', NULL, 0)",
            "(0, 'maya', 'a', NULL, 0, 9, NULL, NULL, NULL, 0)", "(1, 'maya', NULL, '', 0, 9, NULL, NULL, NULL, 0)",
        ]
    )
    func constraints(values: String) throws {
        let store = try Store.inMemory()
        #expect(throws: DatabaseError.self) {
            try store.run("INSERT INTO logged_time (\(LoggedTimeRecord.fields)) VALUES \(values)")
        }
    }

    /// An hour of the Tuesday on which this happens.
    private static func at(_ hour: Int) -> Instant { Instant(secondsSinceEpoch: 1_795_478_400 + hour * 3_600) }

    private static func work(
        _ id: Int,
        _ start: Int,
        _ end: Int?,
        of person: Person = Family.maya,
        stream: String = "northwind"
    ) -> LoggedTime {
        LoggedTime(
            id: id,
            person: person.id,
            activity: .work(stream: ID(trusted: stream)),
            start: at(start),
            end: end.map(at)
        )
    }
}

extension Store {
    fileprivate func log(_ changes: LoggedChange...) throws {
        try commit(
            Commit(
                changes: [],
                logged: changes,
                actor: "maya",
                summary: "log",
                at: Instant(secondsSinceEpoch: 1_795_600_000)
            )
        )
    }
}
