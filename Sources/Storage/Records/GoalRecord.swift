import GRDB
import Household

/// A row of `goal`: which columns it has depends on its kind.
struct GoalRecord: Record {
    static let table = Table(
        "goal",
        columns: ["id", "kind", "person", "child", "percent_low", "percent_high", "weeks", "seconds"]
    )

    private let id: ID<Goal>
    private let kind: Kind
    private var person: ID<Person>?
    private var child: ID<Person>?
    private var percentLow: Double?
    private var percentHigh: Double?
    private var weeks: Int?
    private var seconds: Int?

    private enum Kind: String, WordColumnValue {
        case careShare = "care-share"
        case together
        case oneOnOne = "one-on-one"
        case ownTime = "own-time"
    }

    init(_ goal: Goal) {
        id = goal.id
        switch goal.aim {
        case .careShare(let person, let percent, let weeks):
            kind = .careShare
            self.person = person
            (percentLow, percentHigh) = (percent.lowerBound, percent.upperBound)
            self.weeks = weeks
        case .together(let min):
            kind = .together
            seconds = min
        case .oneOnOne(let person, let child, let min):
            kind = .oneOnOne
            (self.person, self.child, seconds) = (person, child, min)
        case .ownTime(let person, let min):
            kind = .ownTime
            (self.person, seconds) = (person, min)
        }
    }

    init(from row: inout RowReader) throws(UnreadableRow) {
        id = try row.next()
        kind = try row.next()
        person = try row.next()
        child = try row.next()
        percentLow = try row.next()
        percentHigh = try row.next()
        weeks = try row.next()
        seconds = try row.next()
        guard aim != nil else { throw row.unreadable }
    }

    var columns: [DatabaseValue] {
        Storage.columns(id, kind, person, child, percentLow, percentHigh, weeks, seconds)
    }

    static func load(_ db: Database) throws -> [Goal] {
        try all(db).compactMap { record in record.aim.map { Goal(id: record.id, aim: $0) } }
    }

    private var aim: Goal.Aim? {
        switch kind {
        case .careShare:
            guard let person, let percentLow, let percentHigh, percentLow <= percentHigh, let weeks else { return nil }
            return .careShare(person: person, percent: percentLow...percentHigh, weeks: weeks)
        case .together:
            return seconds.map { .together(min: $0) }
        case .oneOnOne:
            guard let person, let child, let seconds else { return nil }
            return .oneOnOne(person: person, child: child, min: seconds)
        case .ownTime:
            guard let person, let seconds else { return nil }
            return .ownTime(person: person, min: seconds)
        }
    }
}
