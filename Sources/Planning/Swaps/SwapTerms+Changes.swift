public import Household
import ICalendar

extension Swap.Side {
    /// What is not as it was when it was asked for, each as a part of a sentence; nothing where all of it is.
    public func changes(in household: Household) -> [String] {
        guard let entry = household.entries[entry] else { return ["it is not in the plan any more"] }
        guard let now = household.swapTerms(of: entry, at: of, following: isFollowing) else {
            return ["it does not take place any more"]
        }
        return SwapDifferences(terms, now, in: household).words
    }
}

/// What became of an occurrence that somebody was asked to take over.
private struct SwapDifferences {
    let words: [String]

    init(_ before: Swap.Terms, _ now: Swap.Terms, in household: Household) {
        func names(_ people: [ID<Person>]) -> String {
            let names = people.map { household.people[$0]?.name ?? $0.rawValue }
            guard let last = names.last, names.count > 1 else { return names.first ?? "nobody" }
            return "\(names.dropLast().joined(separator: ", ")) and \(last)"
        }
        var words: [String] = []
        if before.interval != now.interval || before.isAllDay != now.isAllDay {
            let zone = household.zone
            words.append("it is on \(zone.words(now.interval)) now, and was on \(zone.words(before.interval))")
        }
        if before.people != now.people {
            words.append("\(names(now.people)) \(now.people.count > 1 ? "are" : "is") on it now")
        }
        if before.children != now.children { words.append("it is for \(names(now.children)) now") }
        if before.dropOff != now.dropOff { words.append("\(names([now.dropOff].compactMap(\.self))) brings now") }
        if before.pickUp != now.pickUp { words.append("\(names([now.pickUp].compactMap(\.self))) fetches now") }
        if before.place != now.place {
            let place = now.place.map { household.place($0)?.name ?? $0.rawValue }
            words.append("it is \(place.map { "at \($0)" } ?? "without its place") now")
        }
        if before.kind != now.kind { words.append("it is \(now.kind.rawValue) now, and was \(before.kind.rawValue)") }
        if before.series != now.series { words.append("other dates of the series were changed") }
        self.words = words
    }
}
