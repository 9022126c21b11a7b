/// Where letters wait until a channel has taken them. Survives the process.
public protocol Outbox: Sendable {
    /// What is still to be sent, in the order in which it goes out.
    func pending() async throws -> [OutboxRow]

    /// Keeps what became of a row, if it is still pending there.
    ///
    /// - Returns: whether it was: somebody may have dropped it.
    func keep(_ row: OutboxRow) async throws -> Bool
}
