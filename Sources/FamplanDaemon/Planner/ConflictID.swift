import Household

/// Ids of conflicts: eight letters and digits that can't be mistaken for one another when read aloud or retyped.
enum ConflictID {
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    static func random() -> ID<Conflict> {
        ID(trusted: String((0..<8).map { _ in alphabet[Int.random(in: alphabet.indices)] }))
    }
}
