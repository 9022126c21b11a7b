import Household
import ICalendar

/// Makes changes of entries such as a family makes: added, removed, moved, given to others, single days skipped.
struct RandomEdits {
    private var dice: Dice
    private var made = 0

    init(seed: UInt64) { dice = Dice(seed: seed) }

    /// One to three changes, each of another entry.
    mutating func next(in household: Household) -> [Change] {
        dice.some(1...3, of: Array(household.entries.values)).map { change(of: $0, in: household) }
    }

    private mutating func change(of entry: Entry, in household: Household) -> Change {
        switch dice.number(1...10) {
        case 1: return Change(removing: .entry(entry))
        case 2, 3:
            made += 1
            var copy = moved(entry)
            copy.id = ID(trusted: "copy-\(made)-\(entry.id)")
            return Change(adding: .entry(copy))
        default:
            return Change(from: .entry(entry), to: .entry(edited(entry, in: household)))
        }
    }

    private mutating func edited(_ entry: Entry, in household: Household) -> Entry {
        switch dice.number(1...8) {
        case 1, 2: return moved(entry)
        case 3: return onOneDay(entry, in: household)
        case 4: return skippingOne(entry, in: household)
        default: break
        }
        var entry = entry
        let people = household.people.values
        switch dice.number(1...6) {
        case 1: entry.people = dice.some(0...2, of: people.map(\.id))
        case 2: entry.place = dice.pickAny([nil, Place.home.id] + household.places.keys.map { $0 }) ?? nil
        case 3: entry.attention = dice.pick(Attention.allCases)
        case 4: entry.busy = dice.pick([nil, true, false])
        case 5: entry.pickUp = dice.pickAny(people.filter(\.isAdult).map(\.id))
        default: (entry.title, entry.tentative) = ("Changed \(entry.title)", !entry.tentative)
        }
        return entry
    }

    private mutating func moved(_ entry: Entry) -> Entry {
        var entry = entry
        let days = dice.pick([0, 0, 0, 1, -1, 7])
        switch entry.time {
        case .timed(let start, let zone, let seconds):
            let minutes = dice.pick([15, -15, 60, -90, 240]) + days * 1_440
            let length = dice.chance(30) ? seconds + 1_800 : seconds
            entry.time = .timed(start: start.adding(seconds: minutes * 60), zone: zone, seconds: length)
        case .allDay(let first, let length):
            entry.time = .allDay(first: first.adding(days: days), days: length)
        }
        return entry
    }

    private mutating func onOneDay(_ entry: Entry, in household: Household) -> Entry {
        guard let start = someStart(of: entry, in: household), !entry.time.isAllDay else { return entry }
        var fields = entry.fields(ofOverride: start)
        fields.start = start.adding(seconds: dice.pick([-3_600, 900, 7_200, 86_400]))
        if dice.chance(40) { fields.people = dice.some(1...2, of: household.people.keys.map { $0 }) }
        return entry.overriding(start, with: fields)
    }

    private mutating func skippingOne(_ entry: Entry, in household: Household) -> Entry {
        someStart(of: entry, in: household).map(entry.skipping) ?? entry
    }

    private mutating func someStart(of entry: Entry, in household: Household) -> CivilDateTime? {
        let start = entry.time.start
        return dice.pickAny(
            household.recurrence(of: entry).starts(from: start, until: start.adding(seconds: 2_000_000))
        )
    }
}
