/// `POST` ``Route/start``.
public struct StartRequest: Codable, Sendable {
    /// A stream (`northwind`), an entry or one of its occurrences (`deep-work@2026-11-24`), `care:noah`; nothing: what is
    /// planned at that moment.
    public var what: [String]
    /// `14:00`, `yesterday 22:00`, an RFC 3339 time; nil: now.
    public var at: String?
    /// Whose; nil: one's own.
    public var person: String?
    public var note: String?
    /// Stop what runs at that moment.
    public var switching: Bool
    public var isPrivate: Bool
    public var dryRun: Bool

    public init(
        what: [String],
        at: String?,
        person: String?,
        note: String?,
        switching: Bool,
        isPrivate: Bool,
        dryRun: Bool
    ) {
        self.what = what
        self.at = at
        self.person = person
        self.note = note
        self.switching = switching
        self.isPrivate = isPrivate
        self.dryRun = dryRun
    }
}

/// `POST` ``Route/stop``.
public struct StopRequest: Codable, Sendable {
    /// Nil: now. A time of day alone is the first after the start.
    public var at: String?
    /// Nil: one's own.
    public var person: String?
    /// Nil: what was said when it was started.
    public var note: String?
    public var dryRun: Bool

    public init(at: String?, person: String?, note: String?, dryRun: Bool) {
        self.at = at
        self.person = person
        self.note = note
        self.dryRun = dryRun
    }
}

/// `POST` ``Route/log``.
public struct LogAddRequest: Codable, Sendable {
    /// A stream (`northwind`), or `care:noah`.
    public var what: [String]
    /// `14:00`, `yesterday 22:00`, an RFC 3339 time.
    public var from: String
    /// A time of day alone is the first after `from`. Either this or `length` is needed.
    public var to: String?
    /// `90m`, `1h30m`.
    public var length: String?
    /// Nil: one's own.
    public var person: String?
    public var note: String?
    public var isPrivate: Bool
    public var dryRun: Bool

    public init(
        what: [String],
        from: String,
        to: String?,
        length: String?,
        person: String?,
        note: String?,
        isPrivate: Bool,
        dryRun: Bool
    ) {
        self.what = what
        self.from = from
        self.to = to
        self.length = length
        self.person = person
        self.note = note
        self.isPrivate = isPrivate
        self.dryRun = dryRun
    }
}

/// `POST` ``Route/editLog``. What is nil stays as it is.
public struct LogEditRequest: Codable, Sendable {
    public var number: Int
    /// Empty: as it is.
    public var what: [String]
    /// A time of day alone is on the day on which it starts.
    public var from: String?
    public var to: String?
    public var length: String?
    /// Empty: none.
    public var note: String?
    public var isPrivate: Bool?
    public var dryRun: Bool

    public init(
        number: Int,
        what: [String],
        from: String?,
        to: String?,
        length: String?,
        note: String?,
        isPrivate: Bool?,
        dryRun: Bool
    ) {
        self.number = number
        self.what = what
        self.from = from
        self.to = to
        self.length = length
        self.note = note
        self.isPrivate = isPrivate
        self.dryRun = dryRun
    }
}

/// `POST` ``Route/removeLog``.
public struct LogRemoveRequest: Codable, Sendable {
    public var number: Int
    public var dryRun: Bool

    public init(number: Int, dryRun: Bool) {
        self.number = number
        self.dryRun = dryRun
    }
}
