/// The channels that there are, by the names that people's settings use.
public struct Channels: Sendable {
    public let byName: [String: any Channel]

    public init(_ channels: [String: any Channel] = [:]) {
        byName = channels
    }

    /// Nil where none has that name.
    public subscript(name: String) -> (any Channel)? { byName[name] }

    /// In alphabetical order.
    public var names: [String] { byName.keys.sorted() }
}
