import Household
import ICalendar
import Storage

/// What a calendar file says, as entries that have no id of their own yet.
struct ImportedFile {
    /// What the file is called.
    let name: String
    /// Each once, in the order of the file.
    private(set) var uids: [String] = []
    private(set) var count = 0
    private var entries: [String: [Entry]] = [:]
    private var texts: [String: String] = [:]
    private var zoneNames = ImportedZones()
    /// The household in which what famplan wrote into the file counts; nil: it does not.
    private let household: Household?
    /// Why some of what famplan wrote did not count.
    private(set) var warnings: [String] = []

    /// - Parameter believedIn: the household in which what famplan wrote into the file counts; nil: it does not.
    init(name: String, believedIn household: Household?) {
        self.name = name
        self.household = household
    }

    mutating func take(_ event: CalendarEvent, like template: Entry) {
        let zoneName = zoneNames.name(for: event)
        let imported =
            believed(event, like: template, zoneName)
            ?? ImportedEntry(event: event, template: template, zoneName: zoneName, household: nil)
        let id = imported.famplan?.id ?? template.id
        let made = [imported.entry(id: id)] + imported.strayEntries(id: { template.id })
        if texts.updateValue(event.originalText.withoutNUL, forKey: event.uid) == nil { uids.append(event.uid) }
        entries[event.uid, default: []] += made
        count += made.count
    }

    /// The event as famplan wrote it; nil where famplan did not, or this household has no room for it.
    private mutating func believed(_ event: CalendarEvent, like template: Entry, _ zoneName: String?) -> ImportedEntry?
    {
        guard var household, let famplan = FamplanFields(event.content) else { return nil }
        let isOwnZone = famplan.timeZone == nil && event.zone.id == household.zone.id
        let imported = ImportedEntry(
            event: event,
            template: template,
            zoneName: isOwnZone ? nil : zoneName,
            household: household
        )
        if let zoneName, household.zones[zoneName] == nil { household.zones[zoneName] = event.zone }
        let entries = [imported.entry(id: template.id)] + imported.strayEntries(id: { template.id })
        guard let problem = household.problems(in: entries.map(Item.entry)).first else { return imported }
        warnings.append(
            "line \(event.line): what famplan wrote of “\(event.content.summary)” does not fit into this household "
                + "(\(problem.key): \(problem.message)); it is taken as a calendar file of any other program’s"
        )
        return nil
    }

    /// What the file says under a UID; more than one entry where a series is in parts.
    func entries(of uid: String) -> [Entry] { entries[uid] ?? [] }

    func objects(at: Instant) -> [CalendarObject] {
        texts.sorted { $0.key < $1.key }.map {
            CalendarObject(uid: $0.key, text: $0.value, source: name, importedAt: at)
        }
    }

    /// The zones that no list knows.
    var zones: [CustomZone] { zoneNames.custom.values.sorted { $0.name < $1.name } }
}
