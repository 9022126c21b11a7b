import FamplanAPI
import ICalendar

/// What a repetition gives, before it is used: the rule's own dates.
struct RecurrenceAnswer {
    let zones: ZoneDatabase

    private static let most = 10_000

    func dates(rule: String?, start: String?, zone: String?, until: String?, limit: String?) throws -> [String] {
        guard let rule, let start, let zone else {
            throw ErrorBody(.invalid, "“dates” needs a rule, a start and a zone")
        }
        guard let wall = CivilDateTime(start) ?? CivilDate(start).map({ CivilDateTime($0, .midnight) }) else {
            throw ErrorBody(.invalid, "start: “\(start)” is not a wall time (try 2026-11-24T09:00)")
        }
        let count = try self.limit(limit ?? "20")
        let last = try until.map(instant)
        do {
            let zone = try zones.zone(zone)
            let rule = try RecurrenceRule(rule)
            var dates: [String] = []
            for date in rule.dates(from: wall, in: zone) {
                let instant = zone.instant(of: date)
                if dates.count == count || last.map({ instant >= $0 }) ?? false { break }
                dates.append(zone.rfc3339(instant))
            }
            return dates
        } catch let error as RecurrenceRuleError {
            throw ErrorBody(.invalid, "\(error)")
        } catch let error as ZoneError {
            throw ErrorBody(.invalid, "zone: \(error)")
        }
    }

    private func limit(_ text: String) throws -> Int {
        if let limit = Int(text), (1...Self.most).contains(limit) { return limit }
        throw ErrorBody(.invalid, "limit: “\(text)” is not a number from 1 to \(Self.most)")
    }

    private func instant(_ text: String) throws -> Instant {
        if let instant = Instant(rfc3339: text) { return instant }
        throw ErrorBody(.invalid, "until: “\(text)” is not an instant (try 2026-12-24T00:00:00Z)")
    }
}
