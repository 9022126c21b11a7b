package import FamplanAPI

extension PlacesReport: ThingsShown {
    package static var words: ThingsWords {
        ThingsWords(
            none: "There are no places.",
            columns: [10, nil, 14],
            begin: ("Add one", "famplan place add school --minutes 15"),
            show: "famplan place show",
            edit: ("Another way", "famplan place edit", "--minutes 20")
        )
    }

    package var shown: [ShownThing] { places.map(shown) }

    /// Home is as it is.
    package var example: String? { places.first { $0.id != "home" }?.id }

    private func shown(_ place: PlaceItem) -> ShownThing {
        let names = Names(names)
        let isHome = place.id == "home"
        let way = isHome ? nil : Text("\(place.minutesFromHome) min from home")
        let ways = place.travel.map { Text("\($0.minutes) min to \(names[$0.place])") }
        var fields = way.map { [(label: "way", value: $0)] } ?? [(label: "way", value: Text("always there"))]
        if !ways.isEmpty { fields.append(("travel", ways.joined(Text(", ")))) }
        if let users = place.usedBy.words { fields.append(("used by", users)) }
        return ShownThing(
            id: place.id,
            title: Text(place.name, .bold) + Text(" (\(place.id))"),
            cells: [Text(place.name), way ?? Text(), ways.joined(Text(", "))],
            fields: fields
        )
    }
}
