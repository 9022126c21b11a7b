extension ZoneDatabase {
    /// The id of a named zone whose clocks agree with `zone` all through the interval, for keeping times of a zone that
    /// only a VTIMEZONE describes; nil if there is none.
    ///
    /// The preferred zones are tried first, then those that stand for the zones of Windows, which have all the rules in
    /// use between them; of several, the one that agrees for the longest time before. Clocks are compared every six
    /// hours, for forty years at the most.
    public func identifier(
        equivalentTo zone: Zone,
        during interval: Interval,
        preferring preferred: [Zone] = []
    ) -> String? {
        let first = interval.start.secondsSinceEpoch
        let last = min(interval.end, interval.start.adding(seconds: 40 * 366 * secondsPerDay)).secondsSinceEpoch
        func agrees(_ other: Zone, at second: Int) -> Bool {
            let instant = Instant(secondsSinceEpoch: second)
            return zone.offset(at: instant) == other.offset(at: instant)
        }
        func agrees(_ other: Zone) -> Bool {
            stride(from: first, through: last, by: 6 * 3600).allSatisfy { agrees(other, at: $0) }
        }
        func history(_ other: Zone) -> Int {
            stride(from: first.addingClamped(-30 * 365 * secondsPerDay), to: first, by: 7 * secondsPerDay)
                .count { agrees(other, at: $0) }
        }
        if let match = preferred.first(where: agrees) { return match.id }
        let candidates = Set(WindowsZones.identifiers.values).sorted().compactMap { try? self.zone($0) }.filter(agrees)
        return candidates.map { ($0.id, history($0)) }.max { $0.1 < $1.1 }?.0
    }
}
