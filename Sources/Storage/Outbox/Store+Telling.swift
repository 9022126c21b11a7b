import GRDB
public import Household
public import ICalendar

/// What is written when people are told something: the letters, and what is remembered as told, all of it or nothing.
public struct Telling: Hashable, Sendable {
    public var letters: [OutboxLetter]
    /// Rows of the outbox that are wrong by now and, if they are still pending, go without a trace.
    public var withdrawn: Set<Int>
    public var told: [ToldConflict]
    /// Conflicts of which a person need not be told that they are gone.
    public var forgotten: [ToldConflict]
    /// Up to which change of the history a person need not be told anything more.
    public var toldChanges: [ID<Person>: Int]
    /// Who is told nothing of changes any more.
    public var unlistening: Set<ID<Person>>
    /// Of what of swaps there is nothing to tell any more.
    public var swaps: [ToldSwap]

    public init(
        letters: [OutboxLetter] = [],
        withdrawn: Set<Int> = [],
        told: [ToldConflict] = [],
        forgotten: [ToldConflict] = [],
        toldChanges: [ID<Person>: Int] = [:],
        unlistening: Set<ID<Person>> = [],
        swaps: [ToldSwap] = []
    ) {
        self.letters = letters
        self.withdrawn = withdrawn
        self.told = told
        self.forgotten = forgotten
        self.toldChanges = toldChanges
        self.unlistening = unlistening
        self.swaps = swaps
    }

    public var isEmpty: Bool {
        letters.isEmpty && withdrawn.isEmpty && told.isEmpty && forgotten.isEmpty && toldChanges.isEmpty
            && unlistening.isEmpty && swaps.isEmpty
    }
}

/// That a person knows of a conflict from us.
public struct ToldConflict: Hashable, Sendable {
    public var person: ID<Person>
    public var conflict: ID<Conflict>
    /// How bad it was then.
    public var severity: Severity
    public var at: Instant

    public init(person: ID<Person>, conflict: ID<Conflict>, severity: Severity, at: Instant) {
        self.person = person
        self.conflict = conflict
        self.severity = severity
        self.at = at
    }
}

extension ToldConflict: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(person: try row.next(), conflict: try row.next(), severity: try row.next(), at: try row.next())
    }

    var columns: [DatabaseValue] { Storage.columns(person, conflict, severity, at) }
}

extension Store {
    /// How long it is remembered what was sent or given up, in seconds: sixty days.
    private static let outboxLasts = 60 * 86_400

    /// Puts letters into the outbox and remembers what they tell. The same letter twice is there once.
    public func tell(_ telling: Telling, at now: Instant) throws(StoreError) {
        try transaction("save what is to be told") { db in
            for letter in telling.letters { try letter.insert(db) }
            for id in telling.withdrawn {
                try db.run("DELETE FROM outbox WHERE id = ? AND state = 'pending'", columns(id))
            }
            for told in telling.told {
                try db.run(
                    "INSERT OR REPLACE INTO told_conflict (person, conflict, severity, at) VALUES (?, ?, ?, ?)",
                    told.columns
                )
            }
            for told in telling.forgotten {
                try db.run(
                    "DELETE FROM told_conflict WHERE person = ? AND conflict = ?",
                    columns(told.person, told.conflict)
                )
            }
            try telling.keepToldChanges(db)
            for told in telling.swaps { try told.insert(db) }
            try db.run("DELETE FROM outbox WHERE settled_at < ?", columns(now.adding(seconds: -Self.outboxLasts)))
        }
    }

    /// The conflicts that people were told of and not yet that they are gone.
    public func toldConflicts() throws(StoreError) -> [ToldConflict] {
        try read("read what was told") { db in
            let sql = "SELECT person, conflict, severity, at FROM told_conflict ORDER BY person, conflict"
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql))
            var told: [ToldConflict] = []
            while let row = try rows.next() {
                var reader = RowReader(row, of: "told_conflict")
                told.append(try ToldConflict(from: &reader))
            }
            return told
        }
    }
}
