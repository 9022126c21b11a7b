import Household
import ICalendar

/// What a calendar file said last, what is now, and what the file says: three sides, so that what the family edited
/// or removed is not taken back by a file that does not know of it.
struct ImportComparison {
    private let household: Household
    private let name: String
    private let overwrite: Bool
    private var known: ImportedBefore
    private var taken: Set<ID<Entry>>
    private var staysAway = 0
    private(set) var changes: [Change] = []
    private(set) var clashes: [String] = []
    /// What the file says, where that is something else than before, or was not known.
    private(set) var said: [Entry] = []
    private(set) var added = 0
    private(set) var changed = 0
    private var returned: [String] = []

    /// - Parameters:
    ///   - last: what imports said last of the file's events.
    ///   - overwrite: take the file's side wherever it is not as the household.
    init(household: Household, last: [Entry], name: String, overwrite: Bool) {
        self.household = household
        self.name = name
        self.overwrite = overwrite
        known = ImportedBefore(household: household, last: last)
        taken = Set(household.entries.keys)
    }

    /// What is worth knowing of entries that were removed.
    var remarks: [String] {
        guard staysAway > 0 else { return returned }
        let (what, whom) = staysAway == 1 ? ("1 entry stays", "it") : ("\(staysAway) entries stay", "them")
        return returned + ["\(what) removed: \(name) says the same of \(whom) as before (--overwrite: back again)"]
    }

    /// Compares the entries that the file has under one UID.
    mutating func compare(_ entries: [Entry]) {
        for (entry, before) in zip(entries, known.matches(of: entries)) {
            var entry = entry
            switch before {
            case nil:
                let isNamed = entry.id != Planner.unnamed
                // An id is seen by everybody.
                let slug = entry.isPrivate ? nil : EntrySlug.make(from: entry.title)
                entry.id = freeID(isNamed ? entry.id.rawValue : slug ?? entry.kind.rawValue)
                add(entry)
            case .present(let last, let now):
                entry.id = now.id
                compare(entry, last: last, now: now)
            case .removed(let last):
                entry.id = last.id
                compare(entry, removed: last)
            }
        }
    }

    private mutating func add(_ entry: Entry) {
        added += 1
        said.append(entry)
        changes.append(Change(adding: .entry(entry)))
    }

    private mutating func compare(_ entry: Entry, last: Entry?, now: Entry) {
        let merge = EntryMerge(last: last, now: now, file: entry, overwrite: overwrite)
        guard merge.clashing.isEmpty else {
            clashes.append("entry \(now.id): " + words(of: merge.clashing, isKnown: last != nil))
            return
        }
        if entry != last { said.append(entry) }
        guard merge.merged != now else { return }
        changed += 1
        changes.append(Change(from: .entry(now), to: .entry(merge.merged)))
    }

    /// What the family removed comes back when the file says something new of it, for example another day: that is
    /// said. What every entry of the file is to be is not something that the file says.
    private mutating func compare(_ entry: Entry, removed last: Entry) {
        guard overwrite || !entry.saysTheSame(as: last) else {
            staysAway += 1
            return
        }
        var entry = entry
        entry.id = freeID(last.id.rawValue)
        if !overwrite {
            returned.append(
                "“\(entry.title)” was removed here and has changed in \(name) since: it is back (\(entry.id))"
            )
        }
        add(entry)
    }

    private func words(of fields: [String], isKnown: Bool) -> String {
        let list = fields.joined(separator: ", ")
        return isKnown
            ? "changed both here and in \(name) since the last import (\(list)); left as it is"
            : "is not as in \(name), and which is newer is not known (\(list)); left as it is"
    }

    private mutating func freeID(_ wanted: String) -> ID<Entry> {
        var id = ID<Entry>(trusted: wanted)
        var number = 2
        while !taken.insert(id).inserted {
            id = ID(trusted: "\(wanted.prefix(58))-\(number)")
            number += 1
        }
        return id
    }
}
