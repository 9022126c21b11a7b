/// A Markdown page, taken apart into what a run of its commands needs to know.
///
/// - a comment `<!-- famplan: key=value … -->` says what the commands below it start from (``PageStart``);
/// - a fence with `file=NAME` (```` ```yaml file=household.yaml ````) is a file in the folder in which they run;
/// - in a ```` ```console ```` fence, a line that begins with `$ ` is a command, and what follows is what it prints; one that ends
///   in `\` goes on. ```` ```console terminal ````: it runs in a terminal, and what is typed there is part of what is shown.
struct MarkdownPage {
    enum Piece: Equatable {
        /// Kept as they are.
        case lines([String])
        case start(PageStart, source: String)
        case file(name: String, text: String, source: [String])
        case console(fence: String, [ShownCommand])
    }

    /// A command, and what the page says that it prints.
    struct ShownCommand: Equatable {
        /// As they stand in the page, with `$ ` before the first.
        var lines: [String]
        var printed: [String] = []

        /// For a shell.
        var text: String { String(lines.joined(separator: "\n").dropFirst(2)) }
    }

    private(set) var pieces: [Piece] = []

    /// - Throws: ``PageFault`` where a comment or a fence can't be read.
    init(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard line.hasPrefix("```") else {
                pieces.append(try Self.piece(line, number: index + 1))
                index += 1
                continue
            }
            guard let end = lines[(index + 1)...].firstIndex(of: "```") else {
                throw PageFault(line: index + 1, "a fence that does not end")
            }
            pieces.append(try Self.fence(Array(lines[index...end]), number: index + 1))
            index = end + 1
        }
    }

    private static func piece(_ line: String, number: Int) throws -> Piece {
        guard line.hasPrefix("<!-- famplan:") else { return .lines([line]) }
        do {
            return .start(try PageStart(comment: line), source: line)
        } catch let fault as PageFault {
            throw PageFault(line: number, fault.message)
        }
    }

    private static func fence(_ lines: [String], number: Int) throws -> Piece {
        let words = lines[0].dropFirst(3).split(separator: " ")
        let inner = lines[1..<(lines.count - 1)]
        if let file = words.first(where: { $0.hasPrefix("file=") }) {
            let name = String(file.dropFirst(5))
            guard !name.isEmpty, !name.contains("/") else {
                throw PageFault(line: number, "“\(name)” is no name of a file")
            }
            return .file(name: name, text: inner.joined(separator: "\n") + "\n", source: lines)
        }
        guard words.first == "console" else { return .lines(lines) }
        guard let first = inner.first, first.hasPrefix("$ ") else {
            throw PageFault(line: number, "a console block that does not begin with a command")
        }
        return .console(fence: lines[0], commands(inner))
    }

    private static func commands(_ lines: ArraySlice<String>) -> [ShownCommand] {
        var commands: [ShownCommand] = []
        var goesOn = false
        for line in lines {
            if line.hasPrefix("$ ") {
                commands.append(ShownCommand(lines: [line]))
            } else if goesOn {
                commands[commands.count - 1].lines.append(line)
            } else {
                commands[commands.count - 1].printed.append(line)
                continue
            }
            goesOn = line.hasSuffix("\\")
        }
        return commands
    }
}

/// Why a page can't be run.
struct PageFault: Error, CustomStringConvertible {
    var line: Int?
    var message: String

    init(line: Int? = nil, _ message: String) {
        (self.line, self.message) = (line, message)
    }

    var description: String { (line.map { "line \($0): " } ?? "") + message }
}
