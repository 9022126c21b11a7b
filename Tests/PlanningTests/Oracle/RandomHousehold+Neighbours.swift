import Household
import ICalendar

/// Entries that stand as close to another one's handovers as the rules can tell: at the very minute, or one beside it.
extension RandomHousehold {
    /// Adds some to an entry for which children are brought and fetched.
    mutating func addNeighbours(of entry: Entry) {
        let ownChildren = entry.children + entry.people.filter(children.contains)
        guard let place = entry.place, minutes(of: place) > 0, let child = dice.pickAny(ownChildren) else { return }
        guard case .timed(let start, _, let seconds) = entry.time else { return }
        for number in 1...dice.number(1...3) {
            // T, of the bringing or of the fetching.
            let isBringing = dice.chance(50)
            let time = isBringing ? start : start.adding(seconds: seconds)
            let id = ID<Entry>("\(entry.id)-\(number)")!
            var other = Entry(id: id, kind: .school, title: "Beside \(entry.title)", time: entry.time)
            other.repetition = entry.repetition
            switch dice.number(1...4) {
            case 1: stayOn(&other, child, place, at: time, isBringing, length: seconds)
            case 2: takeAlong(&other, child, at: time, margin: isBringing ? 0 : minutes(of: place))
            case 3: keepAway(&other, entry, at: time, isBringing)
            default: callElsewhere(&other, entry, but: child, at: time, isBringing)
            }
            household.put(.entry(other))
        }
    }

    /// Another of the child's at the place: the household's gap away, or with the same start or end.
    private mutating func stayOn(
        _ other: inout Entry,
        _ child: ID<Person>,
        _ place: ID<Place>,
        at time: CivilDateTime,
        _ isBringing: Bool,
        length: Int
    ) {
        (other.people, other.place) = ([child], place)
        other.kind = dice.pick([.school, .appointment])
        let gap = dice.chance(35) ? 0 : household.settings.minimumGap / 60 + nudge()
        let length = dice.pick([length, 1800])
        // Either before T or from T on: with a length that is the same, on the same side, it begins and ends with it.
        let isBefore = dice.chance(70) == isBringing
        set(&other, start: isBefore ? time.adding(seconds: -gap * 60 - length) : time.adding(seconds: gap * 60), length)
    }

    /// Something of the child's with an adult that ends, or begins, at T, or that ends 2m before it when fetching.
    private mutating func takeAlong(_ other: inout Entry, _ child: ID<Person>, at time: CivilDateTime, margin: Int) {
        other.kind = dice.pick([.appointment, .family, .away])
        other.people = [dice.pick(adults), child]
        other.place = dice.chance(40) ? nil : dice.pick(places)
        let length = dice.pick([600, 1200, 3600, 7200])
        let end = time.adding(seconds: (dice.pick([0, -2 * margin, -2 * margin]) + nudge()) * 60)
        set(&other, start: dice.chance(80) ? end.adding(seconds: -length) : time, length)
    }

    /// Something that leaves an adult just the way from there, or to there, or a minute less.
    private mutating func keepAway(_ other: inout Entry, _ entry: Entry, at time: CivilDateTime, _ isBringing: Bool) {
        let named = isBringing ? entry.dropOff : entry.pickUp
        other.kind = dice.pick([.appointment, .appointment, .away, .family])
        other.people = dice.chance(30) ? parents : [named ?? dice.pick(parents)]
        other.place = other.kind == .away || dice.chance(70) ? dice.pick(places) : nil
        let way = (travel(other.place, entry.place) + nudge()) * 60
        let length = dice.pick([1800, 3600])
        set(&other, start: dice.chance(50) ? time.adding(seconds: -way - length) : time.adding(seconds: way), length)
    }

    /// Another child's school at another place, to which the same adult is called.
    private mutating func callElsewhere(
        _ other: inout Entry,
        _ entry: Entry,
        but child: ID<Person>,
        at time: CivilDateTime,
        _ isBringing: Bool
    ) {
        other.people = [dice.pickAny(children.filter { $0 != child }) ?? child]
        other.place = dice.pick(places)
        let named = isBringing ? entry.dropOff : entry.pickUp
        let isBringingThere = dice.chance(50)
        if isBringingThere { other.dropOff = named } else { other.pickUp = named }
        let way = (travel(other.place, entry.place) + nudge()) * 60
        let there = time.adding(seconds: dice.chance(50) ? way : -way)
        let length = dice.pick([3600, 7200])
        set(&other, start: isBringingThere ? there : there.adding(seconds: -length), length)
    }

    private mutating func nudge() -> Int { dice.pick([0, 0, 0, -1, 1, -5, 5]) }

    /// In the other's own zone.
    private func set(_ other: inout Entry, start: CivilDateTime, _ seconds: Int) {
        guard case .timed(_, let zone, _) = other.time else { return }
        other.time = .timed(start: start, zone: zone, seconds: seconds)
    }

    private func minutes(of place: ID<Place>) -> Int { household.place(place)?.minutesFromHome ?? 0 }

    private func travel(_ one: ID<Place>?, _ other: ID<Place>?) -> Int {
        let register = SlowRegister(household)
        let numbers = [one, other].map { register.number($0 ?? Place.home.id) }
        return register.travel(numbers[0], numbers[1]) / 60
    }
}
