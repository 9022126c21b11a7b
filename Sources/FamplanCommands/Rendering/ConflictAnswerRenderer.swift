package import FamplanAPI

/// One conflict, after something was said of it.
package struct ConflictAnswerRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<ConflictAnswer>, on page: inout Page) throws {
        let conflict = document.body.conflict
        page.add(Text(conflict.status == "accepted" ? "Accepted:" : "Open again:"))
        try ConflictLines().add(conflict, on: &page)
        guard conflict.status == "accepted", let id = conflict.id else { return }
        page.addGap()
        page.addHint("Take it back", "famplan reopen \(id)")
    }
}
