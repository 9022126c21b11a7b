import FamplanAPI
import FoundationEssentials
import Household
import HouseholdFile
import ICalendar
import Storage

/// Calendar files: every event becomes an entry; what came before under the same UID is changed, not doubled.
extension Planner {
    func importCalendar(_ request: ImportRequest, by actor: Actor) throws -> ImportAnswer {
        guard let data = Data(base64Encoded: request.base64) else {
            throw ErrorBody(.invalid, "cannot import \(request.name): its content is not Base64")
        }
        let file = try CalendarFile.read(Array(data), defaultZone: household.zone, zones: zones)
        // Who says what the entries are knows better than what wrote the file.
        var content = ImportedFile(name: request.name, believedIn: request.fields.isEmpty ? household : nil)
        let template = try self.template(request.fields)
        let (own, events) = try ownEvents(of: file)
        for event in events { content.take(event, like: template) }
        var comparison = ImportComparison(
            household: household,
            last: try store.importedEntries(uids: Set(file.events.map(\.uid))),
            name: request.name,
            overwrite: request.overwrite
        )
        let viewer = actor.viewer(in: household)
        let hidden = Set(household.entries.values.filter { $0.isHidden(from: viewer) }.compactMap(\.uid))
        let fed = Set(household.entries.values.filter { $0.feed != nil }.compactMap(\.uid))
        let left = content.uids.filter { hidden.contains($0) && !fed.contains($0) }.count
        let followed = content.uids.filter(fed.contains).count
        for uid in content.uids where !hidden.contains(uid) && !fed.contains(uid) {
            comparison.compare(content.entries(of: uid))
        }
        var draft = Draft(comparison.changes, summary: "import \(request.name)")
        draft.calendarObjects = content.objects(at: clock())
        draft.customZones = content.zones.filter { household.zones[$0.name] == nil }
        draft.imported = comparison.said
        draft.warnings = file.warnings.map { "\($0)" } + content.warnings + comparison.remarks
        if left > 0 {
            draft.warnings.append("\(left) of its events are private to others here, and are left as they are")
        }
        if followed > 0 {
            draft.warnings.append("\(followed) of its events come from feeds that are followed, and are as these say")
        }
        if !own.isEmpty {
            let what = own.count == 1 ? "1 entry is" : "\(own.count) entries are"
            draft.warnings.append("\(what) this household’s own, written out from here; left as here")
        }
        draft.clashes = comparison.clashes
        let answer = try make(draft, by: actor, options: request.options)
        return ImportAnswer(
            accepted: content.count + own.count,
            added: comparison.added,
            changed: comparison.changed,
            unchanged: content.count + own.count - comparison.added - comparison.changed,
            skipped: SkippedText(data).texts(of: file.skipped),
            answer: answer
        )
    }

    /// The events that were written out from entries which are here, and the others.
    private func ownEvents(of file: CalendarFile) throws -> (own: [CalendarEvent], others: [CalendarEvent]) {
        let names = ExportedNames(household: try store.householdUID())
        let parted = Dictionary(grouping: file.events) { event in
            names.id(of: event.uid).flatMap { household.entries[$0] }.map { $0.uid != event.uid } ?? false
        }
        return (parted[true] ?? [], parted[false] ?? [])
    }

    /// Stands in for the id of an entry that has none yet.
    static let unnamed = ID<Entry>(trusted: "import")

    /// What every entry of the file is to be; where nothing is said, an appointment that concerns nobody.
    func template(_ fields: EntryFields) throws -> Entry {
        let always = ["title": ["import"], "start": ["2000-01-01"], "allDay": ["true"]]
        let wanted = ["kind": ["appointment"]].merging(fields) { _, given in given }
        var template = try HouseholdFile.entry(
            id: Self.unnamed,
            fields: wanted.merging(always) { given, _ in given },
            over: nil,
            in: household,
            zones: zones
        )
        if fields["busy"] == nil { template.busy = nil }
        return template
    }
}
