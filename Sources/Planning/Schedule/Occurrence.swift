public import Household
public import ICalendar

/// One happening of an entry, laid out in instants.
///
/// Small on purpose: what an entry's occurrences share stands once, in ``Traits``.
public struct Occurrence: Hashable, Sendable {
    /// The original start: with the entry, its name.
    public let of: Instant
    public let interval: Interval
    /// Where its ``Traits`` stand in ``Schedule/traits``.
    let traits: Int

    public var start: Instant { interval.start }
    public var end: Instant { interval.end }
}

/// What the occurrences of an entry share; those that an override changed have traits of their own.
public struct Traits: Sendable {
    /// The entry, with what the override says.
    public var entry: Entry { held.value }
    let held: Held<Entry>
    /// The entry as it is shown to whom the schedule is for, where that is somebody who may not know all of it.
    var heldAsShown: Held<Entry>?
    /// The entry as it is shown.
    var shown: Entry { (heldAsShown ?? held).value }
    public let attention: Attention
    public let place: Spot
    /// As it is shown.
    var shownPlace: Spot
    /// Everyone whose occurrence it is, as indices into ``Schedule/people``: its people, and the children it is for.
    let members: [Int]
    /// The adults among its people.
    let adults: [Int]
    /// What it uses, as indices into the household's resources.
    let resources: [Int]
    let isExclusive: Bool
    let isBusy: Bool

    mutating func show(to viewer: Viewer, in household: Household) {
        let whole = household.entries[entry.id] ?? entry
        heldAsShown = Held(entry.seen(by: viewer, of: whole, in: household))
        if whole.isHidden(from: viewer), place != .home { shownPlace = .nowhereKnown }
    }
}

/// Where something happens, as the rules compare it.
public enum Spot: Hashable, Sendable {
    case home
    case place(ID<Place>)
    /// Somewhere other than home, at which nothing else is.
    case nowhereKnown

    /// Whether the two are one place; nowhere known is not even itself.
    func isSame(as other: Spot) -> Bool { self == other && self != .nowhereKnown }
}
