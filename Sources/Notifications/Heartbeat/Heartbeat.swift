/// Calls somebody outside who would notice if no call came any more: healthchecks.io, Uptime Kuma, a script of one's own.
public struct Heartbeat: Sendable {
    private let address: Secret
    private let client: WebClient

    public init(address: Secret, client: WebClient) {
        self.address = address
        self.client = client
    }

    /// Ends within the client's time limit; stops when cancelled.
    ///
    /// - Returns: nil where it was answered with 200 to 299; else why not, without the address.
    public func call() async -> String? {
        switch await client.get(address.value) {
        case .sent: nil
        case .delayed(_, let why), .refused(let why): why
        }
    }
}
