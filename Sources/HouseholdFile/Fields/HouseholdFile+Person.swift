public import Household
import ICalendar

extension HouseholdFile {
    /// A person made of fields of the household file, laid over one who is there.
    ///
    /// - Parameters:
    ///   - fields: Each key with its values: several for a list, none to take the key away. Keys within others have a dot:
    ///     `notify.digest`, `work.perDay`. `notify.quiet` is one text: `22:00-06:30`.
    ///   - channels: What is to go through which channel: `phone=critical,no-digest`. What is not said stays as it is, or is
    ///     the default of a new one.
    ///   - without: Names of channels to take away.
    ///   - base: The person to edit; nil to add one.
    ///   - household: Whose people there are. The person need not be among them.
    /// - Returns: The person, without problems.
    /// - Throws: Everything that is wrong with the fields, each by its name.
    public static func person(
        id: ID<Person>,
        fields: [String: [String]],
        channels: [String] = [],
        without: [String] = [],
        over base: Person?,
        in household: Household
    ) throws(HouseholdFileError) -> Person {
        try LaidThing(noun: .person, id: id.rawValue, base: base.map { Pairs($0).pairs }, household: household)
            .read(
                fields,
                { $0.person() },
                as: Item.person,
                lay: { tree, key, values, mistakes in tree.lay(person: key, values, mistakes) },
                adjust: { person, mistakes in
                    person.notify.remove(without, mistakes)
                    person.notify.lay(channels, mistakes)
                }
            )
    }
}

extension NotificationSettings {
    fileprivate mutating func remove(_ names: [String], _ mistakes: LaidThing.Mistakes) {
        for name in names {
            if !channels.contains(where: { $0.channel == name }) {
                mistakes.note(
                    Spelling.unknown("channel", Words.shortened(name), among: channels.map(\.channel)),
                    at: "no-channel"
                )
            }
            channels.removeAll { $0.channel == name }
        }
    }

    fileprivate mutating func lay(_ texts: [String], _ mistakes: LaidThing.Mistakes) {
        for text in texts {
            do throws(Complaint) {
                try ChannelWords(text).lay(over: &channels)
            } catch {
                mistakes.note(error.message, at: "channel")
            }
        }
    }
}

extension LaidTree {
    /// A person's: the hours of silence are one text.
    fileprivate mutating func lay(person key: String, _ values: [String], _ mistakes: LaidThing.Mistakes) {
        guard key == "notify.quiet", let text = values.first else { return lay(key, values) }
        guard let quiet = Self.hours(text) else {
            return mistakes.note("“\(Words.shortened(text))” are no hours of silence (22:00-06:30)", at: key)
        }
        put(quiet, at: key.split(separator: ".").map(String.init)[...])
    }

    /// `22:00-06:30`, with a dash of whatever length.
    private static func hours(_ text: String) -> Tree? {
        let parts = text.split(omittingEmptySubsequences: false) { "-–—".contains($0) }
        guard parts.count == 2 else { return nil }
        let words = parts.map { String($0.filter { $0 != " " }) }
        return .map([
            Tree.Pair(key: "from", value: .quoted(words[0])), Tree.Pair(key: "to", value: .quoted(words[1])),
        ])
    }
}
