import Household
import ICalendar

/// What a way out takes of a family besides conflicts.
struct Costing {
    private let trial: Trial
    private let situation: Situation

    init(_ trial: Trial, in situation: Situation) {
        (self.trial, self.situation) = (trial, situation)
    }

    var cost: Suggestion.Cost {
        let people = Set(trial.proposal.people)
        return Suggestion.Cost(
            moved: trial.proposal.moved,
            people: situation.household.people.keys.filter(people.contains),
            deadlines: deadlines,
            balance: balance
        )
    }

    private var deadlines: [Suggestion.DeadlineShift] {
        let household = situation.household
        return household.streams.values.flatMap { stream in
            stream.deadlines.compactMap { deadline -> Suggestion.DeadlineShift? in
                let interval = Interval(situation.now, household.zone.instant(of: deadline.due))
                guard let owner = household.people.index(forKey: stream.owner), !interval.isEmpty else { return nil }
                let booked = [situation.plan, trial.after].map {
                    $0.schedule.work(of: owner, on: stream.id, in: interval).seconds(in: interval)
                }
                guard booked[0] != booked[1] else { return nil }
                return Suggestion.DeadlineShift(stream: stream.id, deadline: deadline.id, booked: booked[1] - booked[0])
            }
        }
    }

    /// Of all weeks that are touched, together.
    private var balance: [Suggestion.BalanceShift] {
        guard let first = trial.affected.first, let last = trial.affected.last,
            let span = Interval(first.start, last.end).intersection(situation.plan.reach)
        else { return [] }
        let before = Ledger(situation.plan, over: span).balance(over: span)
        let after = Ledger(trial.after, over: span).balance(over: span)
        return before.people.compactMap { person, old in
            guard let new = after.people[person], new != old else { return nil }
            return Suggestion.BalanceShift(
                person: person,
                care: Int((new.care.seconds - old.care.seconds).rounded()),
                work: new.work + new.admin - old.work - old.admin,
                own: new.own - old.own
            )
        }
    }
}
