import Household
import ICalendar

/// Reads the sections of a file, in the order in which later ones name earlier ones.
struct FileReader {
    private(set) var household: Household
    /// What the file has a line for.
    private(set) var named: [Item] = []
    let zones: ZoneCache
    let report: Report
    private let current: Household
    private var locations = Locations()
    private var things = 0

    init(onto current: Household, prune: Bool, zones: ZoneCache, report: Report) {
        (self.current, self.zones, self.report) = (current, zones, report)
        household = prune ? Household(settings: current.settings, zones: current.zones) : current
    }

    mutating func read(_ root: Tree) {
        guard var keys = Keys(root.isNothing ? .map([]) : root, at: [], report: report) else { return }
        readSettings(&keys)
        section(&keys, .place) { keys, _ in keys.place().map(Item.place) }
        section(&keys, .travel) { keys, _ in keys.travel().map(Item.travel) }
        section(&keys, .resource) { keys, _ in keys.resource().map(Item.resource) }
        section(&keys, .person) { keys, _ in keys.person().map(Item.person) }
        section(&keys, .stream) { keys, _ in keys.stream().map(Item.stream) }
        let entries = EntryReader(household: household, zones: zones)
        section(&keys, .entry) { keys, current in
            entries.item(&keys, before: current)
        }
        section(&keys, .goal) { keys, _ in keys.goal().map(Item.goal) }
        keys.finish()
        household.zones = zones.zones(of: household)
        if !report.isFull { noteProblems() }
    }

    private mutating func readSettings(_ keys: inout Keys) {
        guard let tree = keys.tree("household"), var settings = Keys(tree, at: ["household"], report: report) else {
            return
        }
        household.settings = settings.settings(before: current.settings, zones: zones)
        settings.finish()
        locations.insert(tree, noun: .household, id: Item.settings(household.settings).id)
        named.append(.settings(household.settings))
    }

    /// Reads a list of things and puts each into the household.
    private mutating func section(
        _ keys: inout Keys,
        _ noun: Item.Noun,
        _ read: (inout Keys, Household) -> Item?
    ) {
        guard let tree = keys.tree(noun.section) else { return }
        guard case .list(let elements) = tree.content else {
            return keys.note(noun.section, "is \(tree.noun), but a list is needed (a line “- …” for each)")
        }
        things += elements.count
        guard things <= HouseholdFile.mostThings else {
            return keys.note(noun.section, "the file names more than \(HouseholdFile.mostThings) things")
        }
        for (index, element) in elements.enumerated() {
            guard var keys = Keys(element, at: ["\(noun.section)[\(index)]"], report: report) else { continue }
            let item = read(&keys, current)
            keys.finish(hints: noun.hints)
            put(item, noun, keys, element)
        }
    }

    /// A thing that could not be read keeps its id, so that nothing seems to name what is not there.
    private mutating func put(_ item: Item?, _ noun: Item.Noun, _ keys: Keys, _ tree: Tree) {
        guard let id = item?.id ?? tree.idText else { return }
        if let first = locations.insert(tree, noun: noun, id: id) {
            let line = first.mark.map { ", line \($0.line)" } ?? ""
            return keys.note("id", "“\(id)” is there already (\(noun.rawValue) “\(id)”\(line))")
        }
        if let item {
            household.put(item)
            named.append(item)
        } else {
            household.remove(noun, id: id)
        }
    }

    /// What is wrong with the household as a whole, at the lines that say so. What is wrong already in the reading is
    /// not said again.
    private func noteProblems() {
        for problem in household.problems() {
            let place = locations.place(of: problem)
            if report.isWrong(at: place.path) { continue }
            if let missing = problem.missing, report.isWrong(at: [missing.noun.section, missing.id]) { continue }
            report.note(problem.message, at: place.path, mark: place.mark)
        }
    }
}

extension EntryReader {
    fileprivate func item(_ keys: inout Keys, before current: Household) -> Item? {
        let id: ID<Entry>? = keys.id(in: Item.Noun.entry.section)
        guard var entry = entry(id ?? ID(trusted: ""), &keys), let id else { return nil }
        // Where an entry came from is not a matter of the file that edits it.
        entry.uid = entry.uid ?? current.entries[id]?.uid
        return .entry(entry)
    }
}

extension Tree {
    /// What stands as the thing's id, whether or not the rest makes sense.
    fileprivate var idText: String? {
        guard case .text(let id, _) = self["id"]?.content else { return nil }
        return id
    }
}

extension Item.Noun {
    /// The key of the file under which the things stand.
    var section: String {
        switch self {
        case .household, .travel: rawValue
        case .place, .resource, .stream, .goal: rawValue + "s"
        case .person: "people"
        case .entry: "entries"
        }
    }

    /// What to say of keys that somebody might expect.
    fileprivate var hints: [String: String] {
        switch self {
        case .entry: ["<<": "merge keys are not read: write the keys out"]
        default: [:]
        }
    }
}

extension Household {
    fileprivate mutating func remove(_ noun: Item.Noun, id: String) {
        switch noun {
        case .place: places[ID(trusted: id)] = nil
        case .resource: resources[ID(trusted: id)] = nil
        case .person: people[ID(trusted: id)] = nil
        case .stream: streams[ID(trusted: id)] = nil
        case .entry: entries[ID(trusted: id)] = nil
        case .goal: goals[ID(trusted: id)] = nil
        case .household, .travel: break
        }
    }
}
