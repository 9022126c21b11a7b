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
        var content = ImportedFile(name: request.name)
        let template = try self.template(request.fields)
        for event in file.events { content.take(event, like: template) }
        var comparison = ImportComparison(
            household: household,
            last: try store.importedEntries(uids: Set(file.events.map(\.uid))),
            name: request.name,
            overwrite: request.overwrite
        )
        let viewer = actor.viewer(in: household)
        let hidden = Set(household.entries.values.filter { $0.isHidden(from: viewer) }.compactMap(\.uid))
        for uid in content.uids where !hidden.contains(uid) { comparison.compare(content.entries(of: uid)) }
        let left = content.uids.filter(hidden.contains).count
        var draft = Draft(comparison.changes, summary: "import \(request.name)")
        draft.calendarObjects = content.objects(at: clock())
        draft.customZones = content.zones.filter { household.zones[$0.name] == nil }
        draft.imported = comparison.said
        draft.warnings = file.warnings.map { "\($0)" } + comparison.remarks
        if left > 0 {
            draft.warnings.append("\(left) of its events are private to others here, and are left as they are")
        }
        draft.clashes = comparison.clashes
        let answer = try make(draft, by: actor, options: request.options)
        return ImportAnswer(
            accepted: content.count,
            added: comparison.added,
            changed: comparison.changed,
            unchanged: content.count - comparison.added - comparison.changed,
            skipped: SkippedText(data).texts(of: file.skipped),
            answer: answer
        )
    }

    /// What every entry of the file is to be; where nothing is said, an appointment that concerns nobody.
    private func template(_ fields: EntryFields) throws -> Entry {
        let always = ["title": ["import"], "start": ["2000-01-01"], "allDay": ["true"]]
        let wanted = ["kind": ["appointment"]].merging(fields) { _, given in given }
        var template = try HouseholdFile.entry(
            id: ID(trusted: "import"),
            fields: wanted.merging(always) { given, _ in given },
            over: nil,
            in: household,
            zones: zones
        )
        if fields["busy"] == nil { template.busy = nil }
        return template
    }
}
