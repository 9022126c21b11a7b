import FamplanAPI
import Household
import ICalendar
import Storage

/// Calendar files out: what somebody is shown of the household, for other programs.
extension Planner {
    /// - Parameters:
    ///   - who: a person's id; nil: everybody.
    ///   - from, to: words for moments; nil: as early, or as late, as there is something.
    func calendarText(who: String?, from: String?, to: String?, for viewer: Viewer) throws -> CalendarText {
        let snapshot = snapshot(for: viewer)
        let reading = Reading(snapshot: snapshot)
        let words = RangeWords(snapshot.household, now: snapshot.now)
        let choice = ExportChoice(
            household: snapshot.household,
            who: try who.map { try reading.person($0, option: "who") },
            from: try from.map { snapshot.zone.instant(of: try words.moment($0, option: "from")) },
            to: try to.map { snapshot.zone.instant(of: try words.moment($0, option: "to")) }
        )
        if let first = choice.from, let last = choice.to, first >= last {
            throw ErrorBody(
                .invalid,
                "nothing lies in that range: “to” is the first day that is not looked at, and comes after “from”"
            )
        }
        var export = CalendarExport(
            seen: snapshot.household,
            truth: household,
            names: ExportedNames(household: try store.householdUID()),
            revisions: try store.revisions(),
            zones: zones
        )
        let chosen = snapshot.household.entries.values.filter(choice.includes)
        try export.add(chosen, objects: store.calendarObjects(uids: Set(chosen.compactMap(\.uid))))
        return CalendarText(
            text: String(decoding: export.calendar.octets, as: UTF8.self),
            entries: export.calendar.count
        )
    }
}

/// Puts chosen entries into a calendar: what came from elsewhere as it came, and the rest as famplan writes it.
struct CalendarExport {
    /// The household as it is shown.
    let seen: Household
    let truth: Household
    let names: ExportedNames
    let revisions: [ID<Entry>: Revision]
    let zones: ZoneDatabase
    private(set) var calendar: ExportedCalendar
    private var taken: Set<String> = []

    init(
        seen: Household,
        truth: Household,
        names: ExportedNames,
        revisions: [ID<Entry>: Revision],
        zones: ZoneDatabase
    ) {
        (self.seen, self.truth, self.names, self.revisions, self.zones) = (seen, truth, names, revisions, zones)
        calendar = ExportedCalendar(seen, zones: zones)
    }

    mutating func add(_ chosen: [Entry], objects: [String: CalendarObject]) {
        let groups = Dictionary(grouping: truth.entries.values.filter { $0.feed == nil }) { $0.uid ?? "" }
        var isKept: [String: Bool] = [:]
        for entry in chosen {
            // What is from a feed is not what once came in a file under the same UID.
            if entry.feed == nil, let uid = entry.uid, let object = objects[uid] {
                let kept = isKept[uid] ?? addKept(object, as: groups[uid] ?? [])
                isKept[uid] = kept
                if kept { continue }
            }
            var entry = entry
            // What stands in for something private is told to whoever gets the file.
            if truth.entries[entry.id] != entry { entry.isPrivate = false }
            let uid = names.uid(of: entry, taken: &taken)
            calendar.add(ExportedEntry(entry: entry, household: seen, uid: uid, revision: revision(of: [entry])))
        }
    }

    /// Gives back what came from elsewhere; false where it has to be written anew.
    private mutating func addKept(_ object: CalendarObject, as entries: [Entry]) -> Bool {
        // What somebody is not shown stands in the text all the same.
        guard entries.allSatisfy({ seen.entries[$0.id] == $0 }),
            let kept = KeptObject(object, in: truth, zones: zones),
            let components = kept.components(for: entries, in: truth, uid: object.uid, revision(of: entries))
        else { return false }
        calendar.add(components, with: kept.zones, for: entries)
        taken.insert(object.uid)
        return true
    }

    /// When any of them was changed last.
    private func revision(of entries: [Entry]) -> Revision {
        let all = entries.compactMap { revisions[$0.id] }
        let last = all.map(\.last).max() ?? Instant(secondsSinceEpoch: 0)
        return Revision(changes: all.map(\.changes).max() ?? 1, last: last)
    }
}

/// The UIDs by which other programs know entries.
struct ExportedNames {
    /// What no other household has.
    let household: String

    /// The UID under which the entry came, else one made of its id, which stays the same.
    func own(_ id: ID<Entry>) -> String { "\(id)\(suffix)" }

    /// The id of an entry of this household that a UID was made of.
    func id(of uid: String) -> ID<Entry>? {
        uid.hasSuffix(suffix) ? ID(uid.dropLast(suffix.count)) : nil
    }

    /// The one under which it came is the first one's alone: two of one UID would be one to other programs.
    func uid(of entry: Entry, taken: inout Set<String>) -> String {
        if let uid = entry.uid, uid.isPlainName, taken.insert(uid).inserted { return uid }
        return own(entry.id)
    }

    private var suffix: String { "@\(household).famplan" }
}

extension String {
    /// Whether every program reads the same of it: visible characters, and spaces between them.
    fileprivate var isPlainName: Bool {
        guard let first, let last, !first.isWhitespace, !last.isWhitespace else { return false }
        return unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
}
