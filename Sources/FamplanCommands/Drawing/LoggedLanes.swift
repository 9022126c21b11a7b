internal import FamplanAPI

/// Turns what was really done in a week into bars of one day.
struct LoggedLanes {
    private let rows: LogRows
    private let times: [(item: LoggedItem, time: Stretch)]

    /// - Parameter now: the end of what is running.
    init(_ week: Week, now: String) throws {
        rows = LogRows(names: Names(week.names ?? [:]))
        times = try (week.logged ?? []).map { ($0, try Stretch($0.start, $0.end ?? now)) }
    }

    func lane(of person: PersonItem, on day: Day, scale: DayScale) -> Lane {
        let blocks = times.compactMap { item, time -> Block? in
            guard item.person == person.id, let minutes = time.minutes(on: day), !minutes.isEmpty else { return nil }
            return Block(minutes: minutes, labels: [rows.activity(item)], shape: shape(of: item), isDim: false)
        }
        return Lane(name: "  really", mark: Text(), packing: blocks, scale: scale)
    }

    func hasLogged(_ person: PersonItem) -> Bool { times.contains { $0.item.person == person.id } }

    /// `Maya 12 h 30 min, Kofi 8 h`.
    var totals: String { rows.totals(times.map(\.item)) }

    var isEmpty: Bool { times.isEmpty }

    private func shape(of item: LoggedItem) -> Block.Shape {
        switch item.activity {
        case "work": .work
        case "care": .care
        default: .appointment
        }
    }
}
