extension Zone: CustomStringConvertible {
    /// The id.
    public var description: String { id }

    /// The instant as this zone's clock shows it, with the offset: `2026-11-23T08:00:00+01:00`; `Z` only in UTC itself.
    ///
    /// RFC 3339 writes offsets in whole minutes. Where a zone had seconds in its offset (before about 1920) the time is
    /// given at the whole minutes, so that the text still names the same instant.
    public func rfc3339(_ instant: Instant) -> String {
        let minutes = offset(at: instant) / 60
        let wall = CivilDateTime(wallSeconds: instant.secondsSinceEpoch.addingClamped(minutes * 60))
        return String(digits: 25) {
            $0.write(wall.date)
            $0.write("T")
            $0.write(wall.time, alwaysSeconds: true)
            guard id != Zone.utc.id else { return $0.write("Z") }
            $0.write(minutes < 0 ? "-" : "+")
            $0.write(abs(minutes) / 60, width: 2)
            $0.write(":")
            $0.write(abs(minutes) % 60, width: 2)
        }
    }
}
