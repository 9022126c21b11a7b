import Household
import ICalendar

extension SlowEvaluation {
    /// The deadlines, still to come, for which less work is booked than remains. `now` is on a whole minute.
    func deadlines(now: Int) -> [SlowFinding] {
        register.streams.flatMap { stream in
            stream.deadlines.compactMap { finding(of: $0, stream, now: now) }
        }
    }

    private func finding(of deadline: Deadline, _ stream: Stream, now: Int) -> SlowFinding? {
        let due = register.zone.instant(deadline.due)
        guard now < due, stream.archived.map({ due <= register.zone.midnight($0) }) ?? true else { return nil }
        let from = register.zone.wall(now).date
        let to = deadline.due.date.adding(days: 1)
        let world = world(with: from, to: to)
        let owner = register.number(stream.owner)
        let missing = deadline.remaining - world.seconds(world.works(owner, on: stream.id), now, due)
        guard missing > 0 else { return nil }
        let free = world.seconds(world.freeMinutes(of: owner, for: stream, from: from, to: to), now, due)
        var found = world.finding("deadline", owner, free >= missing ? .warning : .critical, now, due)
        found.subject = deadline.id.rawValue
        return found
    }
}

extension SlowWorld {
    /// The minutes within the stream's hours in which the owner has nothing that keeps them, and no child that has
    /// nobody else under rule 4.
    fileprivate func freeMinutes(of owner: Int, for stream: Stream, from: CivilDate, to: CivilDate) -> [Bool] {
        var free = [Bool](repeating: stream.hours.isEmpty, count: minutes.count)
        for window in stream.hours {
            for (start, end) in intervals(of: window, from: from, to: to) {
                for minute in minutes(start, end) { free[minute] = true }
            }
        }
        for occurrence in occurrences where occurrence.people.contains(owner) {
            guard occurrence.isExclusive || [.care, .family].contains(occurrence.kind) else { continue }
            for minute in minutes(occurrence.start, occurrence.end) { free[minute] = false }
        }
        for child in register.children {
            for (minute, cover) in cover(of: child).enumerated() where cover.by == .rule(4) && cover.carers == [owner] {
                free[minute] = false
            }
        }
        return free
    }
}
