public import FamplanAPI

extension FamplanClient {
    /// The things of one kind, or one by its id.
    ///
    /// - Parameter all: With those that are no more, such as archived streams.
    public func things<Report>(
        _ routes: ThingRoutes,
        _ id: String? = nil,
        all: Bool = false
    ) async throws -> Answer<Report> {
        try await get(routes.all, (routes.noun, id), ("all", all ? "true" : nil))
    }

    /// The people of the household, and what they want to be told.
    public func people() async throws -> Answer<PeopleReport> { try await things(.people) }

    /// Adds a thing of that kind.
    public func add(_ request: some NamesThing, to routes: ThingRoutes) async throws -> Answer<ChangeAnswer> {
        try await post(routes.all, request)
    }

    /// Changes what is said of a thing of that kind.
    public func edit(_ request: some NamesThing, of routes: ThingRoutes) async throws -> Answer<ChangeAnswer> {
        try await post(routes.edit, request)
    }

    /// Takes a thing of that kind out of the household.
    public func remove(_ request: some NamesThing, from routes: ThingRoutes) async throws -> Answer<ChangeAnswer> {
        try await post(routes.remove, request)
    }
}

extension FamplanClient {
    /// What a command line could name.
    public func names(_ kind: NameKind) async throws -> Answer<NamesReport> {
        try await get(.names, ("of", kind.rawValue))
    }
}
