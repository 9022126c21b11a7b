import Household
import ICalendar

/// How closely a child needs somebody over time: the strongest of its care windows.
struct CareNeed: Sendable {
    struct Stretch: Sendable {
        var interval: Interval
        let level: CareLevel
    }

    /// In order, without overlap; no care is needed between them.
    let stretches: [Stretch]

    init(_ windows: [CareWindow], in zone: Zone, over window: Interval) {
        let spans = Self.spans(windows, in: zone, over: window)
        let bounds = Set(spans.flatMap { [$0.interval.start, $0.interval.end] }).sorted()
        var underWay = ActiveSet(spans)
        var stretches: [Stretch] = []
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            underWay.advance(to: start)
            guard let level = underWay.active.map(\.element).max() else { continue }
            if let last = stretches.last, last.interval.end == start, last.level == level {
                stretches[stretches.count - 1].interval.end = end
            } else {
                stretches.append(Stretch(interval: Interval(start, end), level: level))
            }
        }
        self.stretches = stretches
    }

    private static func spans(
        _ windows: [CareWindow],
        in zone: Zone,
        over window: Interval
    ) -> [(interval: Interval, element: CareLevel)] {
        let first = zone.wall(of: window.start).date.adding(days: -2)
        let last = zone.wall(of: window.end).date.adding(days: 1)
        var spans: [(interval: Interval, element: CareLevel)] = []
        for day in first.daysSinceEpoch...last.daysSinceEpoch {
            let date = CivilDate(daysSinceEpoch: day)
            for window in windows {
                if let interval = window.window.interval(on: date, in: zone), !interval.isEmpty {
                    spans.append((interval, window.level))
                }
            }
        }
        return spans
    }
}
