import Household

extension SlowWorld {
    /// For each occurrence of a person, those that start next, where the way to them is longer than the time.
    func tightTravels() -> [SlowFinding] {
        register.people.indices.flatMap { person -> [SlowFinding] in
            let known = occurrences.filter { $0.people.contains(person) && !SlowPlaces.isNowhere($0.place) }
            return known.flatMap { one -> [SlowFinding] in
                // None begins at or after its own end: an occurrence lasts longer than no time.
                let later = known.filter { $0.start >= one.end }
                let soonest = later.map(\.start).min()
                return later.filter { $0.start == soonest && isTight(one, $0) }.map { next in
                    finding("tight-travel", person, .warning, one.end, next.start, names(one, next))
                }
            }
        }
    }

    private func isTight(_ one: SlowOccurrence, _ next: SlowOccurrence) -> Bool {
        one.place != next.place && next.start - one.end < register.travel(one.place, next.place)
    }
}
