import Household
import ICalendar
import Planning

@testable import Notifications

/// Households in great variety, the same for the same seed.
struct RandomDigestFamily {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// 0 up to, but not including, `bound` (xorshift64).
    private mutating func dice(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[dice(elements.count)] }

    mutating func make() -> DigestFamily {
        var family = DigestFamily(coverage: pick([.available, .assigned]), withLena: dice(2) == 0)
        let children = family.household.people.values.filter { $0.role == .child }.map(\.id)
        for number in 0..<dice(40) { addEntry(number, children, to: &family) }
        for stream in ["job", "ship"] where dice(2) == 0 {
            let deadline = Deadline(
                id: ID(trusted: "d-\(stream)"),
                title: pick(NastyTitle.all),
                due: CivilDateTime(DigestFamily.tuesday.adding(days: dice(20)), .midnight),
                remaining: dice(40) * 3_600
            )
            family.change(stream) { $0.deadlines = [deadline] }
        }
        family.household.put(.goal(Goal(id: ID(trusted: "us"), aim: .together(min: dice(90) * 3_600))))
        for kind in ConflictKind.allCases {
            if dice(3) == 0 { family.foundAt[kind] = family.now }
            if dice(8) == 0 { family.accepted.insert(kind) }
        }
        return family
    }

    private mutating func addEntry(_ number: Int, _ children: [ID<Person>], to family: inout DigestFamily) {
        let adults = [DigestFamily.maya, DigestFamily.kofi, DigestFamily.ama]
        let kind = pick(EntryKind.allCases)
        let people = kind == .school ? [pick(children)] : [pick(kind == .work ? Array(adults.prefix(2)) : adults)]
        let day = DigestFamily.tuesday.adding(days: dice(9) - 1)
        let start = CivilDateTime(day, .midnight).adding(seconds: dice(96) * 900)
        let title = dice(3) == 0 ? pick(NastyTitle.all) : "Entry \(number)"
        let (length, attention, place, all) = (1 + dice(30), pick(Attention.allCases), dice(3), dice(10))
        let hands = (pick(adults), pick(adults))
        family.add("e\(number)", kind, people, "\(start)", "\(start.adding(seconds: length * 900))") { entry in
            entry.title = title
            if kind == .care { entry.children = children }
            if kind != .care, place == 0 { entry.place = ID(trusted: "school") }
            if kind == .work { entry.attention = attention }
            if kind == .school { (entry.dropOff, entry.pickUp) = hands }
            if all == 0 { entry.time = .allDay(first: day, days: 1 + length % 3) }
            if all == 1, kind == .appointment { entry.people = [] }
        }
    }
}
