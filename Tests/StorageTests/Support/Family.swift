import GRDB
import Household
import ICalendar

@testable import Storage

/// A small family to change things of.
enum Family {
    static let maya = Person(id: ID(trusted: "maya"), name: "Maya", role: .parent, unixUser: "maya")
    static let kofi = Person(id: ID(trusted: "kofi"), name: "Kofi", role: .parent, unixUser: "kofi")
    static let noah = Person(id: ID(trusted: "noah"), name: "Noah", role: .child)
    static let school = Place(id: ID(trusted: "school"), name: "Primary school", minutesFromHome: 15)
    static let swimming = entry("swimming")
    static let northwind = Stream(
        id: ID(trusted: "northwind"),
        name: "Northwind",
        owner: maya.id,
        kind: .client,
        rates: [Rate(amount: Amount("95.00")!, per: .hour)]
    )

    static func entry(_ id: String, start: String = "2026-11-24T14:00") -> Entry {
        Entry(
            id: ID(trusted: id),
            kind: .appointment,
            title: "Swimming",
            people: [noah.id],
            place: school.id,
            time: .timed(start: CivilDateTime(start)!, zone: nil, seconds: 3_600),
            dropOff: maya.id
        )
    }

    /// What makes the family of nothing.
    static let arrival: [Change] = [
        .person(maya), .person(kofi), .person(noah), .place(school), .entry(swimming),
    ].map(Change.init(adding:))

    static func conflict(
        _ id: String,
        _ interval: Interval = at(0..<3_600),
        isResolved: Bool = false,
        acceptance: Acceptance? = nil,
        message: String = "Noah is alone"
    ) -> KnownConflict {
        KnownConflict(
            id: ID(trusted: id),
            conflict: Conflict(
                kind: .coverageGap,
                severity: .critical,
                people: [noah.id, maya.id],
                interval: interval,
                occurrences: [OccurrenceID(entry: swimming.id, of: Instant(secondsSinceEpoch: 1_795_000_000))],
                subject: .fetching,
                message: message
            ),
            foundAt: Instant(secondsSinceEpoch: 7),
            acceptance: acceptance,
            resolvedAt: isResolved ? Instant(secondsSinceEpoch: 8) : nil
        )
    }

    static func at(_ seconds: Range<Int>) -> Interval {
        Interval(
            Instant(secondsSinceEpoch: seconds.lowerBound),
            Instant(secondsSinceEpoch: seconds.upperBound)
        )
    }
}

extension Commit {
    /// One that says only what matters to the test.
    static func of(_ changes: [Change], by actor: String = "maya", undoing undone: Int? = nil) -> Commit {
        Commit(
            changes: changes,
            actor: actor,
            summary: "a change",
            at: Instant(secondsSinceEpoch: 1_795_600_000),
            undoes: undone
        )
    }
}

extension Store {
    static func withFamily() throws -> Store {
        let store = try Store.inMemory()
        try store.commit(.of(Family.arrival))
        return store
    }

    var current: Household { get throws { try household(zones: .system) } }

    /// Past all that the store does to keep the data in order.
    func run(_ sql: String) throws {
        try writer.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    func count(_ table: String) throws -> Int {
        try writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }
}
