import Foundation
import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("A database that an older famplan wrote")
struct MigrationTests {
    @Test("the household of a first database is read, and lives on")
    func household() throws {
        // Given
        let file = try TemporaryFile()
        try Self.makeFirst(at: file.path)

        // When
        let store = try Store.open(at: file.path)

        // Then
        let household = try store.current
        #expect(household.settings == Self.settings)
        #expect(Array(household.people.values) == [Self.zoe])
        #expect(try store.schemaVersion() == Migrations.migrator.migrations.last)
        #expect(try store.isSound())
        var changed = Self.zoe
        changed.rules = [.shortRest: .off, .handover: .severity(.notice)]
        changed.notify = NotificationSettings(digest: CivilTime("07:00"), channels: [.init(channel: "email")])
        try store.commit(.of([Change(from: .person(Self.zoe), to: .person(changed))]))
        #expect(try store.current.people[Self.zoe.id] == changed)
    }

    @Test("so are its history, and what was applied last")
    func history() throws {
        // Given
        let file = try TemporaryFile()
        try Self.makeFirst(at: file.path)

        // When
        let store = try Store.open(at: file.path)

        // Then
        var before = Self.zoe
        before.name = "Zo"
        let changes = try store.history(limit: 9).map(\.changes)
        #expect(
            changes == [
                [Change(removing: .place(Place(id: ID(trusted: "gym"), name: "Gym", minutesFromHome: 5)))],
                [Change(from: .person(before), to: .person(Self.zoe))],
                [Change(from: .settings(Settings()), to: .settings(Self.settings))],
            ]
        )
        #expect(try store.appliedItems() == [.settings(Self.settings), .person(Self.zoe)])
    }

    @Test("whoever had channels before there was news of changes is told what comes from now on")
    func listeners() throws {
        // Given
        let file = try TemporaryFile()
        try Self.makeFirst(at: file.path) { db in
            for sql in V2.all + [V3.importedEntries, V3.clearedFields] + V4.notifications { try db.execute(sql: sql) }
            try db.execute(
                sql: """
                    INSERT INTO notify_channel VALUES ('zoe', 0, 'email', NULL, 'critical', 1, 0);
                    INSERT INTO grdb_migrations VALUES ('v2-rules-and-helps'), ('v3-imported-entries'),
                        ('v3-cleared-fields'), ('v4-notifications');
                    """
            )
        }

        // When
        let store = try Store.open(at: file.path)

        // Then
        #expect(try store.toldChanges() == [Self.zoe.id: 3])
        let channels = [
            NotificationSettings.Subscription(channel: "email", severity: .critical, reminders: false)
        ]
        #expect(try store.current.people[Self.zoe.id]?.notify.channels == channels)
    }

    @Test("the one rate of a stream is its first, in the history too")
    func rates() throws {
        // Given
        let file = try TemporaryFile()
        let text = """
            {"attention":"focus","deadlines":[],"hours":[],"id":"northwind","kind":"client","name":"N","owner":"zoe",\
            "rate":{"amount":"95.00","per":"hour"},"resources":[],"weekly":{}}
            """
        try Self.makeFirst(at: file.path) { db in
            try db.execute(
                sql: """
                    INSERT INTO stream VALUES
                        (1, 'northwind', 'N', 'zoe', 'client', NULL, 'focus', '95.00', 'hour', NULL, NULL),
                        (2, 'tax', 'T', 'zoe', 'admin', NULL, 'light', '0.12345678', 'day', NULL, NULL),
                        (3, 'dream', 'D', 'zoe', 'product', NULL, 'light', '1000000000', 'day', NULL, NULL);
                    INSERT INTO change VALUES (4, 8, 'admin', 'w', NULL);
                    INSERT INTO change_item VALUES (4, 4, 'stream', 'northwind', NULL, '\(text)');
                    INSERT INTO applied_item VALUES (3, 'stream', 'northwind', '\(text)');
                    """
            )
        }

        // When
        let store = try Store.open(at: file.path)

        // Then
        let streams = try store.current.streams
        let northwind = try #require(streams[ID(trusted: "northwind")])
        #expect(northwind.rates == [Rate(amount: Amount("95.00")!, per: .hour)])
        #expect(northwind.billable)
        #expect(streams[ID(trusted: "tax")]?.rates == [Rate(amount: Amount("0.123456")!, per: .day)])
        #expect(streams[ID(trusted: "tax")]?.billable == false)
        #expect(streams[ID(trusted: "dream")]?.rates == [])
        #expect(try store.history(limit: 1).map(\.changes) == [[Change(adding: .stream(northwind))]])
        #expect(try store.appliedItems().last == .stream(northwind))
    }

    @Test("a text of the history that is damaged keeps nobody from opening the rest")
    func damaged() throws {
        // Given
        let file = try TemporaryFile()
        try Self.makeFirst(at: file.path) { db in
            try db.execute(sql: "UPDATE change_item SET before = '{damaged}' WHERE change = 2")
        }

        // When
        let store = try Store.open(at: file.path)

        // Then
        #expect(try store.current.people.count == 1)
        #expect(try store.history(limit: 1).count == 1)
        #expect(throws: StoreError.self) { try store.change(2) }
    }

    private static let settings = Settings(
        name: "Ærø",
        timeZone: "Europe/Berlin",
        protected: [
            ProtectedTime(window: Window(days: [.monday], from: CivilTime("17:30")!, to: CivilTime("19:00")!))
        ]
    )
    private static let zoe = Person(
        id: ID(trusted: "zoe"),
        name: "Zoë “Z” 👩‍🍳",
        role: .parent,
        work: WorkLimits(perDay: 28_800),
        care: [
            CareWindow(
                window: Window(days: [.monday], from: CivilTime("08:00")!, to: CivilTime("09:00")!),
                level: .present
            )
        ]
    )

    /// A file as the first famplan left it: its tables, and its words in them.
    private static func makeFirst(at path: String, _ change: (Database) throws -> Void = { _ in }) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for sql in V1.all { try db.execute(sql: sql) }
            try db.execute(sql: contents)
            try change(db)
        }
        try queue.close()
    }

    private static let contents = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('v1-household');
        INSERT INTO settings VALUES (1, 'Ærø', 'Europe/Berlin', 1, 'EUR', 'available', 600);
        INSERT INTO protected_time VALUES (1, 0, 1, '17:30', '19:00', NULL);
        INSERT INTO person VALUES (1, 'zoe', 'Zoë “Z” 👩‍🍳', 'parent', NULL, 28800, NULL, NULL, NULL, 1, 0);
        INSERT INTO care_window VALUES ('zoe', 0, 1, '08:00', '09:00', 'present');
        INSERT INTO change VALUES (1, 5, 'admin', 'x', NULL), (2, 6, 'admin', 'y', NULL), (3, 7, 'admin', 'z', NULL);
        INSERT INTO change_item VALUES
            (1, 1, 'household', 'household', '\(defaultText)', '\(settingsText)'),
            (2, 2, 'person', 'zoe', '\(personText("Zo"))', '\(personText("Zoë “Z” 👩‍🍳"))'),
            (3, 3, 'place', 'gym', '{"id":"gym","minutesFromHome":5,"name":"Gym"}', NULL);
        INSERT INTO applied_item VALUES
            (1, 'household', 'household', '\(settingsText)'),
            (2, 'person', 'zoe', '\(personText("Zoë “Z” 👩‍🍳"))');
        """

    private static let defaultText = """
        {"coverage":"available","currency":"EUR","minimumGap":600,"name":"Household","protected":[],\
        "timeZone":"UTC","weekStart":1}
        """
    private static let settingsText = """
        {"coverage":"available","currency":"EUR","minimumGap":600,"name":"Ærø",\
        "protected":[{"window":{"days":[1],"from":"17:30","to":"19:00"}}],"timeZone":"Europe/Berlin","weekStart":1}
        """

    private static func personText(_ name: String) -> String {
        """
        {"aloneUpTo":0,"care":[{"level":"present","window":{"days":[1],"from":"08:00","to":"09:00"}}],"escort":true,\
        "id":"zoe","name":"\(name)","role":"parent","work":{"perDay":28800}}
        """
    }
}
