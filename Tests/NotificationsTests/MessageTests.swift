import Household
import ICalendar
import Testing

@testable import Notifications

@Suite("messages")
struct MessageTests {
    @Test("where others may read along a reminder's title does not say what it reminds of")
    func discreet() {
        #expect(Message.sample(kind: .reminder, title: "Therapist: at 15:00").discreetTitle == "famplan")
        #expect(Message.sample(kind: .conflicts, title: "2 conflicts").discreetTitle == "2 conflicts")
    }

    @Test("kinds are words that can be stored")
    func kinds() {
        #expect(Message.Kind.allCases.allSatisfy { Message.Kind(rawValue: $0.rawValue) == $0 })
    }
}
