/// What must not be seen in logs, errors or answers: a token, a key, an address that is one.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let value: String

    public init(_ value: String) {
        self.value = value
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret {
    /// Whether it is an address of the web that can be posted to.
    public var canBePostedTo: Bool { WebClient.canPost(to: value) }
}
