import Household
import ICalendar

/// Fields given as plain strings, laid over what is there: a mapping for the reader of the file.
struct FieldTree {
    private var pairs: [Tree.Pair] = []
    var tree: Tree { .map(pairs) }

    /// Over nothing.
    init(fields: [String: [String]]) {
        lay(fields)
    }

    /// Over an entry.
    ///
    /// - Parameter zone: the zone of a name; of nil, the household's.
    init(base: Entry, fields: [String: [String]], zone: (String?) -> Zone) {
        let moved = base.moved(by: fields, zone: zone)
        pairs = Pairs(moved ?? base, length: .duration).pairs
        remove("id")
        // How long something lasts that was whole days cannot be told.
        if let moved, base.time.isAllDay, !moved.time.isAllDay { remove("duration") }
        lay(moved == nil ? fields : fields.filter { $0.key != "start" && $0.key != "allDay" })
    }

    /// Over what differs in one occurrence. What is taken away there and the entry has, the occurrence is without.
    init(base: Override.Fields, of entry: Entry, fields: [String: [String]]) {
        pairs = Pairs(base, of: entry).pairs
        lay(fields) { Self.lists.contains($0) || Override.Clearable(rawValue: $0).map(entry.has) ?? false }
    }

    private mutating func lay(_ fields: [String: [String]], clearing isCleared: (String) -> Bool = { _ in false }) {
        if fields["end"] != nil { remove("duration") }
        for (key, values) in fields.sorted(by: { $0.key < $1.key }) {
            switch values.count {
            case 0 where isCleared(key): put(key, .list([]))
            case 0: remove(key)
            case 1: put(key, .free(values[0]))
            default: put(key, .list(values.map(Tree.free)))
            }
        }
    }

    /// What one occurrence can have none of. Anything else that is taken away there is as in the entry again.
    private static let lists: Set = ["people", "for", "resources"]

    private mutating func remove(_ key: String) { pairs.removeAll { $0.key == key } }

    private mutating func put(_ key: String, _ value: Tree) {
        if let index = pairs.firstIndex(where: { $0.key == key }) {
            pairs[index].value = value
        } else {
            pairs.append(Tree.Pair(key: key, value: value))
        }
    }
}
