public import Household
import ICalendar

extension Conflict {
    /// In order of start, then the worst first; after that in an order that is always the same.
    public static func isListedBefore(_ one: Conflict, _ other: Conflict) -> Bool {
        if one.interval.start != other.interval.start { return one.interval.start < other.interval.start }
        if one.severity != other.severity { return one.severity > other.severity }
        if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
        if one.people != other.people { return one.people.lexicographicallyPrecedes(other.people) }
        if one.interval.end != other.interval.end { return one.interval.end < other.interval.end }
        if one.occurrences != other.occurrences { return one.occurrences.lexicographicallyPrecedes(other.occurrences) }
        if one.message != other.message { return one.message < other.message }
        return one.subject.map { "\($0)" } ?? "" < other.subject.map { "\($0)" } ?? ""
    }
}

extension Collection<Conflict> {
    /// In the order in which conflicts are listed.
    var listed: [Conflict] {
        let all = Array(self)
        // What is sorted is small: a conflict is a dozen references.
        let order = all.indices.map { (start: all[$0].interval.start, position: $0) }.sorted { one, other in
            if one.start != other.start { return one.start < other.start }
            return Conflict.isListedBefore(all[one.position], all[other.position])
        }
        return order.map { all[$0.position] }
    }
}

extension [Conflict] {
    /// Puts others among these; both are in the order of the list before and after.
    mutating func merge(_ others: [Conflict]) {
        var merged: [Conflict] = []
        merged.reserveCapacity(count + others.count)
        var rest = others[...]
        for conflict in self {
            while let other = rest.first, Conflict.isListedBefore(other, conflict) {
                merged.append(other)
                rest.removeFirst()
            }
            merged.append(conflict)
        }
        self = merged + rest
    }
}
