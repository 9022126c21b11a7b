package import FamplanAPI

/// Conflicts, after something was said of them.
package struct ConflictAnswerRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<ConflictAnswer>, on page: inout Page) throws {
        let conflicts = [document.body.conflict] + document.body.also
        let isAccepted = document.body.conflict.status == "accepted"
        page.add(Text(isAccepted ? "Accepted:" : "Open again:"))
        for conflict in conflicts { try ConflictLines().add(conflict, on: &page) }
        guard isAccepted else { return }
        page.addGap()
        page.addHint("Take it back", "famplan reopen \(conflicts.compactMap(\.id).joined(separator: " "))")
    }
}
