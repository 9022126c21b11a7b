public import ICalendar

/// What a command says of an entry: `noah-school`, or one occurrence of it: `noah-school@2026-11-25`,
/// `noah-school@2026-11-25T08:15`.
public struct EntryName: Hashable, Sendable {
    public let entry: ID<Entry>
    public let occurrence: When?

    /// An original start in the entry's own wall time; the date alone does where it is unique.
    public enum When: Hashable, Sendable {
        case date(CivilDate)
        case start(CivilDateTime)
    }

    /// Nil where `text` is not such a name.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let id = ID<Entry>(parts[0]) else { return nil }
        entry = id
        if parts.count == 1 {
            occurrence = nil
        } else if let date = CivilDate(parts[1]) {
            occurrence = .date(date)
        } else if let start = CivilDateTime(parts[1]) {
            occurrence = .start(start)
        } else {
            return nil
        }
    }
}

/// No such entry or occurrence, or more than one.
public struct NoSuchEntry: Error, Equatable, CustomStringConvertible {
    public let description: String
}

extension Household {
    /// The entry of that id, or an error that names the nearest that the viewer is shown.
    public func entry(named id: ID<Entry>, for viewer: Viewer) throws(NoSuchEntry) -> Entry {
        if let entry = entries[id] { return entry }
        let shown = entries.values.lazy.filter { !$0.isHidden(from: viewer) }
        let nearest = Spelling.nearest(to: id.rawValue, among: shown.map(\.id.rawValue))
        let hint = nearest.map { " (did you mean “\($0)”?)" } ?? " (`famplan agenda` shows their ids)"
        throw NoSuchEntry(description: "no entry “\(id)”\(hint)")
    }

    /// The original start that `when` means, or an error that says what there is.
    public func originalStart(_ when: EntryName.When, of entry: Entry) throws(NoSuchEntry) -> CivilDateTime {
        let recurrence = recurrence(of: entry)
        let starts: [CivilDateTime]
        let text: String
        switch when {
        case .start(let start):
            (starts, text) = (recurrence.contains(start) ? [start] : [], "\(start)")
        case .date(let date):
            let midnight = CivilDateTime(date, .midnight)
            starts = recurrence.starts(from: midnight, until: midnight.adding(seconds: 86_400))
            text = "\(date)"
        }
        if let only = starts.first, starts.count == 1 { return only }
        guard starts.isEmpty else {
            let names = starts.map { "\(entry.id)@\($0)" }.joined(separator: ", ")
            throw NoSuchEntry(description: "“\(entry.id)@\(text)” is more than one occurrence: say \(names)")
        }
        let from = CivilDateTime(date(of: when), .midnight)
        let next = recurrence.next(after: from.adding(seconds: -1))
        let hint = next.map { " (the next is \(entry.id)@\($0))" } ?? ""
        throw NoSuchEntry(description: "“\(entry.title)” (\(entry.id)) does not start at \(text)\(hint)")
    }

    private func date(of when: EntryName.When) -> CivilDate {
        switch when {
        case .date(let date): date
        case .start(let start): start.date
        }
    }
}
