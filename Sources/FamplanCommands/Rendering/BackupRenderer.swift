package import FamplanAPI

/// What a backup holds that was written to a file.
package struct BackupRenderer: Renderer {
    private let name: String

    package init(name: String) {
        self.name = name
    }

    package func render(_ document: Document<BackupContents>, on page: inout Page) throws {
        let backup = document.body
        page.add(Text("Backup in ") + Text(name, .bold) + Text(": \(sizeWords(backup.bytes)), checked"))
        page.add(Text(NounCounts(backup.counts).words), indent: 2)
        page.add(Text("\(try Moment(document.now).words), \(backup.schemaVersion)", .dim), indent: 2)
    }
}

/// `132 KiB`: rounded up, so that nothing has no size.
func sizeWords(_ bytes: Int) -> String {
    for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where bytes >= size {
        return "\((bytes + size - 1) / size) \(unit)"
    }
    return counted(bytes, "byte")
}
