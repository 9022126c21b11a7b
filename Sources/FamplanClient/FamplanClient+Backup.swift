public import FamplanAPI
internal import FoundationEssentials
internal import Synchronization

extension FamplanClient {
    /// A copy of the household's database as it is now.
    ///
    /// - Parameter sink: gets it in parts, as it comes.
    /// - Returns: what it holds; every byte has been held against it.
    /// - Throws: ``ClientError``, and what the sink throws. What the sink got is of no use then.
    public func backup(into sink: @escaping BodySink) async throws -> Answer<BackupContents> {
        let seen = Mutex((count: 0, hash: SHA256()))
        let response = try await stream(WireRequest(method: .get, target: Route.backup.rawValue)) { part in
            seen.withLock {
                $0.count += part.count
                $0.hash.update(part)
            }
            try sink(part)
        }
        guard let about = response.about else {
            throw ClientError.unreadable(status: response.status, reason: "it does not say what the backup holds")
        }
        let answer = Answer<BackupContents>(raw: Array(about.utf8))
        let promised = try answer.document().body
        let (count, hash) = seen.withLock { ($0.count, $0.hash.finish()) }
        guard count == promised.bytes, hash == promised.sha256 else {
            throw ClientError.unreadable(status: response.status, reason: "the backup did not arrive as it was sent")
        }
        return answer
    }

    /// Takes a backup back.
    ///
    /// - Parameter backup: the whole file.
    public func restore(_ backup: [UInt8]) async throws -> Answer<RestoreAnswer> {
        try await send(.restore, backup, contentType: "application/vnd.sqlite3")
    }

    /// Has everything looked at that the service stands on.
    public func doctor() async throws -> Answer<DoctorReport> {
        try await get(.doctor)
    }
}
