public import FamplanAPI

extension FamplanClient {
    /// Makes the household as a household file says.
    public func apply(_ request: ApplyRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.household, request)
    }

    /// Adds an entry.
    public func add(_ request: AddRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.entries, request)
    }

    /// Changes an entry, one of its occurrences, or one and what follows.
    public func edit(_ request: EditRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.edit, request)
    }

    /// Gives an entry or an occurrence another start.
    public func move(_ request: MoveRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.move, request)
    }

    /// Takes out one occurrence.
    public func skip(_ request: RemoveRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.skip, request)
    }

    /// Takes out an entry, an occurrence, or one and what follows.
    public func remove(_ request: RemoveRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.remove, request)
    }

    /// Keeps a child at home.
    public func ill(_ request: IllRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.ill, request)
    }

    /// Takes a change back.
    public func undo(_ request: UndoRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.undo, request)
    }

    /// Takes in an iCalendar file.
    public func importCalendar(_ request: ImportRequest) async throws -> Answer<ImportAnswer> {
        try await post(.calendar, request)
    }

    /// Does what a suggestion says.
    public func take(_ request: TakeRequest) async throws -> Answer<ChangeAnswer> {
        try await post(.suggestions, request)
    }

    /// Asks the other parent to take something over.
    public func ask(_ request: SwapRequest) async throws -> Answer<SwapReport> {
        try await post(.swaps, request)
    }

    /// Says yes or no to what one was asked, or offers something else.
    public func answer(_ request: SwapAnswerRequest) async throws -> Answer<SwapReport> {
        try await post(.answerSwap, request)
    }

    /// Asks for something no longer.
    public func withdraw(_ request: WithdrawSwapRequest) async throws -> Answer<SwapReport> {
        try await post(.withdrawSwap, request)
    }

    /// Lives with a conflict.
    public func accept(_ request: AcceptRequest) async throws -> Answer<ConflictAnswer> {
        try await post(.accept, request)
    }

    /// Follows a calendar.
    public func add(_ request: FeedAddRequest) async throws -> Answer<FeedList> {
        try await post(.feeds, request)
    }

    /// Looks at calendars that are followed now.
    public func refresh(_ request: FeedNameRequest) async throws -> Answer<FeedList> {
        try await post(.refreshFeeds, request)
    }

    /// Follows a calendar no longer.
    public func remove(_ request: FeedNameRequest) async throws -> Answer<FeedList> {
        try await post(.removeFeed, request)
    }

    /// Tries a message again now.
    public func retry(_ request: OutboxRequest) async throws -> Answer<OutboxList> {
        try await post(.retry, request)
    }

    /// Does not send a message.
    public func drop(_ request: OutboxRequest) async throws -> Answer<OutboxList> {
        try await post(.drop, request)
    }

    /// Sends somebody a message to see whether it arrives.
    public func testNotification(_ request: TestNotificationRequest) async throws -> Answer<OutboxList> {
        try await post(.testNotification, request)
    }

    /// Lives with a conflict no longer.
    public func reopen(_ request: ReopenRequest) async throws -> Answer<ConflictAnswer> {
        try await post(.reopen, request)
    }
}
