import ICalendar

/// What is under way at a moment that only moves forward: the heart of every sweep.
///
/// Going once over n spans costs n log n for the sorting and then n times the number under way at once.
struct ActiveSet<Element> {
    private let spans: [(interval: Interval, element: Element)]
    private var next = 0
    private(set) var active: [(interval: Interval, element: Element)] = []

    /// Spans in any order; empty ones are never under way.
    init(_ spans: [(interval: Interval, element: Element)]) {
        self.spans = spans.sorted { $0.interval.start < $1.interval.start }
    }

    /// Moves to `moment`, which is not before the last.
    mutating func advance(to moment: Instant) {
        active.removeAll { $0.interval.end <= moment }
        while next < spans.count, spans[next].interval.start <= moment {
            if spans[next].interval.end > moment { active.append(spans[next]) }
            next += 1
        }
    }
}
