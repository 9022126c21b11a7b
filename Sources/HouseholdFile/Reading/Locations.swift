import Household
import ICalendar

/// Where the things of a file stand in it.
struct Locations {
    private var trees: [Item.Noun: [String: Tree]] = [:]

    /// The one that was there already, which stays.
    @discardableResult
    mutating func insert(_ tree: Tree, noun: Item.Noun, id: String) -> Tree? {
        if let first = trees[noun]?[id] { return first }
        trees[noun, default: [:]][id] = tree
        return nil
    }

    /// The way to what the problem is about, and the nearest place on it that stands in the file.
    func place(of problem: Problem) -> (path: [String], mark: Tree.Mark?) {
        let steps = problem.key.steps
        let start = problem.noun == .household ? [problem.noun.section] : [problem.noun.section, problem.id]
        var tree = trees[problem.noun]?[problem.id]
        var mark = tree?.mark
        for step in steps {
            tree = tree?.step(step)
            mark = tree?.mark ?? mark
        }
        if let element = problem.element, case .list(let elements) = tree?.content, elements.indices.contains(element) {
            mark = elements[element].mark ?? mark
        }
        return (start + steps, mark)
    }
}

extension String {
    /// `overrides[2026-11-26T09:00].people` in its steps; dots within brackets are none.
    fileprivate var steps: [String] {
        var steps: [String] = [""]
        var isInBrackets = false
        for character in self {
            if character == "[" || character == "]" { isInBrackets = character == "[" }
            if character == ".", !isInBrackets {
                steps.append("")
            } else {
                steps[steps.count - 1].append(character)
            }
        }
        return steps
    }
}

extension Tree {
    /// The value of a key; `care[1]` is the second of a list, `overrides[2026-11-26]` the last one of that start.
    fileprivate func step(_ step: String) -> Tree? {
        let parts = step.split(separator: "[")
        guard parts.count == 2, let key = parts.first, let name = parts.last?.dropLast() else {
            // A length may stand as an end.
            return self[step] ?? (step == "duration" ? self["end"] : nil)
        }
        guard let list = self[String(key)], case .list(let elements) = list.content else { return nil }
        if let index = Words.number(name) { return elements.indices.contains(index) ? elements[index] : list }
        return elements.last { $0["of"]?.names(start: String(name)) ?? false } ?? list
    }

    private func names(start: String) -> Bool {
        guard case .text(let text, _) = content else { return false }
        if start.hasPrefix(text) { return true }
        return (try? Words.dateTime(text)).map { $0 == (try? Words.dateTime(start)) } ?? false
    }
}
