import Household
import ICalendar
import Planning

extension DayPicture {
    func height(of lane: PictureLane) -> Int {
        Self.nameHeight + lane.rows * (Self.barHeight + 2) - 2 + Self.laneGap
    }

    /// The places for gaps are hatched: seen without colour, too.
    func defineHatch(in markup: inout Markup) {
        markup.element("defs") { markup in
            markup.element(
                "pattern",
                [
                    "id": "hatch-\(name)", "width": "7", "height": "7", "patternUnits": "userSpaceOnUse",
                    "patternTransform": "rotate(45)",
                ]
            ) { $0.leaf("line", ["class": "hatch", "x1": "0", "y1": "0", "x2": "0", "y2": "7", "stroke-width": "3"]) }
        }
    }

    func drawHours(down height: Int, in markup: inout Markup) {
        for hour in stride(from: hours.lowerBound, through: hours.upperBound, by: hours.count > 17 ? 4 : 2) {
            let x = percent(day.moment(hour: hour, in: digest.household.zone))
            let anchor = hour == hours.lowerBound ? "start" : hour == hours.upperBound ? "end" : "middle"
            markup.leaf("line", ["class": "tick", "x1": x, "x2": x, "y1": "15", "y2": "\(height - Self.laneGap)"])
            markup.element(
                "text",
                ["class": "hour", "x": x, "y": "10", "text-anchor": anchor],
                text: hour < 10 ? "0\(hour)" : "\(hour)"
            )
        }
    }

    func draw(_ lane: PictureLane, at y: Int, in markup: inout Markup) {
        markup.element("text", ["class": "name", "x": "0", "y": "\(y + 12)"], text: lane.name)
        let top = y + Self.nameHeight
        for row in 0..<lane.rows {
            let y = "\(top + row * (Self.barHeight + 2))"
            markup.leaf(
                "rect",
                ["class": "lane", "x": "0", "y": y, "width": "100%", "height": "\(Self.barHeight)", "rx": "4"]
            )
        }
        drawWarnings(of: lane, at: y + 12, in: &markup)
        for (bar, row) in lane.placed { draw(bar, at: top + row * (Self.barHeight + 2), in: &markup) }
    }

    private func draw(_ bar: PictureBar, at y: Int, in markup: inout Markup) {
        let box: Markup.Attributes = [
            "x": percent(bar.interval.start), "y": "\(y)", "width": share(bar.interval), "height": "\(Self.barHeight)",
        ]
        markup.element("svg", box) { markup in
            drawFill(of: bar, in: &markup)
            // A bar is so wide in a mail program, and so on a phone.
            for (shape, pixels) in [("many", 520), ("few", 330)] {
                guard let label = bar.label(pixels: Double(pixels) * portion(bar.interval)) else { continue }
                markup.element(
                    "text",
                    ["class": "\(shape) \(bar.fill.text)", "x": "50%", "y": "15", "text-anchor": "middle"],
                    text: label
                )
            }
        }
        markup.breakLine()
    }

    /// `nobody` above each gap that has room there: beside the lane's name, and beside one another.
    private func drawWarnings(of lane: PictureLane, at y: Int, in markup: inout Markup) {
        var free = 0.2
        for (bar, _) in lane.placed where bar.fill.isGap {
            let middle = Double(bar.interval.start - span.start + bar.interval.seconds / 2) / Double(span.seconds)
            guard middle >= free, middle <= 0.92 else { continue }
            free = middle + 0.15
            markup.element(
                "text",
                ["class": "nobody", "x": hundredths(middle), "y": "\(y)", "text-anchor": "middle"],
                text: "nobody"
            )
        }
    }

    private func drawFill(of bar: PictureBar, in markup: inout Markup) {
        let all: [(String, String?)] =
            switch bar.fill {
            case .gap: [("gaps", nil), ("", "url(#hatch-\(name))"), ("gapline", nil)]
            case .plain(let color, _): [(color, nil)]
            }
        for (color, paint) in all {
            let style = paint.map { ("fill", $0) } ?? ("class", color)
            let width = color == "gapline" ? "2" : "0"
            markup.addRaw(
                "<rect \(style.0)=\"\(style.1)\" stroke-width=\"\(width)\" width=\"100%\" height=\"\(Self.barHeight)\" rx=\"3\" />"
            )
        }
    }

    private func portion(_ interval: Interval) -> Double { Double(interval.seconds) / Double(max(span.seconds, 1)) }

    private func percent(_ instant: Instant) -> String {
        hundredths(Double(instant - span.start) / Double(span.seconds))
    }

    private func share(_ interval: Interval) -> String { hundredths(portion(interval)) }

    /// `12.5%`, to a hundredth.
    private func hundredths(_ portion: Double) -> String {
        let hundredths = Int((portion * 10_000).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }
}
