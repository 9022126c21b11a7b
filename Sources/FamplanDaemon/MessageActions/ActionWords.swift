import Household
import ICalendar
import Notifications
import Planning

/// What the pages of links say.
struct ActionWords {
    let household: Household

    func page(_ standing: ActionStanding) -> ActionPage {
        switch standing {
        case .open(let known, let person): open(known, person)
        case .justDone(let known, _):
            ActionPage(
                "Noted",
                subject: subject(known),
                lines: ["You live with it. It stays in view, and is open again when it gets worse."],
                footnote: "To take it back: famplan reopen \(known.id)",
                isDone: true
            )
        case .done(let known, let person, let at): done(known, person, at)
        case .accepted(let known): accepted(known)
        case .resolved(let known):
            ActionPage(
                "Already resolved",
                subject: subject(known),
                lines: ["There is nothing left to live with: the plan has changed since the message was sent."],
                isDone: true
            )
        case .graver(let known):
            ActionPage(
                "It has become worse since",
                subject: subject(known),
                lines: ["The message told of less than this, so nothing was changed. A newer message has a new link."],
                footnote: "Or: famplan accept \(known.id)"
            )
        case .expired(let at):
            ActionPage(
                "This link has run out",
                lines: ["It worked until \(words(at)). Nothing was changed."],
                footnote: "famplan conflicts shows what is open."
            )
        case .unknown: Self.nothing
        }
    }

    /// What says nothing to whoever has no right to know.
    static let nothing = ActionPage(
        "Nothing here",
        lines: ["This link leads nowhere. If it is from a message, it may have been cut off: try it from there again."]
    )

    private func open(_ known: KnownConflict, _ person: Person) -> ActionPage {
        ActionPage(
            "Live with this?",
            subject: subject(known),
            lines: [
                "\(person.name), if you press the button, famplan notes in your name that you know of it and live with it."
            ],
            button: "Yes, live with it",
            footnote: "Nothing is changed before you press it. It stays in view, and is open again when it gets worse."
        )
    }

    private func done(_ known: KnownConflict?, _ person: Person, _ at: Instant) -> ActionPage {
        var lines = ["\(person.name) did this on \(words(at)). Nothing more was to do."]
        if known?.status == .open { lines.append("It is open again by now: a newer message has a new link.") }
        if known?.status == .resolved { lines.append("By now it is resolved.") }
        return ActionPage("Already noted", subject: known.map(subject), lines: lines, isDone: true)
    }

    private func accepted(_ known: KnownConflict) -> ActionPage {
        var lines: [String] = []
        if let acceptance = known.acceptance {
            let who = ID<Person>(acceptance.by).flatMap { household.people[$0]?.name } ?? acceptance.by
            lines = ["\(who) has said so on \(words(acceptance.at)): “\(acceptance.reason)”. Nothing more was to do."]
        }
        return ActionPage("Somebody lives with it already", subject: subject(known), lines: lines, isDone: true)
    }

    private func subject(_ known: KnownConflict) -> ActionPage.Subject {
        let conflict = known.conflict
        let when =
            switch conflict.kind.identity {
            case .subject: "by \(words(conflict.interval.end))"
            case .span: household.zone.wall(of: conflict.interval.start).date.dayAndMonth
            case .occurrences, .stretch: words(conflict.interval.start)
            }
        return ActionPage.Subject(severity: conflict.severity, when: when, sentence: conflict.message)
    }

    /// `Tue 24 Nov 15:30`.
    private func words(_ instant: Instant) -> String {
        let wall = household.zone.wall(of: instant)
        return "\(wall.date.dayAndMonth) \(wall.time)"
    }
}
