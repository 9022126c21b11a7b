/// A time zone that a calendar brings along: STANDARD and DAYLIGHT observances, each with the wall times at which it
/// begins (RFC 5545 §3.6.5).
public struct VTimeZone: Sendable {
    /// The TZID, by which properties refer to the zone.
    public let id: String
    /// The IANA id that some producers add as X-LIC-LOCATION.
    public let location: String?
    /// The component as it came.
    public let component: Component
    /// What is wrong with it, line by line. The rest of the zone is used nevertheless.
    public let problems: [ICalendarDocument.Problem]

    let observances: [Observance]

    /// Nil if the component is no VTIMEZONE or has no TZID: nothing can refer to it then.
    public init?(_ component: Component) {
        guard component.name == "VTIMEZONE", let line = component.first("TZID") else { return nil }
        self.component = component
        id = line.textValue.withoutBlanks
        location = component.first("X-LIC-LOCATION").map { $0.textValue.withoutBlanks }
        var problems: [ICalendarDocument.Problem] = []
        // A zone with a history of its own has some dozens; a hostile one has no end.
        observances = component.components.prefix(200).compactMap { part in
            guard part.name == "STANDARD" || part.name == "DAYLIGHT" else { return nil }
            do throws(ObservanceError) {
                return try Observance(part, problems: &problems)
            } catch {
                let message = "\(part.name) of time zone “\(line.textValue.prefix(60))”: \(error.reason)"
                problems.append(.init(line: error.line, message: message))
                return nil
            }
        }
        self.problems = problems
    }

    /// The zone that the observances describe, under its TZID; nil if none of them is usable.
    ///
    /// Rules are followed from 1970 to the end of 2100, which also bounds hostile ones.
    public func zone() -> Zone? { zone(upTo: VTimeZone.mostOnsets)?.zone }

    /// So many changes of the clocks no zone has, even where it says each of them several times.
    static let mostOnsets = 30_000

    /// The zone, and of how many onsets it was made; nil as well where there are more than so many.
    func zone(upTo limit: Int) -> (zone: Zone, onsets: Int)? {
        var onsets: [Observance.Onset] = []
        for observance in observances where onsets.count <= limit { onsets += observance.onsets }
        guard onsets.count <= limit else { return nil }
        onsets.sort { $0.instant < $1.instant }
        guard let first = onsets.first else { return nil }
        var transitions: [Zone.Transition] = []
        for onset in onsets {
            let isKnown = transitions.last?.instant == onset.instant
            if isKnown { transitions.removeLast() }
            transitions.append(Zone.Transition(at: onset.instant, offset: onset.offsetTo))
        }
        return (Zone(id: id, initialOffset: first.offsetFrom, transitions: transitions), onsets.count)
    }
}

/// Why an observance can't be used.
struct ObservanceError: Error {
    var line: Int
    var reason: String
}
