public import Household

extension HouseholdFile {
    /// The household as a file: reading it onto nothing gives the same household.
    ///
    /// Stable: the same household is always the same text, things in their order, keys with their default left out.
    public static func write(_ household: Household) -> String {
        var renderer = Renderer()
        let items = Dictionary(grouping: household.items, by: \.noun)
        for noun in Item.Noun.allCases {
            renderer.section(noun, (items[noun] ?? []).map { Pairs($0, in: household).pairs })
        }
        return renderer.text
    }
}

extension Pairs {
    init(_ item: Item, in household: Household) {
        switch item {
        case .settings(let settings): self.init(settings)
        case .place(let place): self.init(place)
        case .travel(let travel): self.init(travel)
        case .resource(let resource): self.init(resource)
        case .person(let person): self.init(person)
        case .stream(let stream): self.init(stream)
        case .entry(let entry): self.init(entry, length: .end(in: household.zone(of: entry)))
        case .goal(let goal): self.init(goal)
        }
    }
}
