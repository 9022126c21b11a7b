import Household
import Testing

@testable import HouseholdFile

@Suite("What an hour counts for")
struct WeightTests {
    @Test(
        "weights are exact to two places",
        arguments: [("0", 0), ("1", 100), ("0.5", 50), ("1.25", 125), ("100", 10_000)]
    )
    func read(text: String, hundredths: Int) throws {
        #expect(try Words.weight(text) == hundredths)
        #expect(Tree.weight(hundredths) == .word(text))
    }

    @Test("what is none is said", arguments: ["", "-1", "1.", ".5", "0.125", "1,5", "100.01", "1e2", "half"])
    func refused(text: String) {
        #expect(throws: Complaint.self) { try Words.weight(text) }
    }
}
