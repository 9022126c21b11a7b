/// Collects what is wrong with a text while it is read, so that all of it can be said at once.
package final class Report {
    /// More than anybody reads.
    static let most = 200

    private var mistakes: [Mistake] = []
    private var more = 0
    /// The ways to what is wrong, and to everything above it.
    private var wrong: Set<[String]> = []

    package init() {}

    package var isEmpty: Bool { mistakes.isEmpty }
    /// Whether what comes now is only counted.
    var isFull: Bool { mistakes.count == Self.most }

    package func note(_ message: String, at path: [String], mark: Tree.Mark?) {
        guard mistakes.count < Self.most else {
            more += 1
            return
        }
        for length in path.indices { wrong.insert(Array(path[...length])) }
        let message = message.utf8.count > 600 ? message.prefix(300) + "…" : message
        mistakes.append(Mistake(line: mark?.line, column: mark?.column, steps: path, message: message))
    }

    /// Whether something is known to be wrong at this place or below it.
    package func isWrong(at path: [String]) -> Bool { wrong.contains(path) }

    /// All of it, in the order of the file.
    package func error(in name: String?) -> HouseholdFileError {
        let sorted = mistakes.enumerated().sorted { one, other in
            let lines = (one.element.line ?? .max, other.element.line ?? .max)
            let columns = (one.element.column ?? 0, other.element.column ?? 0)
            return (lines.0, columns.0, one.offset) < (lines.1, columns.1, other.offset)
        }
        return HouseholdFileError(name: name, mistakes: sorted.map(\.element), more: more)
    }
}

/// What is wrong with a word that was to mean something: the value, and what would help.
package struct Complaint: Error {
    package let message: String

    package init(_ message: String) {
        self.message = message
    }
}
