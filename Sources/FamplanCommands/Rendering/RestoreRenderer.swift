package import FamplanAPI

/// What was restored, and where the one before lies.
package struct RestoreRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<RestoreAnswer>, on page: inout Page) throws {
        let answer = document.body
        page.add(Text("Restored", .bold) + Text(": \(NounCounts(answer.counts).words)"))
        if let last = answer.lastChange {
            page.add(Text("The last change in it is of \(try Moment(last).words)"), indent: 2)
        }
        if answer.notSent > 0 {
            page.add(
                Text("\(counted(answer.notSent, "message")) of then \(answer.notSent == 1 ? "is" : "are") not sent"),
                indent: 2
            )
        }
        if let replaced = answer.replaced { page.add(Text("  What was there before is kept in \(replaced)")) }
        page.addGap()
        page.addHint("See how it is now", "famplan status")
    }
}
