import Household
import ICalendar
import Planning

/// A day drawn as SVG: a lane for each child and each parent, hours from left to right.
///
/// As wide as there is room: what lies along the hours is in per cent, so that letters keep their size on a phone.
struct DayPicture {
    let digest: Digest
    let day: DigestDay
    /// Tells the pictures of one document apart.
    let name: String
    let hours: ClosedRange<Int>
    let span: Interval

    static let barHeight = 22
    static let laneGap = 8
    static let nameHeight = 17
    static let top = 20

    /// - Parameter name: tells the pictures of one document apart.
    init(_ digest: Digest, _ day: DigestDay, name: String) {
        let zone = digest.household.zone
        self.digest = digest
        self.day = day
        self.name = name
        hours = day.hours(in: zone)
        span = Interval(
            day.moment(hour: hours.lowerBound, in: zone),
            day.moment(hour: hours.upperBound, in: zone)
        )
    }

    func draw(in markup: inout Markup) {
        let lanes = children + adults
        let height = Self.top + lanes.reduce(0) { $0 + self.height(of: $1) }
        let label =
            "\(digest.words.day(day.date)): who has the children and who works, from \(hours.lowerBound) to \(hours.upperBound) o’clock"
        markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": "100%", "height": "\(height)", "role": "img",
                "aria-label": label,
            ]
        ) { markup in
            defineHatch(in: &markup)
            drawHours(down: height, in: &markup)
            var y = Self.top
            for lane in lanes {
                draw(lane, at: y, in: &markup)
                y += self.height(of: lane)
            }
        }
        markup.breakLine()
    }

    // MARK: Lanes

    private var children: [PictureLane] {
        day.children.map { child, stretches in
            PictureLane(child.name, bars: stretches.compactMap(bar))
        }
    }

    private var adults: [PictureLane] {
        day.adults.map { person, items in
            PictureLane(person.name, bars: items.compactMap { bar($0, of: person) })
        }
    }

    private func bar(_ stretch: CarerStretch) -> PictureBar? {
        guard let interval = stretch.interval.intersection(span), stretch.kind != .none else { return nil }
        let names = stretch.carers.map(digest.words.name)
        let fill = stretch.carers.count == 1 ? color(of: stretch.carers[0]) : "both"
        switch stretch.kind {
        case .gap: return PictureBar(interval, ["!"], fill: .gap)
        case .acceptedGap, .alone:
            return PictureBar(interval, [digest.words.carers(stretch), "–"], fill: .plain("alone", text: "onalone"))
        case .school:
            return PictureBar(interval, [stretch.title ?? "school"], fill: .plain("school", text: "onschool"))
        case .way: return PictureBar(interval, [], fill: .plain("\(fill) soft", text: "on"))
        case .none, .together, .either:
            let joint = stretch.kind == .either ? " / " : " + "
            let initials = names.map { String($0.prefix(1)) }.joined(separator: joint)
            return PictureBar(interval, [names.joined(separator: joint), initials], fill: .plain(fill, text: "on"))
        }
    }

    private func bar(_ item: DayItem, of person: Person) -> PictureBar? {
        guard let interval = item.interval.intersection(span), !interval.isEmpty else { return nil }
        let isSoft = item.attention < .focus || !item.isHard
        let fill = color(of: person.id) + (isSoft ? " soft" : "")
        return PictureBar(interval, [item.title], fill: .plain(fill, text: isSoft ? "onsoft" : "on"))
    }

    /// Each adult has a colour, by their place in the household.
    private func color(of person: ID<Person>) -> String {
        let adults = digest.household.people.values.filter(\.isAdult)
        return "p\((adults.firstIndex { $0.id == person } ?? 0) % 5)"
    }
}
