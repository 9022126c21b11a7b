import Household
import ICalendar
import Planning

/// Writes logged times for other programs, and for people who are to be shown what was worked.
struct TimesheetWriter {
    let household: Household
    let range: Interval
    /// In order of start; all of them have ended.
    let times: [LoggedTime]

    init(household: Household, range: Interval, times: [LoggedTime]) {
        (self.household, self.range) = (household, range)
        // Notes that were kept before control characters were taken out of them would break what is written.
        self.times = times.map { time in
            var time = time
            time.note = time.note?.onOneLine
            return time
        }
    }

    private var zone: Zone { household.zone }

    func text(_ format: TimeFormat) -> String {
        switch format {
        case .timeclock: times.map(timeclock).joined()
        case .timewarrior: times.map(timewarrior).joined()
        case .timewarriorJSON: json
        case .csv: csv
        case .text: timesheet
        }
    }

    // MARK: timeclock

    /// Programs of the timeclock family take the difference of wall times: where the clock changes in between, it is cut.
    private func timeclock(_ time: LoggedTime) -> String {
        let account = [time.person.rawValue, kind(time), what(time)].joined(separator: ":")
        let note = time.note.map { "  " + $0.replacing(";", with: ",") } ?? ""
        return pieces(time).map { piece in
            "i \(wall(piece.start, offset: zone.offset(at: piece.start))) \(account)\(note)\n"
                // The end of a piece is read by the clock with which it began.
                + "o \(wall(piece.end, offset: zone.offset(at: piece.end.adding(seconds: -1))))\n"
        }.joined()
    }

    private func pieces(_ time: LoggedTime) -> [Interval] {
        let end = time.end ?? time.start
        var (pieces, start): ([Interval], Instant) = ([], time.start)
        while let change = zone.change(after: start, before: end) {
            pieces.append(Interval(start, change))
            start = change
        }
        return pieces + [Interval(start, end)]
    }

    private func wall(_ instant: Instant, offset: Int) -> String {
        let wall = Zone.utc.wall(of: instant.adding(seconds: offset))
        let minutes = abs(offset) / 60
        let sign = offset < 0 ? "-" : "+"
        return "\(wall.date) \(clock(wall.time))\(sign)\(two(minutes / 60))\(two(minutes % 60))"
    }

    private func clock(_ time: CivilTime) -> String {
        let seconds = time.secondsSinceMidnight
        return "\(two(seconds / 3_600)):\(two(seconds % 3_600 / 60)):\(two(seconds % 60))"
    }

    // MARK: Timewarrior

    private func timewarrior(_ time: LoggedTime) -> String {
        let note = time.note.map { " # \(quoted($0))" } ?? ""
        return
            "inc \(compact(time.start)) - \(compact(time.end ?? time.start)) # \(tags(time).joined(separator: " "))\(note)\n"
    }

    private var json: String {
        let lines = times.enumerated().map { index, time in
            let tags = tags(time).map(quoted).joined(separator: ",")
            let note = time.note.map { ",\"annotation\":\(quoted($0))" } ?? ""
            return "{\"id\":\(times.count - index),\"start\":\"\(compact(time.start))\","
                + "\"end\":\"\(compact(time.end ?? time.start))\",\"tags\":[\(tags)]\(note)}"
        }
        return "[\n\(lines.joined(separator: ",\n"))\n]\n"
    }

    private func tags(_ time: LoggedTime) -> [String] {
        let things = time.activity.stream.map { [$0.rawValue] } ?? time.activity.children.map(\.rawValue)
        return [time.person.rawValue, kind(time)] + things
    }

