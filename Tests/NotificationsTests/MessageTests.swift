import Household
import ICalendar
import Notifications
import Testing

@Suite("messages")
struct MessageTests {
    @Test("kinds are words that can be stored")
    func kinds() {
        #expect(Message.Kind.allCases.allSatisfy { Message.Kind(rawValue: $0.rawValue) == $0 })
    }
}
