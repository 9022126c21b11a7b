import FamplanAPI
import Household
import ICalendar
import Storage

/// What was really done, for other programs and for clients.
extension Planner {
    /// The times that begin in a range and are over: of one person, one stream, one client. What is private to others is not
    /// written.
    func exportLog(
        _ range: Interval,
        format: String?,
        person: ID<Person>?,
        stream: ID<Stream>?,
        client: String?,
        for viewer: Viewer
    ) throws -> LogText {
        let format = try self.format(format)
        if let stream { try checkStream(stream) }
        let streams = try client.map(streams)
        let all = try store.loggedTimes(from: range.start, to: range.end, person: person, stream: stream)
        let wanted = all.filter { time in
            let isWanted = streams.map { streams in time.activity.stream.map(streams.contains) ?? false } ?? true
            return isWanted && range.contains(time.start) && !time.isHidden(from: viewer)
        }
        let times = wanted.filter { !$0.isRunning }
        let writer = TimesheetWriter(household: household, range: range, times: times)
        return LogText(text: writer.text(format), times: times.count, running: wanted.count - times.count)
    }

    private func format(_ text: String?) throws -> TimeFormat {
        if let format = TimeFormat(rawValue: text ?? "text") { return format }
        throw ErrorBody(.invalid, Spelling.unknown("format", text ?? "", among: TimeFormat.allCases.map(\.rawValue)))
    }

    /// A client by name, whatever its letters' case.
    private func streams(of client: String) throws -> Set<ID<Stream>> {
        let found = household.streams.values.filter { $0.client?.lowercased() == client.lowercased() }
        if !found.isEmpty { return Set(found.map(\.id)) }
        let known = Set(household.streams.values.compactMap(\.client)).sorted()
        throw ErrorBody(.notFound, Spelling.unknown("client", client, among: known))
    }
}
