import GRDB

extension Store {
    /// Writes a copy of the database as it is at one moment, checks it, and has it reach the disk. Whoever reads or writes
    /// meanwhile does not wait for it.
    ///
    /// - Parameter path: a file that is not there yet. Where this fails, nothing is there.
    @discardableResult
    public func copy(to path: String) throws(StoreError) -> DatabaseCopy.Contents {
        let copy = DatabaseCopy(path: path)
        do {
            try copy.create()
        } catch {
            throw StoreError(cannot: "make the copy \(path)", error)
        }
        do {
            // Not page by page: what was deleted does not come along.
            try connection.readers.read(from: writer, inTransaction: false) {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
            let contents = try copy.check()
            try copy.flush()
            return contents
        } catch {
            copy.remove()
            throw StoreError(cannot: "make the copy \(path)", error)
        }
    }
}
