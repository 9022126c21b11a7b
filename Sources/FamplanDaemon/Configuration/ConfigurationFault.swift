import HouseholdFile

/// Why the daemon can't go by what it was told: everything that is wrong, a line for each mistake. Without secrets.
struct ConfigurationFault: Error, CustomStringConvertible {
    /// At most ``most``, and one that says how many more there are.
    let lines: [String]

    static let most = 20
    private static let longestLine = 400

    init(_ description: String) {
        lines = [Self.clean(description)]
    }

    /// - Parameter mistakes: at least one.
    init(_ mistakes: [String], more: Int = 0) {
        let more = more + max(mistakes.count - Self.most, 0)
        lines = mistakes.prefix(Self.most).map(Self.clean) + (more > 0 ? ["and \(more) more"] : [])
    }

    var description: String { lines.joined(separator: "\n") }

    /// On one line that does nothing to a terminal.
    private static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(longestLine).map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: "�"
            default: Character(scalar)
            }
        }
        return String(scalars) + (text.unicodeScalars.count > longestLine ? "…" : "")
    }
}

extension ConfigurationFault {
    /// What is wrong in a file: `famplan.yaml:12: channels › phone › kind: unknown kind “ntfi” (did you mean “ntfy”?)`.
    init(_ error: HouseholdFileError) {
        self.init(error.mistakes.map { $0.line(in: error.name) }, more: error.more)
    }
}
