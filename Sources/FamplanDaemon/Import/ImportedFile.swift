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

    init(name: String) {
        self.name = name
    }

    mutating func take(_ event: CalendarEvent, like template: Entry) {
        let imported = ImportedEntry(event: event, template: template, zoneName: zoneNames.name(for: event))
        let made = [imported.entry(id: template.id)] + imported.strayEntries(id: { template.id })
        if texts.updateValue(event.originalText.withoutNUL, forKey: event.uid) == nil { uids.append(event.uid) }
        entries[event.uid, default: []] += made
        count += made.count
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
