/// Why the database did not do what it was asked to.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What to do about it depends on this.
    public enum Kind: String, Sendable, CaseIterable {
        /// Another process is writing, and did not end in time.
        case busy
        /// No room is left on the disk.
        case full
        /// The file, or its directory, cannot be written.
        case readOnly = "read-only"
        /// The file is no database, or not what was written.
        case damaged
        /// A newer famplan wrote the file.
        case newer
        /// The data would contradict themselves: something named is not there, or a value is none that can be.
        case constraint
        /// Anything else: the sentence says it.
        case other
    }

    public let kind: Kind
    /// What could not be done, why, and what would help. It names things by their ids and tells nothing else of them.
    public let sentence: String
    /// The error below, for whoever looks into it. May hold what the family wrote: not for logs.
    public let cause: (any Error)?

    /// An error of which all is known.
    public init(_ kind: Kind, _ sentence: String, cause: (any Error)? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.cause = cause
    }

    public var description: String { sentence }
}
