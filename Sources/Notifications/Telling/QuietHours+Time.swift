public import Household
public import ICalendar

extension NotificationSettings.QuietHours {
    /// When the silence ends that there is at a moment; nil: there is none.
    public func end(at instant: Instant, in zone: Zone) -> Instant? {
        let wall = zone.wall(of: instant)
        let isOvernight = to <= from
        let isSilent = isOvernight ? wall.time >= from || wall.time < to : wall.time >= from && wall.time < to
        guard isSilent else { return nil }
        let date = isOvernight && wall.time >= from ? wall.date.adding(days: 1) : wall.date
        let end = to == .endOfDay ? zone.startOfDay(date.adding(days: 1)) : zone.instant(of: CivilDateTime(date, to))
        // An hour that the clocks repeat: the silence ended when it was here first.
        return end > instant ? end : nil
    }
}
