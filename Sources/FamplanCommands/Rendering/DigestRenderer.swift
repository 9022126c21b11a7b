package import FamplanAPI

/// The digest's plain text, as it is.
package struct DigestRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<DigestReport>, on page: inout Page) throws {
        var lines = document.body.text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        for line in lines { page.add(Text(String(line))) }
    }
}
