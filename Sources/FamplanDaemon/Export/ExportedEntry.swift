import Household
import ICalendar
import Storage

/// An entry of the household as iCalendar components: the series, and one for each occurrence that is not as the others.
struct ExportedEntry {
    let entry: Entry
    let household: Household
    let uid: String
    let revision: Revision

    var components: [Component] {
        [series]
            + entry.overrides.compactMap { override in
                guard case .changed(let fields) = override.change else { return nil }
                return occurrence(override.of, fields, times: ExportedTimes(entry, in: household))
            }
    }

    var series: Component {
        let times = ExportedTimes(entry, in: household)
        var component = Component("VEVENT")
        let lines = head + times.span(entry.time.start, length: times.length) + times.repetition
        for line in lines + content(of: entry) + entry.famplanLines() { component.append(line) }
        return component
    }

    func occurrence(_ of: CivilDateTime, _ fields: Override.Fields, times: ExportedTimes) -> Component {
        let own = entry.applying(fields)
        var component = Component("VEVENT")
        let span = times.span(fields.start ?? of, length: fields.length ?? times.length)
        let lines = head + [times.line("RECURRENCE-ID", [of])] + span
        for line in lines + content(of: own) + own.famplanLines(ofOccurrence: true) { component.append(line) }
        return component
    }

    /// DTSTAMP is the last change too, so that the same household gives the same file (RFC 5545 §3.8.7.2).
    private var head: [ContentLine] {
        [
            ContentLine("UID", text: uid),
            ContentLine("DTSTAMP", instant: revision.last),
            ContentLine("LAST-MODIFIED", instant: revision.last),
            ContentLine(name: "SEQUENCE", value: "\(max(0, revision.changes - 1))"),
        ]
    }

    private func content(of entry: Entry) -> [ContentLine] {
        var lines = [ContentLine("SUMMARY", text: entry.title)]
        if let note = entry.note { lines.append(ContentLine("DESCRIPTION", text: note)) }
        if let place = entry.place, place != Place.home.id, let name = household.place(place)?.name {
            lines.append(ContentLine("LOCATION", text: name))
        }
        lines.append(ContentLine("CATEGORIES", text: entry.kind.category))
        lines.append(ContentLine(name: "STATUS", value: entry.tentative ? "TENTATIVE" : "CONFIRMED"))
        lines.append(ContentLine(name: "TRANSP", value: entry.isBusy ? "OPAQUE" : "TRANSPARENT"))
        if entry.isPrivate { lines.append(ContentLine(name: "CLASS", value: "PRIVATE")) }
        if let url = entry.url, url.isPlainURL { lines.append(ContentLine(name: "URL", value: url)) }
        return lines
    }
}

extension EntryKind {
    /// What a calendar program shows of it: `School`.
    fileprivate var category: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
