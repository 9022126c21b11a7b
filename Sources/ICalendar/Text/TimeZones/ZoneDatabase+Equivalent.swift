extension ZoneDatabase {
    /// The id of a named zone whose clocks agree with `zone` all through the interval, for keeping times of a zone that
    /// only a VTIMEZONE describes; nil if there is none.
    ///
    /// The preferred zones are tried first, then those that stand for the zones of Windows, which are one for every
    /// set of rules in use. Clocks are compared every six hours.
    public func identifier(equivalentTo zone: Zone, during interval: Interval, preferring preferred: [Zone] = []) -> String? {
        let step = 6 * 3600
        let last = min(interval.end, interval.start.adding(seconds: 40 * 366 * secondsPerDay))
        func agrees(_ other: Zone) -> Bool {
            stride(from: interval.start.secondsSinceEpoch, through: last.secondsSinceEpoch, by: step).allSatisfy { second in
                let instant = Instant(secondsSinceEpoch: second)
                return zone.offset(at: instant) == other.offset(at: instant)
            }
        }
        if let match = preferred.first(where: agrees) { return match.id }
        return Set(WindowsZones.identifiers.values).sorted().first { id in
            (try? self.zone(id)).map(agrees) ?? false
        }
    }
}
