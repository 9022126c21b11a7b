public import Household
public import ICalendar

/// Something that one person is told: as a mail has it, and in short.
public struct Message: Hashable, Codable, Sendable {
    /// Names it for good: what is sent again after a crash has the same, so that the far end can tell.
    ///
    /// Letters, digits, `-` and `.`; made from what is told and to whom.
    public var id: String
    public var kind: Kind
    public var severity: Severity
    /// Who is told.
    public var person: ID<Person>
    /// A mail's subject, a push message's title; one line.
    public var title: String
    /// Plain text, lines of at most 72 columns but where a link is longer.
    public var text: String
    /// The same as a document of its own; nil where the text is all there is.
    public var html: String?
    /// For push: at most some hundred letters, without names of children.
    public var short: String
    /// When there was something to tell.
    public var createdAt: Instant
    /// What the person can do about it, the most urgent first. Text and HTML have a slot for each, which holds its link
    /// when the message is sent.
    public var actions: [Action]

    /// Why it is told.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The day's overview.
        case digest
        /// Conflicts that are new or open again.
        case conflicts
        /// Conflicts that had been told and are gone.
        case resolved
        /// A critical conflict that nobody accepted draws near.
        case escalation
        /// An entry begins soon.
        case reminder
        /// Others changed something in the person's plan.
        case change
        /// The other parent asks for a swap, or it has ended.
        case swap
        /// The daemon itself needs somebody to look after it.
        case service
        /// Somebody tries whether a channel works.
        case test
    }

    /// The title where others may read along, as on a push server: a reminder's own says what it reminds of.
    var discreetTitle: String { kind == .reminder ? "famplan" : title }

    public init(
        id: String,
        kind: Kind,
        severity: Severity,
        person: ID<Person>,
        title: String,
        text: String,
        html: String? = nil,
        short: String,
        createdAt: Instant,
        actions: [Action] = []
    ) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.person = person
        self.title = title
        self.text = text
        self.html = html
        self.short = short
        self.createdAt = createdAt
        self.actions = actions
    }
}

extension Message {
    /// What an older famplan put into the outbox has no actions.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            kind: try container.decode(Kind.self, forKey: .kind),
            severity: try container.decode(Severity.self, forKey: .severity),
            person: try container.decode(ID<Person>.self, forKey: .person),
            title: try container.decode(String.self, forKey: .title),
            text: try container.decode(String.self, forKey: .text),
            html: try container.decodeIfPresent(String.self, forKey: .html),
            short: try container.decode(String.self, forKey: .short),
            createdAt: try container.decode(Instant.self, forKey: .createdAt),
            actions: try container.decodeIfPresent([Action].self, forKey: .actions) ?? []
        )
    }
}
