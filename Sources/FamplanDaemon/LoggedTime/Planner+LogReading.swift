import FamplanAPI
import Household
import ICalendar
import Storage

/// What was really done, as it is shown.
extension Planner {
    /// What a viewer is shown of a range: of one person, of one stream.
    func timeLog(_ range: Interval, person: ID<Person>?, stream: ID<Stream>?, for viewer: Viewer) throws -> TimeLog {
        if let stream { try checkStream(stream) }
        let times = try loggedTimes(range, person: person, stream: stream, for: viewer)
        let words = LogWords(household: household, now: clock(), viewer: viewer)
        let wire = WireFormat(household: household)
        return TimeLog(
            from: wire.time(range.start),
            to: wire.time(range.end),
            times: times.map(words.item),
            names: wire.names
        )
    }

    /// Whoever asks for one stream is not told of what is private to others: that it is on that stream is a part of it.
    func loggedTimes(
        _ range: Interval,
        person: ID<Person>?,
        stream: ID<Stream>?,
        for viewer: Viewer
    ) throws -> [LoggedTime] {
        let times = try store.loggedTimes(from: range.start, to: range.end, person: person, stream: stream)
        return stream == nil ? times : times.filter { !$0.isHidden(from: viewer) }
    }

    /// The logged times of some changes that are private to others by now, or were when they were taken out: what is made
    /// private later is so in the history, too.
    func hiddenTimes(in changes: [RecordedChange], from viewer: Viewer) throws -> Set<Int> {
        let numbers = Set(changes.flatMap { $0.logged.map(\.time.id) })
        guard case .parents(let people) = viewer, !numbers.isEmpty else { return [] }
        return try people.reduce(into: []) { $0.formUnion(try store.privateTimes(among: numbers, besides: $1)) }
    }

    /// A stream that is gone is known by what was logged on it.
    func checkStream(_ stream: ID<Stream>) throws {
        guard household.streams[stream] == nil, try !store.hasLogged(stream) else { return }
        let known = household.streams.keys.map(\.rawValue)
        throw ErrorBody(.notFound, Spelling.unknown("stream", stream.rawValue, among: known))
    }

    /// What runs now, as a viewer is shown it; nothing for those who do not plan.
    func runningItems(for viewer: Viewer) throws -> [LoggedItem] {
        guard viewer.plans else { return [] }
        let words = LogWords(household: household, now: clock(), viewer: viewer)
        return try store.runningTimes().map(words.item)
    }
}
