import FamplanAPI
import Household
import ICalendar

/// What a change of an entry is about.
struct Target {
    let entry: Entry
    /// The original start of the one occurrence that was named.
    let occurrence: CivilDateTime?
    var following = false

    enum Scope {
        case whole
        case one(CivilDateTime)
        case following(CivilDateTime)
    }

    /// An entry without repetition is its only occurrence; from the first occurrence on is all of it.
    func scope() throws -> Scope {
        guard let occurrence else {
            guard !following else {
                throw ErrorBody(.invalid, "“following” needs an occurrence to begin with: \(entry.id)@DATE")
            }
            return .whole
        }
        if following { return occurrence == entry.time.start ? .whole : .following(occurrence) }
        return entry.repetition.isRepeating ? .one(occurrence) : .whole
    }

    /// When what is meant starts now, an override included.
    var currentStart: CivilDateTime {
        guard let occurrence else { return entry.time.start }
        // What begins anew from an occurrence on begins where it did, wherever that one was moved.
        if following { return occurrence }
        return entry.fields(ofOverride: occurrence).start ?? occurrence
    }
}
