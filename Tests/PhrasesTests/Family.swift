import Household
import ICalendar

extension Household {
    /// Two parents, a grandmother and a child.
    static var family: Household {
        var household = Household()
        household.settings.timeZone = "Europe/Berlin"
        if let berlin = try? ZoneDatabase.system.zone("Europe/Berlin") { household.zones["Europe/Berlin"] = berlin }
        for (id, name, role) in [
            ("maya", "Maya", Role.parent), ("kofi", "Kofi", .parent), ("noah", "Noah", .child),
            ("ama", "Grandma Ama", .carer),
        ] {
            household.people[ID(id)!] = Person(id: ID(id)!, name: name, role: role)
        }
        household.streams[ID("northwind")!] = Stream(
            id: ID("northwind")!,
            name: "Northwind retainer",
            owner: ID("maya")!,
            kind: .client
        )
        household.places[ID("office-park")!] = Place(id: ID("office-park")!, name: "Office park", minutesFromHome: 40)
        return household
    }
}

/// Random numbers that are the same in each run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
