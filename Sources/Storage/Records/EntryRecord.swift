import GRDB
import Household
import ICalendar

/// A row of `entry`. Its lists and overrides are in tables of their own; see ``EntryLists``.
struct EntryRecord: Record {
    static let table = Table(
        "entry",
        columns: [
            "id", "kind", "title", "note", "stream", "place", "attention", "busy", "tentative", "supervised", "private",
            "start",
            "zone", "seconds", "first_day", "days", "rule", "own_resources", "drop_off", "pick_up", "remind", "movable",
            "url", "uid", "feed", "closes",
        ]
    )

    /// The entry without its rule, lists and overrides.
    let entry: Entry
    /// The rule's text: the same few rules come back in many entries, so reading them is the loader's.
    let rule: String?
    let hasOwnResources: Bool
    /// The feed that it comes from; what that is called and closes is the loader's.
    let feed: ID<Feed>?
    let closes: Bool

    init(_ entry: Entry) {
        self.entry = entry
        rule = entry.repetition.rule?.description
        hasOwnResources = entry.resources != nil
        feed = entry.feed?.id
        closes = !(entry.feed?.closes.isEmpty ?? true)
    }

    init(from row: inout RowReader) throws(UnreadableRow) {
        var entry = Entry(
            id: try row.next(),
            kind: try row.next(),
            title: try row.next(),
            note: try row.next(),
            stream: try row.next(),
            place: try row.next(),
            attention: try row.next(),
            busy: try row.next(),
            tentative: try row.next(),
            supervised: try row.next(),
            isPrivate: try row.next(),
            time: try EntryTime(from: &row)
        )
        rule = try row.next()
        hasOwnResources = try row.next()
        entry.dropOff = try row.next()
        entry.pickUp = try row.next()
        entry.remind = try row.next()
        entry.movable = try row.next()
        entry.url = try row.next()
        entry.uid = try row.next()
        feed = try row.next()
        closes = try row.next()
        self.entry = entry
    }

    var columns: [DatabaseValue] {
        Storage.columns(
            entry.id,
            entry.kind,
            entry.title,
            entry.note,
            entry.stream,
            entry.place,
            entry.attention,
            entry.busy,
            entry.tentative,
            entry.supervised,
            entry.isPrivate
        )
            + entry.time.columns
            + Storage.columns(
                rule,
                hasOwnResources,
                entry.dropOff,
                entry.pickUp,
                entry.remind,
                entry.movable,
                entry.url,
                entry.uid,
                feed,
                closes
            )
    }
}

extension EntryTime: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        let (start, zone, seconds): (CivilDateTime?, String?, Int?) = (try row.next(), try row.next(), try row.next())
        let (first, days): (CivilDate?, Int?) = (try row.next(), try row.next())
        if let start, let seconds {
            self = .timed(start: start, zone: zone, seconds: seconds)
        } else if let first, let days {
            self = .allDay(first: first, days: days)
        } else {
            throw row.unreadable
        }
    }

    var columns: [DatabaseValue] {
        switch self {
        case .timed(let start, let zone, let seconds):
            Storage.columns(start, zone, seconds, CivilDate?.none, Int?.none)
        case .allDay(let first, let days):
            Storage.columns(CivilDateTime?.none, String?.none, Int?.none, first, days)
        }
    }
}
