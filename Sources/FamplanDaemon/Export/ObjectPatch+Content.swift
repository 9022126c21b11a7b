import Household
import ICalendar
import Storage

/// What an event is about, in the lines that came.
extension ObjectPatch {
    func patchContent(_ component: inout Component, from before: Entry, to after: Entry) {
        if before.title != after.title { component.setText("SUMMARY", after.title) }
        if before.note != after.note { patchNote(&component, after.note) }
        if before.url != after.url {
            let line = after.url.flatMap { $0.isPlainURL ? ContentLine(name: "URL", value: $0) : nil }
            component.put([line].compactMap(\.self), for: ["URL"])
        }
        if before.tentative != after.tentative {
            component.set(ContentLine(name: "STATUS", value: after.tentative ? "TENTATIVE" : "CONFIRMED"))
        }
        if before.isPrivate != after.isPrivate {
            component.put(after.isPrivate ? [ContentLine(name: "CLASS", value: "PRIVATE")] : [], for: ["CLASS"])
        }
        if before.isBusy != after.isBusy {
            component.set(ContentLine(name: "TRANSP", value: after.isBusy ? "OPAQUE" : "TRANSPARENT"))
        }
    }

    /// An import makes one note of place and description, in this order.
    private func patchNote(_ component: inout Component, _ note: String?) {
        var rest = note ?? ""
        let location = component.first("LOCATION")?.textValue ?? ""
        let isPlace = now.place.flatMap { household.place($0) }?.isMeant(by: location) ?? false
        if !location.isEmpty, !isPlace {
            if rest == location {
                rest = ""
            } else if rest.hasPrefix(location + "\n") {
                rest.removeFirst(location.count + 1)
            } else {
                component.removeAll("LOCATION")
            }
        }
        if rest.isEmpty { component.removeAll("DESCRIPTION") } else { component.setText("DESCRIPTION", rest) }
    }

    /// Says that it is newer than what came.
    func revised(_ component: Component) -> Component {
        var component = component
        let sequence = component.first("SEQUENCE").flatMap { Int($0.value) } ?? 0
        let edits = max(1, exported.revision.changes - 1)
        component.set(ContentLine(name: "SEQUENCE", value: "\(sequence.addingReportingOverflow(edits).partialValue)"))
        component.set(ContentLine("LAST-MODIFIED", instant: exported.revision.last))
        component.set(ContentLine("DTSTAMP", instant: exported.revision.last))
        return component
    }
}

extension Component {
    /// Another text for a property, in the language and with whatever else its line says; but what stood for the old text
    /// elsewhere does not stand for the new one.
    fileprivate mutating func setText(_ name: String, _ text: String) {
        let kept = first(name)?.parameters.filter { $0.name.uppercased() != "ALTREP" } ?? []
        set(ContentLine(name: name, parameters: kept, value: ContentLine(name, text: text).value))
    }

    /// Puts lines in the place of all that have one of these names.
    mutating func put(_ lines: [ContentLine], for names: [String]) {
        for name in names {
            let new = lines.filter { $0.key == name }
            guard let first = new.first else {
                removeAll(name)
                continue
            }
            set(first)
        }
    }
}
