import Household
import ICalendar

/// Who and what there is, numbered: what the rules look up.
struct SlowRegister {
    let settings: Settings
    let zone: SlowZone
    var people: [Person] = []
    private(set) var parents: [Int] = []
    private(set) var children: [Int] = []
    var entries: [Entry] = []
    var streams: [Stream] = []
    var goals: [Goal] = []
    private var places: [Place] = [.home]
    private var travels: [Travel] = []
    private var personNumbers: [ID<Person>: Int] = [:]
    private var placeNumbers: [ID<Place>: Int] = [Place.home.id: 0]
    private var zones: [String: SlowZone] = [:]

    init(_ household: Household) {
        settings = household.settings
        zone = SlowZone(settings.timeZone)
        for item in household.items { add(item) }
    }

    private mutating func add(_ item: Item) {
        switch item {
        case .place(let place):
            placeNumbers[place.id] = places.count
            places.append(place)
        case .travel(let travel): travels.append(travel)
        case .person(let person):
            personNumbers[person.id] = people.count
            if person.role == .parent { parents.append(people.count) }
            if person.role == .child { children.append(people.count) }
            people.append(person)
        case .stream(let stream): streams.append(stream)
        case .entry(let entry):
            entries.append(entry)
            if case .timed(_, let name?, _) = entry.time, zones[name] == nil { zones[name] = SlowZone(name) }
        case .goal(let goal): goals.append(goal)
        case .settings, .resource: break
        }
    }

    func number(_ person: ID<Person>) -> Int { personNumbers[person]! }

    func number(_ place: ID<Place>) -> Int { placeNumbers[place]! }

    func isAdult(_ person: Int) -> Bool { people[person].role != .child }

    func isParent(_ person: Int) -> Bool { people[person].role == .parent }

    /// All-day entries are days of the household's zone.
    func zone(of entry: Entry) -> SlowZone {
        if case .timed(_, let name?, _) = entry.time { zones[name]! } else { zone }
    }

    /// m(P), in seconds: 0 for home and for nowhere known.
    func margin(_ place: Int) -> Int { SlowPlaces.isNowhere(place) ? 0 : places[place].minutesFromHome * 60 }

    /// travel(P, Q), in seconds: the pair's own where there is one, else through home.
    func travel(_ one: Int, _ other: Int) -> Int {
        if one == other { return 0 }
        return pairTravel(one, other) ?? margin(one) + margin(other)
    }

    private func pairTravel(_ one: Int, _ other: Int) -> Int? {
        guard !SlowPlaces.isNowhere(one), !SlowPlaces.isNowhere(other) else { return nil }
        let ids = [places[one].id, places[other].id]
        let own = travels.first { ids.contains($0.between.first) && ids.contains($0.between.second) }
        return own.map { $0.minutes * 60 }
    }

    /// Its own, else that of the stream of a work entry, else the kind's.
    func attention(of entry: Entry) -> Attention {
        if let own = entry.attention { return own }
        switch entry.kind {
        case .work: return stream(of: entry)?.attention ?? .focus
        case .appointment: return .focus
        case .away: return .call
        case .care, .family, .school: return .free
        }
    }

    func resources(of entry: Entry) -> [String] {
        (entry.resources ?? stream(of: entry)?.resources ?? []).map(\.rawValue)
    }

    private func stream(of entry: Entry) -> Stream? { streams.first { $0.id == entry.stream } }
}
