/// Why a household file, or fields given by a command, cannot be used: everything that is wrong with them.
public struct HouseholdFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the file is called; nil where fields were given without a file.
    public let name: String?
    /// In the order of the file; what has no line comes last. At most ``Report/most``.
    public let mistakes: [Mistake]
    /// How many more there are.
    public let more: Int

    init(name: String?, mistakes: [Mistake], more: Int = 0) {
        self.name = name
        self.mistakes = mistakes
        self.more = more
    }

    /// A line for each mistake: `household.yaml:41: entries › noah-school › dropOff: unknown person “kofy” (did you
    /// mean “kofi”?)`.
    public var description: String {
        var lines = mistakes.map { $0.line(in: name) }
        if more > 0 { lines.append("… and \(more) more") }
        return lines.joined(separator: "\n")
    }
}

/// One thing that is wrong in a household file.
public struct Mistake: Hashable, Sendable {
    /// From 1; nil where the thing does not stand in the file.
    public let line: Int?
    /// From 1, in characters.
    public let column: Int?
    /// The way to it: `["entries", "noah-school", "dropOff"]`; empty for the file as a whole.
    public let steps: [String]
    /// What is wrong, with the value and what would help.
    public let message: String

    /// The way to it in one: `entries.noah-school.dropOff`.
    public var path: String { steps.joined(separator: ".") }

    /// As compilers write it; without a name the field and the message.
    package func line(in name: String?) -> String {
        let place = [name, line.map(String.init)].compactMap(\.self).joined(separator: ":")
        return [place, steps.joined(separator: " › "), message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
