internal import FamplanAPI

/// What is valued, and what is told.
extension Questions {
    mutating func goals(_ household: inout NewHousehold) async throws {
        interview.begin("What you value")
        let other = household.parents[1].name
        household.careShare = try await interview.ask(
            "care",
            "Which share of the care for \(other), in percent? (40-60; Enter: no goal)",
            label: "\(other)’s share of the care"
        ) { try Answers.share($0) }
        household.together = try await interview.ask(
            "together",
            "How many hours a week all together? (10; Enter: no goal)",
            label: "Hours a week together"
        ) { try Answers.hours($0)?.min }
    }

    mutating func told(_ household: inout NewHousehold) async throws {
        interview.begin(
            "Being told",
            channels.isEmpty
                ? """
                No channel is configured, so famplan can send nothing yet. A line in famplan.yaml is enough, such as \
                channels: { phone: { kind: ntfy } }, and then: famplan person edit \(household.parents[0].id) --channel phone \
                (docs/notifications.md).
                """ : ""
        )
        for index in household.parents.indices {
            let (name, key) = (household.parents[index].name, "parent\(index + 1)")
            if !channels.isEmpty { household.parents[index].channels = try await channels(of: name, key) }
            household.parents[index].digest = try await interview.ask(
                "\(key).digest",
                "When should \(name) get the day’s overview? (06:45; Enter: never)",
                label: "\(name)’s overview at",
                shown: { $0 }
            ) { try Answers.time($0) }
        }
    }

    private mutating func channels(of name: String, _ key: String) async throws -> [NewHousehold.Channel] {
        let names = channels.map(\.name)
        let chosen = try await interview.ask(
            "\(key).channels",
            "How should \(name) be told: \(names.joined(separator: ", "))? (Enter: not at all)",
            label: "\(name) is told by"
        ) { try Answers.channels($0, names) }
        var result: [NewHousehold.Channel] = []
        for name in chosen { result.append(try await channel(name, key)) }
        return result
    }

    private mutating func channel(_ channel: String, _ key: String) async throws -> NewHousehold.Channel {
        var result = NewHousehold.Channel(name: channel)
        switch channels.first(where: { $0.name == channel })?.address {
        case "mail":
            result.address = try await interview.ask(
                "\(key).channel.\(channel)",
                "  At which address of mail?",
                label: "  \(channel)"
            ) { try Answers.mailAddress($0) }
        case "topic":
            result.secret = try await interview.ask(
                "\(key).channel.\(channel)",
                "  Which topic? (who knows it reads along: one nobody guesses)",
                label: "  \(channel), topic"
            ) { try Answers.name($0) }
        default: break
        }
        return result
    }
}
