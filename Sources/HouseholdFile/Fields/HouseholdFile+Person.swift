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
        var tree = PersonTree(base.map { Pairs($0).pairs } ?? [Tree.Pair(key: "id", value: .id(id))])
        for (key, values) in fields.sorted(by: { $0.key < $1.key }) { tree.lay(key, values, report, place) }
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

/// A person's keys, over which fields are laid.
private struct PersonTree {
    private var pairs: [Tree.Pair]
    var tree: Tree { .map(pairs) }

    init(_ pairs: [Tree.Pair]) { self.pairs = pairs }

    mutating func lay(_ key: String, _ values: [String], _ report: Report, _ place: [String]) {
        let parts = key.split(separator: ".").map(String.init)
        if key == "notify.quiet", let text = values.first {
            guard let quiet = Self.hours(text) else {
                let message = "“\(Words.shortened(text))” are no hours of silence (22:00-06:30)"
                return report.note(message, at: place + parts, mark: nil)
            }
            return put(quiet, at: parts[...])
        }
        switch values.count {
        case 0: put(nil, at: parts[...])
        case 1: put(.free(values[0]), at: parts[...])
        default: put(.list(values.map(Tree.free)), at: parts[...])
        }
    }

    private mutating func put(_ value: Tree?, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        let index = pairs.firstIndex { $0.key == key }
        var value = value
        if path.count > 1 {
            var inner = PersonTree(index.flatMap { Self.pairs(of: pairs[$0].value) } ?? [])
            inner.put(value, at: path.dropFirst())
            value = inner.pairs.isEmpty ? nil : inner.tree
        }
        if let index { pairs.remove(at: index) }
        if let value { pairs.insert(Tree.Pair(key: key, value: value), at: index ?? pairs.count) }
    }

    private static func pairs(of tree: Tree) -> [Tree.Pair]? {
        if case .map(let pairs) = tree.content { pairs } else { nil }
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
