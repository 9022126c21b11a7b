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
        let template = try self.template(request.fields)
        var importing = Importing(household: household)
        for event in file.events { importing.take(event, like: template) }
        var draft = Draft(importing.changes, summary: "import \(request.name)")
        draft.calendarObjects = importing.objects(from: request.name, at: clock())
        draft.customZones = importing.newZones
        draft.warnings = file.warnings.map { "\($0)" }
        let answer = try make(draft, by: actor, options: request.options)
        return ImportAnswer(
            accepted: importing.accepted,
            added: importing.added,
            changed: importing.changed,
            unchanged: importing.accepted - importing.added - importing.changed,
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

/// The entries of a calendar file on their way into the household.
private struct Importing {
    private let household: Household
    private var known: [String: [Entry]]
    private var taken: Set<ID<Entry>>
    private var zones = ImportedZones()
    private var texts: [String: String] = [:]
    private(set) var changes: [Change] = []
    private(set) var accepted = 0
    private(set) var added = 0
    private(set) var changed = 0

    init(household: Household) {
        self.household = household
        known = Dictionary(grouping: household.entries.values.filter { $0.uid != nil }, by: { $0.uid ?? "" })
        taken = Set(household.entries.keys)
    }

    mutating func take(_ event: CalendarEvent, like template: Entry) {
        let imported = ImportedEntry(event: event, template: template, zoneName: zones.name(for: event))
        texts[event.uid] = event.originalText
        put(imported.entry(id: template.id))
        for stray in imported.strayEntries(id: { template.id }) { put(stray) }
    }

    func objects(from name: String, at: Instant) -> [CalendarObject] {
        texts.sorted { $0.key < $1.key }.map {
            CalendarObject(uid: $0.key, text: $0.value, source: name, importedAt: at)
        }
    }

    var newZones: [CustomZone] {
        zones.custom.values.filter { household.zones[$0.name] == nil }.sorted { $0.name < $1.name }
    }

    /// Adds the entry, or changes the one that it was before.
    private mutating func put(_ entry: Entry) {
        accepted += 1
        var entry = entry
        guard let before = earlier(entry) else {
            entry.id = freeID(for: entry)
            added += 1
            changes.append(Change(adding: .entry(entry)))
            return
        }
        entry.id = before.id
        entry = entry.keepingFamilyFields(of: before)
        guard entry != before else { return }
        changed += 1
        changes.append(Change(from: .entry(before), to: .entry(entry)))
    }

    /// The entry of the same UID and start, or of the same UID if there was only one.
    private mutating func earlier(_ entry: Entry) -> Entry? {
        guard let uid = entry.uid, let candidates = known[uid], let first = candidates.first else { return nil }
        let found = candidates.first { $0.time.start == entry.time.start } ?? (candidates.count == 1 ? first : nil)
        if let found { known[uid]?.removeAll { $0.id == found.id } }
        return found
    }

    private mutating func freeID(for entry: Entry) -> ID<Entry> {
        let slug = EntrySlug.make(from: entry.title) ?? entry.kind.rawValue
        var id = ID<Entry>(trusted: slug)
        var number = 2
        while !taken.insert(id).inserted {
            id = ID(trusted: "\(slug)-\(number)")
            number += 1
        }
        return id
    }
}

extension Entry {
    /// What the family said of an imported entry stays when the file comes again.
    fileprivate func keepingFamilyFields(of before: Entry) -> Entry {
        var entry = self
        entry.resources = resources ?? before.resources
        entry.dropOff = before.dropOff
        entry.pickUp = before.pickUp
        entry.remind = before.remind
        entry.movable = before.movable
        return entry
    }
}
