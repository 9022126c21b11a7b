/// How a change is to be made.
public struct ChangeOptions: Codable, Sendable, Hashable {
    /// Say what it would do; write nothing.
    public var dryRun: Bool
    /// Refuse it where it creates a conflict.
    public var strict: Bool

    public init(dryRun: Bool = false, strict: Bool = false) {
        self.dryRun = dryRun
        self.strict = strict
    }
}

/// Fields of an entry by the names of the household file, each with what was written: `start`: `2026-11-24T14:00`.
/// A list is several values; an empty list takes the field away.
public typealias EntryFields = [String: [String]]

/// `POST` ``Route/entries``.
public struct AddRequest: Codable, Sendable {
    /// Nil: made from the title.
    public var id: String?
    /// What it is in words: `Dentist fri 15:00 @noah`. The fields say more, and are right where the two differ.
    public var phrase: String?
    public var fields: EntryFields
    public var options: ChangeOptions

    public init(id: String?, phrase: String? = nil, fields: EntryFields, options: ChangeOptions) {
        self.id = id
        self.phrase = phrase
        self.fields = fields
        self.options = options
    }
}

/// What a change of an entry is about: `ID`, `ID@DATE`, `ID@DATE` and what follows.
public struct EntryTarget: Codable, Sendable, Hashable {
    /// `noah-school`, `noah-school@2026-11-25`, `noah-school@2026-11-25T08:15`.
    public var name: String
    /// From that occurrence on.
    public var following: Bool

    public init(name: String, following: Bool = false) {
        self.name = name
        self.following = following
    }
}

/// `POST` ``Route/edit``.
public struct EditRequest: Codable, Sendable {
    public var target: EntryTarget
    public var fields: EntryFields
    public var options: ChangeOptions

    public init(target: EntryTarget, fields: EntryFields, options: ChangeOptions) {
        self.target = target
        self.fields = fields
        self.options = options
    }
}

/// `POST` ``Route/move``.
public struct MoveRequest: Codable, Sendable {
    public var target: EntryTarget
    /// `2026-11-26T13:00`, `fri 15:00`, `tomorrow`, `15:00`.
    public var when: String
    public var options: ChangeOptions

    public init(target: EntryTarget, when: String, options: ChangeOptions) {
        self.target = target
        self.when = when
        self.options = options
    }
}

/// `POST` ``Route/skip`` and ``Route/remove``.
public struct RemoveRequest: Codable, Sendable {
    public var target: EntryTarget
    public var options: ChangeOptions

    public init(target: EntryTarget, options: ChangeOptions) {
        self.target = target
        self.options = options
    }
}

/// `POST` ``Route/household``.
public struct ApplyRequest: Codable, Sendable {
    /// The household file.
    public var text: String
    /// What the file is called, for messages.
    public var name: String
    /// Remove what the file does not name.
    public var prune: Bool
    /// Take the file's side where a command changed the same thing since.
    public var overwrite: Bool
    public var options: ChangeOptions

    public init(text: String, name: String, prune: Bool, overwrite: Bool, options: ChangeOptions) {
        self.text = text
        self.name = name
        self.prune = prune
        self.overwrite = overwrite
        self.options = options
    }
}

/// The answer of `GET` ``Route/household``.
public struct HouseholdText: Codable, Sendable {
    public var text: String

    public init(text: String) {
        self.text = text
    }
}

/// The answer of `GET` ``Route/export``.
public struct CalendarText: Codable, Sendable {
    /// An iCalendar file.
    public var text: String
    /// How many entries are in it.
    public var entries: Int

    public init(text: String, entries: Int) {
        self.text = text
        self.entries = entries
    }
}

/// `POST` ``Route/undo``.
public struct UndoRequest: Codable, Sendable {
    /// Nil: one's own last.
    public var change: Int?
    public var options: ChangeOptions

    public init(change: Int?, options: ChangeOptions) {
        self.change = change
        self.options = options
    }
}

/// `POST` ``Route/calendar``.
public struct ImportRequest: Codable, Sendable {
    /// The iCalendar file, Base64.
    public var base64: String
    public var name: String
    /// What every entry of the file is to be, by the names of the household file (`kind`, `people`, `for`, `stream`,
    /// `attention`, `place`).
    public var fields: EntryFields
    /// Take the file's side where the family changed the same thing since the last import, and bring back what it removed.
    public var overwrite: Bool
    public var options: ChangeOptions

    public init(
        base64: String,
        name: String,
        fields: EntryFields,
        overwrite: Bool = false,
        options: ChangeOptions
    ) {
        self.base64 = base64
        self.name = name
        self.fields = fields
        self.overwrite = overwrite
        self.options = options
    }
}

/// `POST` ``Route/ill``.
public struct IllRequest: Codable, Sendable {
    /// A child's id.
    public var person: String
    /// The last day at home; nil: today.
    public var until: String?
    public var options: ChangeOptions

    public init(person: String, until: String?, options: ChangeOptions) {
        self.person = person
        self.until = until
        self.options = options
    }
}

/// `POST` ``Route/accept``: all of them, or none.
public struct AcceptRequest: Codable, Sendable {
    /// The conflict's.
    public var id: String
    /// Those of other conflicts that are accepted with it; nil: none.
    public var also: [String]?
    public var reason: String
    /// `fri`, `2026-12-01`: open again from then on.
    public var until: String?

    public init(id: String, also: [String]? = nil, reason: String, until: String?) {
        self.id = id
        self.also = also
        self.reason = reason
        self.until = until
    }
}

/// `POST` ``Route/reopen``: all of them, or none.
public struct ReopenRequest: Codable, Sendable {
    /// The conflict's.
    public var id: String
    /// Those of other conflicts that are opened again with it; nil: none.
    public var also: [String]?

    public init(id: String, also: [String]? = nil) {
        self.id = id
        self.also = also
    }
}
