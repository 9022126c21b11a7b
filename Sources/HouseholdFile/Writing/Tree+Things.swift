import Household
import ICalendar

/// Settings, places, resources, people, goals as the file has them.
extension Pairs {
    init(_ settings: Settings) {
        add("name", .free(settings.name))
        add("timeZone", .free(settings.timeZone))
        let usual = Settings()
        add("weekStart", settings.weekStart, unless: usual.weekStart) { .word($0.name) }
        add("currency", .free(settings.currency))
        add(settings.exchange)
        add("coverage", .word(settings.coverage.rawValue))
        add("minimumGap", .span(settings.minimumGap))
        add(
            "protected",
            list: settings.protected.map { protected in
                var pairs = Tree.window(protected.window)
                if let label = protected.label { pairs.append(Tree.Pair(key: "label", value: .free(label))) }
                return .map(pairs)
            }
        )
        add(settings.rules)
        if let weights = settings.weights { add(weights) }
    }

    /// All four, so that none depends on what is usual.
    private mutating func add(_ weights: HourWeights) {
        var pairs = Pairs()
        pairs.add("care", .weight(weights.care))
        pairs.add("work", .weight(weights.work))
        pairs.add("admin", .weight(weights.admin))
        pairs.add("own", .weight(weights.own))
        add("weights", map: pairs)
    }

    private mutating func add(_ rules: [ConflictKind: RuleSetting]) {
        var pairs = Pairs()
        for kind in ConflictKind.allCases { pairs.add(kind.rawValue, rules[kind].map { .word($0.rawValue) }) }
        add("rules", map: pairs)
    }

    init(_ place: Place) {
        add("id", .id(place.id))
        add("name", place.name, unless: place.id.rawValue, Tree.free)
        add("minutesFromHome", .word(String(place.minutesFromHome)))
    }

    init(_ travel: Travel) {
        add("between", .ids([travel.between.first, travel.between.second]))
        add("minutes", .word(String(travel.minutes)))
    }

    init(_ resource: Resource) {
        add("id", .id(resource.id))
        add("name", resource.name, unless: resource.id.rawValue, Tree.free)
    }

    init(_ person: Person) {
        add("id", .id(person.id))
        add("name", person.name, unless: person.id.rawValue, Tree.free)
        add("role", .word(person.role.rawValue))
        add("unixUser", person.unixUser.map(Tree.free))
        var work = Pairs()
        work.add("perDay", person.work.perDay.map(Tree.span))
        work.add("perWeek", person.work.perWeek.map(Tree.span))
        work.add("rest", person.work.rest.map(Tree.span))
        add("work", map: work)
        add("born", person.born.map { .word($0.description) })
        add("escort", person.escort, unless: true, Tree.flag)
        add("aloneUpTo", person.aloneUpTo, unless: 0, Tree.span)
        add(
            "care",
            list: person.care.map { care in
                .map(Tree.window(care.window) + [Tree.Pair(key: "level", value: .word(care.level.rawValue))])
            }
        )
        add("helps", list: person.helps.map { .map(Tree.window($0)) })
        add(person.rules)
        add("notify", map: Pairs(person.notify))
    }

    init(_ goal: Goal) {
        add("id", .id(goal.id))
        switch goal.aim {
        case .careShare(let person, let percent, let weeks):
            add("kind", .word(GoalKind.careShare.rawValue))
            add("person", .id(person))
            add("between", .list([.percent(percent.lowerBound), .percent(percent.upperBound)]))
            add("weeks", .word(String(weeks)))
        case .together(let least):
            add("kind", .word(GoalKind.together.rawValue))
            add("min", .span(least))
        case .oneOnOne(let person, let child, let least):
            add("kind", .word(GoalKind.oneOnOne.rawValue))
            add("person", .id(person))
            add("child", .id(child))
            add("min", .span(least))
        case .ownTime(let person, let least):
            add("kind", .word(GoalKind.ownTime.rawValue))
            add("person", .id(person))
            add("min", .span(least))
        }
    }
}
