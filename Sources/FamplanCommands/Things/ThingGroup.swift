internal import ArgumentParser
internal import FamplanAPI

/// A kind of thing with commands of its own, `famplan person list|show|add|edit|rm`: here is what differs from kind to kind, in
/// ``ThingCommand`` and its like what is the same for all.
protocol ThingGroup: Sendable {
    associatedtype Fields: ThingFields
    associatedtype ListOptions: ThingListOptions = NoListOptions
    associatedtype Removal: NamesThing
    associatedtype Shown: Renderer

    static var routes: ThingRoutes { get }
    static var words: GroupWords { get }
    /// What its things are among all that can be named.
    static var names: NameKind { get }
    /// Commands besides the five.
    static var further: [any ParsableCommand.Type] { get }

    static func renderer(isFull: Bool) -> Shown
    static func removal(_ id: String, _ options: ChangeOptions) -> Removal
}

extension ThingGroup {
    static var noun: String { routes.noun }
    static var further: [any ParsableCommand.Type] { [] }

    static func renderer() -> Shown { renderer(isFull: false) }
}

/// The words of a kind's commands.
struct GroupWords: Sendable {
    /// What `famplan person` is about.
    let abstract: String
    let list: String
    let show: Help
    let add: Help
    let edit: Help
    let remove: Help
    /// What an edit could say: `--digest 06:45 or --channel phone`.
    let fields: String

    /// A command in a line, and what else there is to say: examples, a line each, and whatever they need.
    struct Help: Sendable {
        let abstract: String
        let discussion: String

        init(_ abstract: String, _ discussion: String) {
            (self.abstract, self.discussion) = (abstract, discussion)
        }
    }
}

/// The fields of a thing, by the names of the household file.
protocol ThingFields: ParsableArguments {
    associatedtype Request: NamesThing

    /// Whether nothing was said.
    var isEmpty: Bool { get }

    func request(_ id: String, _ options: ChangeOptions) -> Request
}

/// What a list can be asked for.
protocol ThingListOptions: ParsableArguments {
    /// With those that are no more.
    var all: Bool { get }
}

struct NoListOptions: ThingListOptions {
    var all: Bool { false }
}
