import Household
import HouseholdFile

extension Keys {
    /// A single value; a key without one is a mistake.
    mutating func given<Value>(_ key: String, _ read: (String) throws(Complaint) -> Value) -> Value? {
        guard isBare(key) else { return value(key, read) }
        _ = tree(key)
        note(key, "needs a value, or else the key is left out")
        return nil
    }
}

/// `unknown kind “ntfi” (did you mean “ntfy”?)`, of whatever length the word is.
func unknown(_ noun: String, _ word: String, among known: [String]) -> String {
    Spelling.unknown(noun, Words.shortened(word), among: known)
}
