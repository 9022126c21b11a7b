internal import FamplanAPI
internal import FoundationEssentials

/// Tells a failure: to people on the error stream, to programs as a document on the output.
struct FailureReport {
    let failure: Failure
    let look: Look
    /// Whether a terminal shows it, which would break lines within words.
    var wraps = false

    func text() throws -> String {
        var page = Page(look: look)
        // Whole lines in files: they hold paths and commands, and logs are searched for them.
        let message = Text("famplan: \(failure.message)")
        if wraps { page.add(message, indent: 0, hanging: 2) } else { page.add(message) }
        // What the conflicts below say is not said twice.
        let told = Set(failure.created.map(\.message))
        for detail in failure.details where !told.contains(detail) { page.add(Text("  \(detail)")) }
        try ConflictLines().add(AlikeConflicts.groups(of: failure.created), on: &page, indent: 2)
        return page.string
    }

    /// `{"error": {"kind", "message", "details"}}`: the daemon's own where it is the daemon that said no.
    func json() throws -> [UInt8] {
        if let raw = failure.raw { return raw.last == UInt8(ascii: "\n") ? raw.dropLast() : raw }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = Wire.Content(kind: failure.kind.word, message: failure.message, details: failure.details)
        return [UInt8](try encoder.encode(Wire(error: content)))
    }

    private struct Wire: Encodable {
        var error: Content

        struct Content: Encodable {
            var kind: String
            var message: String
            var details: [String]
        }
    }
}
