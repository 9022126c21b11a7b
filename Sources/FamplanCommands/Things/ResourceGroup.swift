internal import ArgumentParser
internal import FamplanAPI

/// `famplan resource`
enum ResourceGroup: ThingGroup {
    typealias Fields = ResourceOptions

    static let routes = ThingRoutes.resources
    static let names = NameKind.resource
    static let words = GroupWords(
        abstract: "What only one entry can use at a time: the car, the quiet room.",
        list: "Every resource, a line each.",
        show: .init("One resource, and what names it.", "famplan resource show car"),
        add: .init("Add a resource.", "famplan resource add quiet-room --name 'Quiet room'"),
        edit: .init("Change what a resource is called.", "famplan resource edit car --name 'The red car'"),
        remove: .init("Take a resource out that nothing names.", "famplan resource rm car"),
        fields: "--name 'Quiet room'"
    )

    static func renderer(isFull: Bool) -> ThingsRenderer<ResourcesReport> { ThingsRenderer(isFull: isFull) }

    static func removal(_ id: String, _ options: ChangeOptions) -> RemoveThingRequest {
        RemoveThingRequest(id: id, options: options)
    }
}

/// The fields of a resource, by the names of the household file.
struct ResourceOptions: ThingFields {
    @Option(parsing: .unconditional, help: "What the resource is called.")
    var name: String?

    var isEmpty: Bool { name == nil }

    func request(_ id: String, _ options: ChangeOptions) -> ThingRequest {
        var fields: EntryFields = [:]
        if let name { fields.give("name", name) }
        return ThingRequest(id: id, fields: fields, options: options)
    }
}
