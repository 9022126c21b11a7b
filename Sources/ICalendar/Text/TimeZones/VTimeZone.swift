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
    public func zone() -> Zone? {
        let onsets = observances.flatMap(\.onsets).sorted { $0.instant < $1.instant }
        guard let first = onsets.first else { return nil }
        let transitions = onsets.map { Zone.Transition(at: $0.instant, offset: $0.offsetTo) }
        return Zone(id: id, initialOffset: first.offsetFrom, transitions: transitions)
    }
}

/// Why an observance can't be used.
struct ObservanceError: Error {
    var line: Int
    var reason: String
}
