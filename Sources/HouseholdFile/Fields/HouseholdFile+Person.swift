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
        let report = Report()
        let place = [Item.Noun.person.section, id.rawValue]
        var tree = LaidTree(base.map { Pairs($0).pairs } ?? [Tree.Pair(key: "id", value: .id(id))])
        for (key, values) in fields.sorted(by: { $0.key < $1.key }) { tree.lay(person: key, values, report, place) }
        guard var keys = Keys(tree.tree, at: [], report: report) else { throw report.error(in: nil) }
        let read = keys.person()
        keys.finish()
        guard var person = read, report.isEmpty else { throw report.error(in: nil) }
        if person.id != id {
            report.note("cannot be changed", at: place + ["id"], mark: nil)
            throw report.error(in: nil)
        }
        person.notify.remove(without, report, place)
        person.notify.lay(channels, report, place)
        guard report.isEmpty else { throw report.error(in: nil) }
        var after = household
        after.people[id] = person
        for problem in after.problems(in: [.person(person)]) {
            report.note(problem.message, at: place + problem.key.split(separator: ".").map(String.init), mark: nil)
        }
        guard report.isEmpty else { throw report.error(in: nil) }
        return person
    }
}

extension NotificationSettings {
    fileprivate mutating func remove(_ names: [String], _ report: Report, _ place: [String]) {
        for name in names {
            if !channels.contains(where: { $0.channel == name }) {
                report.note(
                    Spelling.unknown("channel", Words.shortened(name), among: channels.map(\.channel)),
                    at: place + ["no-channel"],
                    mark: nil
                )
            }
            channels.removeAll { $0.channel == name }
        }
    }

    fileprivate mutating func lay(_ texts: [String], _ report: Report, _ place: [String]) {
        for text in texts {
            do throws(Complaint) {
                try ChannelWords(text).lay(over: &channels)
            } catch {
                report.note(error.message, at: place + ["channel"], mark: nil)
            }
        }
    }
}

extension LaidTree {
    /// A person's: the hours of silence are one text.
    fileprivate mutating func lay(person key: String, _ values: [String], _ report: Report, _ place: [String]) {
        guard key == "notify.quiet", let text = values.first else { return lay(key, values) }
        let parts = key.split(separator: ".").map(String.init)
        guard let quiet = Self.hours(text) else {
            let message = "“\(Words.shortened(text))” are no hours of silence (22:00-06:30)"
            return report.note(message, at: place + parts, mark: nil)
        }
        put(quiet, at: parts[...])
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
