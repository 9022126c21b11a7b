/// What stands above the lanes of a day.
extension Page {
    /// What is drawn, of whom and by which clock.
    mutating func addTitle(_ title: String, household: String, zone: String) {
        add(Text(title, .bold) + Text(" · \(household) · \(zone)", .dim), indent: 0, hanging: 2)
    }

    /// The hours, and where today is, the present.
    mutating func addHeading(of day: Day, now: Moment, scale: DayScale) {
        let isToday = day == now.day
        addHours(Text(day.words, isToday ? [.bold, .cyan] : .bold), scale: scale)
        if isToday { addPresent(now, scale: scale) }
    }

    mutating func addHours(_ name: Text, scale: DayScale) {
        let width = DayScale.labelWidth + 1
        add(name.truncated(to: width - 1).padded(to: width) + Text(scale.axis, .dim))
    }

    /// `today            ▾ 09:40`
    mutating func addPresent(_ now: Moment, scale: DayScale) {
        let sign = Text("today", [.bold, .cyan])
        guard let cell = scale.cell(of: now.minute) else { return add(sign) }
        let time = Text("▾ \(now.clock)", [.bold, .cyan])
        // Late in the evening it stands before its arrow.
        let late = Text("\(now.clock) ▾", [.bold, .cyan])
        let isLate = cell + time.width > scale.cells + 1
        let space = String(repeating: " ", count: isLate ? max(cell - late.width + 1, 0) : cell)
        add(sign.padded(to: DayScale.labelWidth + 1) + Text(space) + (isLate ? late : time))
    }
}
