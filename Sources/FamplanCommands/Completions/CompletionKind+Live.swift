internal import ArgumentParser
internal import FamplanAPI

extension CompletionKind {
    /// Names that the daemon knows of when Tab is pressed.
    static func live(_ kinds: NameKind...) -> CompletionKind {
        .custom { words, _, _ in
            var candidates: [String] = []
            for kind in kinds { candidates += await LiveNames(words: words)?.candidates(kind) ?? [] }
            return candidates
        }
    }

    /// The same, several of them with commas between.
    static func lists(of kind: NameKind) -> CompletionKind {
        .custom { words, index, _ in
            let typed = words.indices.contains(index) ? words[index] : ""
            let before = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
            return await LiveNames(words: words)?.candidates(kind, after: before) ?? []
        }
    }

    /// An entry; once there is an `@`, one of its occurrences.
    static var targets: CompletionKind {
        .custom { words, index, _ in
            let typed = words.indices.contains(index) ? words[index] : ""
            let kind: NameKind = typed.contains("@") ? .occurrence : .entry
            return await LiveNames(words: words)?.candidates(kind) ?? []
        }
    }
}
