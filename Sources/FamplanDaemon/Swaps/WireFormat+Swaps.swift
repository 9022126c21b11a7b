import FamplanAPI
import Household
import ICalendar
import Planning

extension WireFormat {
    func side(_ side: Swap.Side, named name: String) -> SwapSide {
        SwapSide(
            entry: side.entry.rawValue,
            name: name,
            following: side.isFollowing,
            parts: side.parts.map(\.rawValue),
            kind: side.terms.kind.rawValue,
            title: side.terms.title,
            start: time(side.terms.start),
            end: time(side.terms.end)
        )
    }

    func effect(_ effect: SwapEffect, _ answer: ChangeAnswer) -> SwapEffectItem {
        SwapEffectItem(
            created: answer.created,
            resolved: answer.resolved,
            deadlines: effect.deadlines.map(deadline),
            parents: effect.parents.map(shift),
            weeks: effect.weeks.map { "\(household.zone.wall(of: $0.start).date)" }
        )
    }

    private func deadline(_ shift: SwapEffect.DeadlineShift) -> SwapDeadline {
        let (before, after) = (shift.before, shift.after)
        return SwapDeadline(
            stream: before.stream.id.rawValue,
            deadline: before.deadline.id.rawValue,
            title: before.deadline.title,
            due: time(before.interval.end),
            remainingMinutes: before.deadline.remaining / 60,
            bookedBefore: before.booked / 60,
            bookedAfter: after.booked / 60,
            freeBefore: before.free / 60,
            freeAfter: after.free / 60
        )
    }

    private func shift(_ shift: SwapEffect.Shift) -> SwapShift {
        SwapShift(
            person: shift.person.rawValue,
            careBefore: Int((shift.before.care.seconds / 60).rounded()),
            careAfter: Int((shift.after.care.seconds / 60).rounded()),
            shareBefore: shift.shareBefore.map { Double($0) / 10 },
            shareAfter: shift.shareAfter.map { Double($0) / 10 },
            ownBefore: shift.before.own / 60,
            ownAfter: shift.after.own / 60
        )
    }
}
