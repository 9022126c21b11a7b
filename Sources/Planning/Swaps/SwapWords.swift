public import Household
import ICalendar

/// How it is said what changes hands.
public struct SwapWords: Sendable {
    private let household: Household

    public init(_ household: Household) { self.household = household }

    /// `Kofi takes over “Football”, Wed 25 Nov 15:30–17:00`.
    public func deed(_ side: Swap.Side, by person: ID<Person>) -> String {
        "\(name(person)) \(verb(side, "takes", "brings", "fetches")) \(what(side))"
    }

    /// `take over “Football”, Wed 25 Nov 15:30–17:00`.
    public func task(_ side: Swap.Side) -> String { "\(verb(side, "take", "bring", "fetch")) \(what(side))" }

    /// Both sides: `Kofi takes over “Football”, …; in return Maya takes over “Bedtime”, …`.
    public func deeds(_ swap: Swap) -> String {
        let back = swap.offered.map { "; in return \(deed($0, by: swap.asker))" } ?? ""
        return deed(swap.wanted, by: swap.asked) + back
    }

    /// `“Football”, Wed 25 Nov 15:30–17:00`; of a series: `“Football” from Wed 25 Nov 15:30–17:00 on`.
    public func what(_ side: Swap.Side) -> String {
        let span = household.zone.words(side.terms.interval)
        return "“\(side.terms.title)”" + (side.isFollowing ? " from \(span) on" : ", \(span)")
    }

    public func name(_ person: ID<Person>) -> String { household.people[person]?.name ?? person.rawValue }

    private func verb(_ side: Swap.Side, _ takes: String, _ brings: String, _ fetches: String) -> String {
        if side.parts.contains(.people) { return "\(takes) over" }
        let ways = side.parts.compactMap { part -> String? in
            switch part {
            case .people: nil
            case .dropOff: "\(brings) to"
            case .pickUp: "\(fetches) from"
            }
        }
        return ways.joined(separator: " and ")
    }
}
