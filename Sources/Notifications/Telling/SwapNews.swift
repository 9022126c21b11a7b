public import Household
public import ICalendar
import Planning

/// What the two parents of a swap are told of it: that one is asked, that time runs out, and how it ended.
public struct SwapNews: Sendable {
    let household: Household
    let now: Instant

    public init(household: Household, now: Instant) { (self.household, self.now) = (household, now) }

    /// What there is to tell of one swap, each once.
    public enum Kind: String, Sendable, CaseIterable {
        case ask, reminder, end
    }

    /// When whoever was asked is reminded: when a quarter of the time is left, a day at most. Nil: what has less than an
    /// hour is asked once.
    public static func reminder(of swap: Swap) -> Instant? {
        let time = swap.until - swap.askedAt
        guard time >= 3_600 else { return nil }
        return swap.until.adding(seconds: -min(time / 4, 86_400))
    }

    /// Names a message for good. The moment tells apart what has one number, before and after a restore.
    public static func messageID(_ kind: Kind, of swap: Swap, to person: ID<Person>) -> String {
        "swap-\(swap.id)-\(swap.askedAt.secondsSinceEpoch)-\(kind.rawValue)-\(person)"
    }

    /// Whether a message is of use only while the swap is open.
    public static func isQuestion(_ message: Message) -> Bool {
        message.kind == .swap && !message.id.contains("-\(Kind.end.rawValue)-")
    }

    /// To whom it is told how a swap ended: whoever does not know. Another offer tells of itself.
    static func isTold(_ person: ID<Person>, endOf swap: Swap) -> Bool {
        switch swap.state {
        case .open, .countered: false
        case .accepted, .declined, .stale: person == swap.asker
        case .withdrawn: person == swap.asked
        case .expired: person == swap.asker || person == swap.asked
        }
    }

    /// One for each of the person's channels that takes it.
    func letters(_ message: Message, to person: Person, notAfter: Instant) -> [Letter] {
        person.notify.channels.filter(\.takesSwaps).map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: notAfter)
        }
    }
}
