public import Household
public import ICalendar

/// What a link in a message may do, once: said in clear, and signed.
public struct ActionToken: Hashable, Sendable {
    public var action: Message.Action.Kind
    public var conflict: ID<Conflict>
    /// In whose name.
    public var person: ID<Person>
    /// How bad the conflict was when it was told.
    public var severity: Severity
    /// When the message was written: a later one about the same has a token of its own.
    public var issued: Instant
    /// Of no use from then on.
    public var expires: Instant

    /// Longer ones are not looked at, in bytes.
    private static let longest = 300

    public init(_ action: Message.Action, of message: Message) {
        self.action = action.kind
        conflict = action.conflict
        person = message.person
        severity = action.severity
        issued = message.createdAt
        expires = action.expires
    }

    /// Reads a token that the key has signed; nil where it is none.
    public init?(_ text: some StringProtocol, key: ActionKey) {
        guard text.utf8.count <= Self.longest, let end = text.lastIndex(of: "_") else { return nil }
        let claim = String(text[..<end])
        // Nothing of it is read before it is known to be ours.
        guard key.isSignature(String(text[text.index(after: end)...]), of: claim) else { return nil }
        let words = claim.split(separator: Character("_"), omittingEmptySubsequences: false).map { String($0) }
        guard words.count == 6, let action = Message.Action.Kind(rawValue: words[0]),
            let conflict = ID<Conflict>(words[1]), let person = ID<Person>(words[2]),
            let severity = Severity(rawValue: words[3]),
            let issued = Int(words[4], radix: 36), let expires = Int(words[5], radix: 36)
        else { return nil }
        self.action = action
        self.conflict = conflict
        self.person = person
        self.severity = severity
        self.issued = Instant(secondsSinceEpoch: issued)
        self.expires = Instant(secondsSinceEpoch: expires)
    }

    /// What it says, without its signature: `accept_qk7h2m9x_maya_warning_tok3v9_totvsp`. No secret.
    public var claim: String {
        let times = [issued, expires].map { String($0.secondsSinceEpoch, radix: 36) }
        return ([action.rawValue, conflict.rawValue, person.rawValue, severity.rawValue] + times).joined(separator: "_")
    }

    /// As it stands in a link: letters, digits, `-`, `.` and `_`. Whoever has it can use it.
    public func text(key: ActionKey) -> String { "\(claim)_\(key.signature(of: claim))" }
}
