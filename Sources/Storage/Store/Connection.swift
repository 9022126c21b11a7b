import GRDB
import Synchronization

/// The open database, which another can take the place of.
final class Connection: Sendable {
    private let open: Mutex<any DatabaseWriter>
    let readers = Readers()

    init(_ writer: any DatabaseWriter) {
        open = Mutex(writer)
    }

    /// The one that is open now. Whoever is at work with one that was replaced finds it closed.
    var writer: any DatabaseWriter { open.withLock { $0 } }

    /// Lets nobody at the database while another is put in its place.
    ///
    /// - Parameter opening: gets the one that was open, and gives the one that is to be.
    func replace(_ opening: (any DatabaseWriter) throws -> any DatabaseWriter) throws {
        try readers.whileNobodyReads {
            try open.withLock { $0 = try opening($0) }
        }
    }

    /// Puts one in its place that is open, and closes the one before.
    func adopt(_ other: any DatabaseWriter) {
        readers.whileNobodyReads {
            open.withLock { before in
                try? Store.close(before)
                before = other
            }
        }
    }

    /// Ends all connections; waits for those at work.
    func close() throws {
        try readers.whileNobodyReads { try Store.close(writer) }
    }
}
