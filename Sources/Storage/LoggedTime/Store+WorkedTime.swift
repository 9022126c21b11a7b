import GRDB
public import Household
public import ICalendar

extension Store {
    /// When streams were worked on in `[from, to)`, in order of person and start: of the logged times what money needs, and
    /// no more, since there may be ten years of them. One that runs ends at `now`.
    public func workedTimes(
        from: Instant,
        to: Instant,
        now: Instant
    ) throws(StoreError) -> [(person: ID<Person>, stream: ID<Stream>, interval: Interval)] {
        try read("read the logged times") { db in
            let sql = """
                SELECT person, stream, starts, coalesce(ends, ?3) FROM logged_time
                WHERE stream IS NOT NULL AND starts < ?2 AND coalesce(ends, ?3) > ?1 AND coalesce(ends, ?3) > starts
                ORDER BY person, starts
                """
            let arguments: StatementArguments = [from.secondsSinceEpoch, to.secondsSinceEpoch, now.secondsSinceEpoch]
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
            var times: [(person: ID<Person>, stream: ID<Stream>, interval: Interval)] = []
            while let row = try rows.next() {
                let (person, stream): (String, String) = (row[0], row[1])
                let (start, end): (Int, Int) = (row[2], row[3])
                times.append(
                    (
                        ID(trusted: person), ID(trusted: stream),
                        Interval(Instant(secondsSinceEpoch: start), Instant(secondsSinceEpoch: end))
                    )
                )
            }
            return times
        }
    }
}
