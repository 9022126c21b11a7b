/// A file, or one of the standard streams, that could not be read or written.
public struct FileError: Error, Hashable, Sendable {
    /// `read`, `write` or `remove`.
    public var action: String
    public var name: String
    /// In words: `no such file or directory`.
    public var reason: String
    /// Whether the reader of a pipe has gone: `famplan agenda | head` is no failure.
    public var isClosedPipe: Bool

    public init(action: String, name: String, reason: String, isClosedPipe: Bool = false) {
        self.action = action
        self.name = name
        self.reason = reason
        self.isClosedPipe = isClosedPipe
    }
}
