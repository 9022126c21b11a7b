import Household
import ICalendar

/// A child that does not travel alone, to be brought to a place or fetched from it.
struct Handover: Sendable {
    enum End: String, Sendable {
        case bringing, fetching
    }

    let child: Int
    let occurrence: Occurrence
    let end: End
    let place: Spot
    /// When an adult must be there.
    let at: Instant
    /// `m`: the way from home, in seconds.
    let way: Int
    /// Who is to do it, where the entry says.
    let named: Int?
    /// Who can: the one named, or every parent who can where nobody is. Empty: a conflict.
    var carers: [Int] = []
    /// The parents who could do it instead of the one named, who can't.
    var others: [Int] = []

    /// When the child is on the way with the adult.
    var wayInterval: Interval {
        switch end {
        case .bringing: Interval(at.adding(seconds: -way), at)
        case .fetching: Interval(at, at.adding(seconds: way))
        }
    }

    /// `[T - m, T + m)`.
    var interval: Interval { Interval(at.adding(seconds: -way), at.adding(seconds: way)) }
}
