import Household
import ICalendar
import Storage

/// The family's own edits, in the text that came from elsewhere: only the lines change that say something else now.
extension KeptObject {
    /// The components as they are to be given back; nil where the text cannot be mended line by line.
    func components(for entries: [Entry], in household: Household, uid: String, _ revision: Revision) -> [Component]? {
        if says(entries) { return components }
        return patched(for: entries, in: household, uid: uid, revision)
            ?? retold(for: entries, in: household, uid: uid, revision)
    }

    /// Whatever the family has changed, where the text has one series and nothing that can't be told.
    private func patched(for entries: [Entry], in household: Household, uid: String, _ revision: Revision)
        -> [Component]?
    {
        guard let master, said.count == 1, entries.count == 1 else { return nil }
        let (before, now) = (said[0], entries[0])
        guard before.time.isAllDay == now.time.isAllDay else { return nil }
        var patch = ObjectPatch(
            household: household,
            exported: ExportedEntry(entry: now, household: household, uid: uid, revision: revision),
            said: before,
            zoneName: components[master].writtenZone
        )
        let others = components.indices.filter { $0 != master && components[$0].name == "VEVENT" }
        guard others.allSatisfy({ patch.original(of: components[$0]) != nil }) else { return nil }
        var result: [Component] = []
        for (index, component) in components.enumerated() {
            if index == master {
                result.append(patch.series(component))
            } else if component.name != "VEVENT" {
                result.append(component)
            } else {
                patch.occurrence(component).map { result.append($0) }
            }
        }
        return result + patch.newOccurrences
    }
}

extension Component {
    /// The TZID that its times name: the household may know the zone by another. Nil: floating.
    var writtenZone: String? {
        guard let start = first("DTSTART") else { return nil }
        if let name = start.parameter("TZID"), !name.isEmpty { return name }
        return start.value.hasSuffix("Z") ? Zone.utc.id : nil
    }
}
