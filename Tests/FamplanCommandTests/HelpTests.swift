import ArgumentParser
import Testing

@testable import FamplanCommands

/// What every command shows of itself.
@Suite("help")
struct HelpTests {
    /// A command that does something, and how it is called: `famplan swap ask`.
    struct Leaf: Sendable, CustomTestStringConvertible {
        let words: [String]
        let discussion: String
        var testDescription: String { words.joined(separator: " ") }

        /// The lines that can be copied: what is before or behind a pipe or written to a file is another program's.
        var examples: [[String]] {
            discussion.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "|").map { $0.split(separator: " > ")[0] }
                return parts.map { ShellWords(String($0)).words }.first { $0.first == "famplan" }
            }
        }
    }

    static let leaves = leaves(of: RootCommand.self, ["famplan"])

    private static func leaves(of command: any ParsableCommand.Type, _ path: [String]) -> [Leaf] {
        let configuration = command.configuration
        // Those of groups are among them.
        guard configuration.subcommands.isEmpty else {
            return configuration.subcommands.flatMap { leaves(of: $0, path + [$0.configuration.commandName ?? ""]) }
        }
        return [Leaf(words: path, discussion: configuration.discussion)]
    }

    @Test("the whole tree is looked at")
    func tree() {
        #expect(Self.leaves.count > 60)
        #expect(Self.leaves.contains { $0.words == ["famplan", "place", "add"] })
        #expect(Set(Self.leaves.map(\.words)).count == Self.leaves.count)
    }

    @Test("every command has an example of itself, and each that it shows is understood", arguments: leaves)
    func examples(leaf: Leaf) async throws {
        let (words, examples) = (leaf.words, leaf.examples)
        // A default subcommand may be left out.
        let own = examples.filter { $0.starts(with: words) || $0.starts(with: words.dropLast()) }
        #expect(!own.isEmpty, "\(leaf.testDescription) shows no example of itself")
        for example in examples {
            let line = example.joined(separator: " ")
            do {
                let parsed = try await RootCommand.asyncParseAsRoot(Array(example.dropFirst()))
                #expect(parsed is any Command, "\(line) is no command")
            } catch {
                Issue.record("\(line): \(RootCommand.message(for: error))")
            }
        }
    }
}

/// A line as a shell splits it: blanks between, quotes around.
struct ShellWords {
    private(set) var words: [String] = []

    init(_ line: String) {
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
    }
}
