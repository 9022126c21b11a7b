import Foundation
import ICalendar

/// Wall time to instants by Foundation's zones, so that nothing is shared with the code that is tested.
///
/// Instants are whole seconds since 1970 all over the oracle.
struct SlowZone {
    private let zone: TimeZone

    init(_ id: String) {
        guard let zone = TimeZone(identifier: id) else { preconditionFailure("Foundation knows no zone \(id)") }
        self.zone = zone
    }

    /// The instant at which the clock shows `wall`: in a gap by the offset before it, of two the first.
    func instant(_ wall: CivilDateTime) -> Int {
        let naive = wall.date.daysSinceEpoch * 86_400 + wall.time.secondsSinceMidnight
        // Two days either way is past any change that could matter, and short of the one before and after it.
        let before = naive - offset(naive - 2 * 86_400)
        let after = naive - offset(naive + 2 * 86_400)
        let shown = [before, after].filter { $0 + offset($0) == naive }
        return shown.min() ?? before
    }

    /// The local midnight with which the day begins.
    func midnight(_ date: CivilDate) -> Int { instant(CivilDateTime(date, .midnight)) }

    /// What the clock shows.
    func wall(_ instant: Int) -> CivilDateTime {
        CivilDateTime(CivilDate(daysSinceEpoch: 0), .midnight).adding(seconds: instant + offset(instant))
    }

    private func offset(_ instant: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    }
}
