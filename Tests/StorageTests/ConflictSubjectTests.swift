import Household
import Testing

@testable import Storage

@Suite("What a conflict is about, as a column's words")
struct ConflictSubjectTests {
    @Test(
        "a subject comes back from its words",
        arguments: [
            (ConflictSubject.resource(ID(trusted: "car")), "resource car"),
            (.stream(ID(trusted: "northwind")), "stream northwind"),
            (.deadline(ID(trusted: "q4-report"), of: ID(trusted: "northwind")), "deadline q4-report northwind"),
            (.goal(ID(trusted: "split")), "goal split"), (.bringing, "bringing"), (.fetching, "fetching"),
        ]
    )
    func roundTrip(subject: ConflictSubject, words: String) {
        #expect(subject.stored == words)
        #expect(ConflictSubject(stored: words) == subject)
    }

    @Test("other words are none", arguments: ["", "goal", "goal a b", "goals a"])
    func unreadable(words: String) {
        #expect(ConflictSubject(stored: words) == nil)
    }
}