    /// In quotes, as JSON has it and Timewarrior too. There are no control characters in notes.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func compact(_ instant: Instant) -> String {
        let wall = Zone.utc.wall(of: instant)
        return "\(wall.date)T\(clock(wall.time))Z".filter { $0 != "-" && $0 != ":" }
    }

    // MARK: Timesheets

    private var csv: String {
        let head = "date,start,end,hours,person,activity,stream,client,note\r\n"
        return head
            + times.map { time in
                let stream = time.activity.stream
                return [
                    "\(zone.wall(of: time.start).date)", zone.rfc3339(time.start), zone.rfc3339(time.end ?? time.start),
                    hours(seconds(time)),
                    name(time.person), kind(time),
                    stream.map(name) ?? time.activity.children.map(name).joined(separator: ", "),
                    stream.flatMap { household.streams[$0]?.client } ?? "", time.note ?? "",
                ].map(cell).joined(separator: ",") + "\r\n"
            }.joined()
    }

    /// What begins like a formula is none to a spreadsheet.
    private func cell(_ text: String) -> String {
        let plain = text.first.map { "=+-@\t".contains($0) } ?? false ? "'\(text)" : text
        guard plain.contains(where: { ",\"\r\n".contains($0) }) else { return plain }
        return "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }

    /// A block for each stream, with a line for each time and a sum; ready to paste into a mail.
    private var timesheet: String {
        var groups: [(title: String, times: [LoggedTime])] = []
        for time in times {
            let title = title(time)
            if let index = groups.firstIndex(where: { $0.title == title }) {
                groups[index].times.append(time)
            } else {
                groups.append((title, [time]))
            }
        }
        let blocks = groups.map { title, times in
            let sum = times.reduce(0) { $0 + seconds($1) }
            return "\(title)\n\(rangeWords), \(zone.id)\n\n" + times.map(line).joined()
                + "\nTotal  \(clockHours(sum))  (\(hours(sum)) h)\n"
        }
        return blocks.isEmpty ? "Nothing was logged, \(rangeWords).\n" : blocks.joined(separator: "\n\n")
    }

    /// `Tue 24 Nov 2026  09:05–12:20   3:15  offer`.
    private func line(_ time: LoggedTime) -> String {
        let (start, end) = (zone.wall(of: time.start), zone.wall(of: time.end ?? time.start))
        let day = "\(start.date.dayAndMonth) \(start.date.year)"
        let pad = String(repeating: " ", count: max(0, 15 - day.count))
        let next = end.date == start.date ? "" : " (\(end.date.dayAndMonth))"
        let length = clockHours(seconds(time))
        let space = String(repeating: " ", count: max(0, 6 - length.count))
        return "\(day)\(pad)  \(start.time)–\(end.time)\(next)  \(space)\(length)" + (time.note.map { "  \($0)" } ?? "")
            + "\n"
    }

    private func title(_ time: LoggedTime) -> String {
        guard let id = time.activity.stream else {
            return "Care for \(time.activity.children.map(name).joined(separator: ", ")): \(name(time.person))"
        }
        let client = household.streams[id]?.client.map { " for \($0)" } ?? ""
        return "\(name(id))\(client): \(name(time.person))"
    }

    private var rangeWords: String {
        let (first, last) = (zone.wall(of: range.start).date, zone.wall(of: range.end.adding(seconds: -1)).date)
        return "\(first.dayAndMonth) \(first.year) – \(last.dayAndMonth) \(last.year)"
    }

    // MARK: Parts

    private func kind(_ time: LoggedTime) -> String { time.activity.stream == nil ? "care" : "work" }

    private func what(_ time: LoggedTime) -> String {
        time.activity.stream?.rawValue ?? time.activity.children.map(\.rawValue).joined(separator: ",")
    }

    private func name(_ id: ID<Person>) -> String { household.people[id]?.name ?? id.rawValue }
    private func name(_ id: ID<Stream>) -> String { household.streams[id]?.name ?? id.rawValue }
    private func seconds(_ time: LoggedTime) -> Int { (time.end ?? time.start) - time.start }

    /// `3.25`; of seconds no more than a hundredth of an hour is told.
    private func hours(_ seconds: Int) -> String {
        let hundredths = (seconds * 100 + 1_800) / 3_600
        return "\(hundredths / 100).\(two(hundredths % 100))"
    }

    /// `3:15`.
    private func clockHours(_ seconds: Int) -> String {
        let minutes = (seconds + 30) / 60
        return "\(minutes / 60):\(two(minutes % 60))"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Zone {
    /// The first moment in between at which the clock is put forward or back.
    fileprivate func change(after start: Instant, before end: Instant) -> Instant? {
        // Between two changes are weeks at least: looking at each day finds every one.
        var low = start
        while low < end {
            let high = min(low.adding(seconds: 86_400), end)
            // The end itself is no moment of it; a day's end is, and a change at that very second would be seen by nobody.
            let last = high < end ? high : end.adding(seconds: -1)
            if offset(at: low) != offset(at: last) { return change(between: low, last) }
            low = high
        }
        return nil
    }

    /// The first moment with the offset of `high`, which is not that of `low`.
    private func change(between low: Instant, _ high: Instant) -> Instant {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low.adding(seconds: (high - low) / 2)
            if offset(at: middle) == offset(at: low) { low = middle } else { high = middle }
        }
        return high
    }
}
