import Household
import ICalendar
import Planning

/// What waits for an answer: the reader's, or the other parent's to what the reader asked.
struct DigestSwaps {
    static let heading = "Waiting for an answer"

    /// One of them, and the command that goes on with it.
    struct Line {
        let sentence: String
        let command: String
    }

    let lines: [Line]

    init(_ swaps: [Swap], for person: ID<Person>, in household: Household) {
        let words = SwapPhrases(household, household.people[person])
        lines = swaps.compactMap { swap in
            let what = words.task(swap.wanted)
            let until = words.moment(swap.until)
            if swap.asked == person {
                let back = swap.offered.map { " In return \(words.deed($0, by: swap.asker))." } ?? ""
                return Line(
                    sentence: "\(words.name(swap.asker)) asks you to \(what), until \(until).\(back)",
                    command: "famplan swap answer \(swap.id) yes"
                )
            }
            guard swap.asker == person else { return nil }
            return Line(
                sentence: "You asked \(words.name(swap.asked)) to \(what); there is time until \(until).",
                command: "famplan swap show \(swap.id)"
            )
        }
    }
}
