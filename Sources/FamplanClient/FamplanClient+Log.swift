public import FamplanAPI

/// What was really done.
extension FamplanClient {
    /// What shares some time with `[from, to)`: of one person, of one stream.
    public func log(
        from: String? = nil,
        to: String? = nil,
        who: String? = nil,
        stream: String? = nil
    ) async throws -> Answer<TimeLog> {
        try await get(.log, ("from", from), ("to", to), ("who", who), ("stream", stream))
    }

    /// Begins to log.
    public func start(_ request: StartRequest) async throws -> Answer<LogAnswer> {
        try await post(.start, request)
    }

    /// Ends what runs.
    public func stop(_ request: StopRequest) async throws -> Answer<LogAnswer> {
        try await post(.stop, request)
    }

    /// Logs what is over.
    public func addTime(_ request: LogAddRequest) async throws -> Answer<LogAnswer> {
        try await post(.log, request)
    }

    /// Changes what was logged.
    public func editTime(_ request: LogEditRequest) async throws -> Answer<LogAnswer> {
        try await post(.editLog, request)
    }

    /// What was logged, as a timesheet or for another program.
    public func logText(
        format: String? = nil,
        from: String? = nil,
        to: String? = nil,
        who: String? = nil,
        stream: String? = nil,
        client: String? = nil
    ) async throws -> Answer<LogText> {
        try await get(
            .exportLog,
            ("format", format),
            ("from", from),
            ("to", to),
            ("who", who),
            ("stream", stream),
            ("client", client)
        )
    }

    /// Takes over what another program wrote down.
    public func importLog(_ request: LogImportRequest) async throws -> Answer<LogImportAnswer> {
        try await post(.importLog, request)
    }

    /// Takes out what was logged.
    public func removeTime(_ request: LogRemoveRequest) async throws -> Answer<LogAnswer> {
        try await post(.removeLog, request)
    }
}
