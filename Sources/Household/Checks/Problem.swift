/// Something of the household that cannot be as it is: it names what is not there, or says what makes no sense.
public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// Of which thing.
    public var noun: Item.Noun
    public var id: String
    /// The key in the words of the household file: `dropOff`, `work.perDay`, `overrides[2026-11-26T09:00].people`.
    public var key: String
    /// Which one of the key's values, from 0, where the key has a list of them.
    public var element: Int?
    /// What it names and what is not there.
    public var missing: Reference?
    /// A sentence with the value and what would help, without the thing: `unknown person “kofy” (did you mean “kofi”?)`.
    public var message: String

    /// A thing by its noun and id.
    public struct Reference: Hashable, Sendable {
        public var noun: Item.Noun
        public var id: String

        public init(noun: Item.Noun, id: String) {
            self.noun = noun
            self.id = id
        }
    }

    public init(
        noun: Item.Noun,
        id: String,
        key: String,
        element: Int? = nil,
        missing: Reference? = nil,
        message: String
    ) {
        self.noun = noun
        self.id = id
        self.key = key
        self.element = element
        self.missing = missing
        self.message = message
    }

    /// `entry “noah-school”, dropOff: unknown person “kofy” (did you mean “kofi”?)`
    public var description: String {
        noun == .household ? "household, \(key): \(message)" : "\(noun.rawValue) “\(id)”, \(key): \(message)"
    }
}
