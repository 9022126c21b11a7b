public import Household
import ICalendar

extension HouseholdFile {
    /// A place made of fields of the household file, laid over one that is there; see ``person(id:fields:channels:without:over:in:)``.
    public static func place(
        id: ID<Place>,
        fields: [String: [String]],
        over base: Place?,
        in household: Household
    ) throws(HouseholdFileError) -> Place {
        try LaidThing(noun: .place, id: id.rawValue, base: base.map { Pairs($0).pairs }, household: household)
            .read(fields, { $0.place() }, as: Item.place)
    }

    /// A resource made of fields of the household file, laid over one that is there.
    public static func resource(
        id: ID<Resource>,
        fields: [String: [String]],
        over base: Resource?,
        in household: Household
    ) throws(HouseholdFileError) -> Resource {
        try LaidThing(noun: .resource, id: id.rawValue, base: base.map { Pairs($0).pairs }, household: household)
            .read(fields, { $0.resource() }, as: Item.resource)
    }

    /// A goal made of fields of the household file, laid over one that is there. Of a goal that becomes one of another kind, what
    /// that kind does not have goes.
    public static func goal(
        id: ID<Goal>,
        fields: [String: [String]],
        over base: Goal?,
        in household: Household
    ) throws(HouseholdFileError) -> Goal {
        let kind = fields["kind"]?.first.flatMap(GoalKind.init(rawValue:))
        let pairs = base.map { base in
            Pairs(base).pairs.filter { kind?.keys.contains($0.key) ?? true || $0.key == "id" }
        }
        return try LaidThing(noun: .goal, id: id.rawValue, base: pairs, household: household)
            .read(fields, { $0.goal() }, as: Item.goal)
    }
}

extension GoalKind {
    /// The keys that a goal of this kind has besides its id.
    fileprivate var keys: Set<String> {
        switch self {
        case .careShare: ["kind", "person", "between", "weeks"]
        case .together: ["kind", "min"]
        case .oneOnOne: ["kind", "person", "child", "min"]
        case .ownTime: ["kind", "person", "min"]
        }
    }
}

/// Fields given one by one, laid over a thing of the household and read as the file is.
struct LaidThing {
    let noun: Item.Noun
    let id: String
    /// The thing that is there, as the file has it; nil: it is new.
    let base: [Tree.Pair]?
    let household: Household

    /// Where mistakes are said to be: `people › maya`.
    private var place: [String] { [noun.section, id] }

    /// - Parameters:
    ///   - fields: Each key with its values: several for a list, none to take the key away. Keys within others have a dot.
    ///   - read: Reads the thing from its keys.
    ///   - lay: Lays one key over what is there.
    ///   - adjust: Does to the thing what no key says.
    /// - Returns: The thing, without problems in this household.
    /// - Throws: Everything that is wrong with the fields, each by its name.
    func read<Thing>(
        _ fields: [String: [String]],
        _ read: (inout Keys) -> Thing?,
        as item: (Thing) -> Item,
        lay: (inout LaidTree, String, [String], Mistakes) -> Void = { tree, key, values, _ in tree.lay(key, values) },
        adjust: (inout Thing, Mistakes) -> Void = { _, _ in }
    ) throws(HouseholdFileError) -> Thing {
        let mistakes = Mistakes(place: place)
        var tree = LaidTree(base ?? [Tree.Pair(key: "id", value: .word(id))])
        let fields = household.withIDs(in: fields).sorted { $0.key < $1.key }
        for (key, values) in fields { lay(&tree, key, values, mistakes) }
        guard var keys = Keys(tree.tree, at: [], report: mistakes.report) else { throw mistakes.error }
        let thing = read(&keys)
        keys.finish()
        guard var thing, mistakes.isEmpty else { throw mistakes.error }
        if item(thing).id != id { mistakes.note("cannot be changed", at: "id") }
        guard mistakes.isEmpty else { throw mistakes.error }
        adjust(&thing, mistakes)
        guard mistakes.isEmpty else { throw mistakes.error }
        var after = household
        after.put(item(thing))
        for problem in after.problems(in: [item(thing)]) { mistakes.note(problem.message, at: problem.key) }
        guard mistakes.isEmpty else { throw mistakes.error }
        return thing
    }

    /// What is wrong with the fields of one thing.
    struct Mistakes {
        let place: [String]
        let report = Report()

        var isEmpty: Bool { report.isEmpty }
        var error: HouseholdFileError { report.error(in: nil) }

        /// - Parameter key: keys within others have a dot.
        func note(_ message: String, at key: String) {
            report.note(message, at: place + key.split(separator: ".").map(String.init), mark: nil)
        }
    }
}
