import Household

/// How long ways take, in seconds.
struct Geography: Sendable {
    private var fromHome: [ID<Place>: Int] = [:]
    private var between: [Travel.Pair: Int] = [:]

    init(_ household: Household) {
        for place in household.places.values { fromHome[place.id] = place.minutesFromHome * 60 }
        for travel in household.travels.values { between[travel.between] = travel.minutes * 60 }
    }

    /// `m(P)`: the one-way time from home; 0 where nowhere is known.
    func secondsFromHome(_ spot: Spot) -> Int {
        if case .place(let id) = spot { fromHome[id] ?? 0 } else { 0 }
    }

    /// `travel(P, Q)`: the pair's own time, else the sum through home.
    func travel(_ one: Spot, _ other: Spot) -> Int {
        if one.isSame(as: other) { return 0 }
        if let first = id(one), let second = id(other), let own = between[Travel.Pair(first, second)] { return own }
        return secondsFromHome(one) + secondsFromHome(other)
    }

    /// The longest that any way can take.
    var longest: Int {
        max(2 * (fromHome.values.max() ?? 0), between.values.max() ?? 0)
    }

    private func id(_ spot: Spot) -> ID<Place>? {
        switch spot {
        case .home: Place.home.id
        case .place(let id): id
        case .nowhereKnown: nil
        }
    }
}
