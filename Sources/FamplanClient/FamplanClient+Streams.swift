public import FamplanAPI

extension FamplanClient {
    /// The income streams of the household, or one by its id.
    public func streams(_ stream: String? = nil, all: Bool = false) async throws -> Answer<StreamsReport> {
        try await get(.streams, ("stream", stream), ("all", all ? "true" : nil))
    }

    /// Adds an income stream.
    public func addStream(_ request: StreamRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.streams, request)
    }

    /// Changes what is said of an income stream.
    public func editStream(_ request: StreamRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.editStream, request)
    }

    /// Takes an income stream out of the household.
    public func removeStream(_ request: RemoveStreamRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.removeStream, request)
    }
}
