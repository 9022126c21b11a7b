import HouseholdFile

/// The YAML of a configuration file, read within limits.
///
/// A key that is there twice is noted like any other mistake, and the rest is read all the same.
struct ConfigurationText {
    private static let mostBytes = 1 << 20
    private static let mostDuplicates = 50
    /// Marks a second key so that it is another one. No key of ours has such a character.
    private static let mark: Character = "\u{2063}"

    private let report: Report
    /// What is to be said of each marked key.
    private var duplicates: [String: YAMLError] = [:]

    /// Nil where there is nothing, or nothing that can be read, which is noted.
    static func tree(of text: String, _ report: Report) -> Tree? {
        guard text.utf8.count <= mostBytes else {
            report.note("the file is larger than \(mostBytes >> 20) MiB", at: [], mark: nil)
            return nil
        }
        var reading = ConfigurationText(report: report)
        return reading.tree(of: text)
    }

    private init(report: Report) {
        self.report = report
    }

    private mutating func tree(of text: String) -> Tree? {
        var text = text
        while true {
            do throws(YAMLError) {
                guard let tree = try Tree.parse(text), !tree.isNothing else { return nil }
                return withoutDuplicates(tree, at: [])
            } catch {
                guard duplicates.count < Self.mostDuplicates, let mended = mend(text, error) else {
                    for mistake in Array(duplicates.values) + [error] {
                        report.note(mistake.message, at: [], mark: mistake.mark)
                    }
                    return nil
                }
                text = mended
            }
        }
    }

    /// The text with the second key made another one; nil where that is not what is wrong.
    private mutating func mend(_ text: String, _ error: YAMLError) -> String? {
        guard let key = error.duplicate, !key.isEmpty, let place = error.mark else { return nil }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        guard lines.indices.contains(place.line - 1) else { return nil }
        let line = lines[place.line - 1]
        guard let found = line.dropFirst(place.column - 1).firstRange(of: key) else { return nil }
        let marked = "\(key)\(Self.mark)\(duplicates.count)"
        lines[place.line - 1] = line.replacingCharacters(in: found, with: marked)
        duplicates[marked] = error
        return lines.joined(separator: "\n")
    }

    /// Notes the marked keys where they are, and leaves them out.
    private func withoutDuplicates(_ tree: Tree, at path: [String]) -> Tree {
        var tree = tree
        switch tree.content {
        case .text: break
        case .list(let elements):
            tree.content = .list(elements.map { withoutDuplicates($0, at: path) })
        case .map(let pairs):
            tree.content = .map(
                pairs.compactMap { pair in
                    let key = String(pair.key.prefix { $0 != Self.mark })
                    if let mistake = duplicates[pair.key] {
                        report.note(mistake.message, at: path + [key], mark: mistake.mark)
                        return nil
                    }
                    var pair = pair
                    pair.value = withoutDuplicates(pair.value, at: path + [key])
                    return pair
                }
            )
        }
        return tree
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
