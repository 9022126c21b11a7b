import Household
import ICalendar

/// What a goal may be about, by the file's words.
enum GoalKind: String, CaseIterable {
    case careShare = "care-share"
    case together
    case oneOnOne = "one-on-one"
    case ownTime = "own-time"
}

extension Keys {
    mutating func goal() -> Goal? {
        let id: ID<Goal>? = id(in: "goals")
        let kind: GoalKind? = needed("kind", "care-share, together, one-on-one or own-time", Words.word)
        guard let kind else {
            // Without its kind nobody knows which keys it may have.
            for key in ["person", "child", "between", "weeks", "min"] { _ = tree(key) }
            return nil
        }
        guard let aim = aim(kind), let id else { return nil }
        return Goal(id: id, aim: aim)
    }

    private mutating func aim(_ kind: GoalKind) -> Goal.Aim? {
        switch kind {
        case .careShare: careShare()
        case .together: least().map { .together(min: $0) }
        case .oneOnOne: oneOnOne()
        case .ownTime: ownTime()
        }
    }

    private mutating func careShare() -> Goal.Aim? {
        let person = parent()
        let between = list("between", Words.percent)
        let weeks = value("weeks", Words.count) ?? 4
        guard let between, between.count == 2, between[0] <= between[1] else {
            if !report.isWrong(at: path + ["between"]) {
                note("between", "two shares are needed, the lower first ([40%, 60%])")
            }
            return nil
        }
        return person.map { .careShare(person: $0, percent: between[0]...between[1], weeks: weeks) }
    }

    private mutating func oneOnOne() -> Goal.Aim? {
        let person = parent()
        let child: ID<Person>? = needed("child", "the child of the two", Words.id)
        guard let least = least(), let person, let child else { return nil }
        return .oneOnOne(person: person, child: child, min: least)
    }

    private mutating func ownTime() -> Goal.Aim? {
        let person = parent()
        guard let least = least(), let person else { return nil }
        return .ownTime(person: person, min: least)
    }

    private mutating func parent() -> ID<Person>? {
        needed("person", "the parent whose goal it is", Words.id)
    }

    private mutating func least() -> Int? {
        needed("min", "the least in a week: 4h", Words.duration)
    }
}
