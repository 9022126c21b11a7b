import Household
import ICalendar

extension Entry {
    /// What only famplan knows of the entry; the kind is always there, and what is not there has its default.
    func famplanLines(ofOccurrence: Bool = false) -> [ContentLine] {
        FamplanName.allCases.compactMap { name in
            guard !ofOccurrence || FamplanName.ofOccurrences.contains(name) else { return nil }
            return value(name).map { ContentLine(name.property, texts: $0) }
        }
    }

    /// Nil where there is nothing to say; a list may be empty.
    private func value(_ name: FamplanName) -> [String]? {
        switch name {
        case .id: [id.rawValue]
        case .kind: [kind.rawValue]
        case .people: people.isEmpty ? nil : people.map(\.rawValue)
        case .for: children.isEmpty ? nil : children.map(\.rawValue)
        case .stream: stream.map { [$0.rawValue] }
        case .place: place.map { [$0.rawValue] }
        case .attention: attention.map { [$0.rawValue] }
        case .busy: busy.map { ["\($0)"] }
        case .supervised: supervised ? ["true"] : nil
        case .private: isPrivate ? ["true"] : nil
        case .resources: resources.map { $0.map(\.rawValue) }
        case .dropOff: dropOff.map { [$0.rawValue] }
        case .pickUp: pickUp.map { [$0.rawValue] }
        case .remind: remind.map { ["PT\($0)S"] }
        case .movable: movable == .fixed ? nil : [movable.rawValue]
        // A URL has its own property, where it is one.
        case .url: url.flatMap { $0.isPlainURL ? nil : [$0] }
        case .timeZone: zoneName.map { [$0] }
        }
    }

    private var zoneName: String? {
        if case .timed(_, let zone, _) = time { zone } else { nil }
    }
}

extension String {
    /// Whether it can stand as a URI: characters of ASCII that are seen.
    var isPlainURL: Bool { !isEmpty && utf8.allSatisfy { (0x21...0x7E).contains($0) } }
}
