public import ICalendar

/// All that is remembered of a feed between two looks at it.
public struct FeedState: Hashable, Codable, Sendable {
    /// Where it is asked for: as it was given, or where permanent redirects led. A secret.
    public var address: String
    /// Validators of the last good answer, as they came.
    public var etag: String?
    public var lastModified: String?
    /// When a whole calendar last came: validators are not believed for ever.
    public var lastWhole: Instant?
    /// ``FeedBody/digest`` of the last good body.
    public var digest: String?
    /// Seconds between two looks that the calendar itself asks for.
    public var published: Int?
    /// When the server last gave, or confirmed, something good.
    public var lastSuccess: Instant?
    /// Since when it has given nothing good.
    public var staleSince: Instant?
    /// The ``staleSince`` of which people were told.
    public var toldSince: Instant?
    /// How often in a row it has given nothing good.
    public var failures = 0
    public var trouble: FeedTrouble?
    /// When to look again; nil: when somebody asks for it.
    public var next: Instant?
    /// When the look that goes on now has begun. What is there at the beginning of another has not come to an end.
    public var begun: Instant?
    /// What the household has from it.
    public var events: [KnownEvent] = []
    /// What was odd about the calendar that was taken last, such as events that were left out.
    public var warnings: [String] = []
    /// A calendar that lacks so much that a second look has to agree.
    public var held: HeldCalendar?

    public init(address: String) {
        self.address = address
    }

    /// What to ask for now. Once a week no validators are sent: a server may be wrong about what has not changed.
    ///
    /// - Throws: where the kept address is none.
    public func request(at now: Instant, allowsPrivate: Bool) throws(FeedAddressError) -> FeedRequest {
        var request = FeedRequest(address: try FeedAddress(address), allowsPrivate: allowsPrivate)
        guard let lastWhole, now - lastWhole < Self.believedFor else { return request }
        (request.etag, request.lastModified) = (etag, lastModified)
        return request
    }

    private static let believedFor = 7 * 86_400
}

/// An event of a feed that the household has.
public struct KnownEvent: Hashable, Codable, Sendable {
    /// Stays the same whatever the feed does with its UIDs.
    public var key: String
    /// The UID, and which part of it, as the feed said last.
    public var uid: String
    /// Start, summary and place: by these it is known again under another UID.
    public var identity: String
    public var first: Instant
    /// When its last occurrence is over; nil: never.
    public var last: Instant?

    public init(key: String, uid: String, identity: String, first: Instant, last: Instant?) {
        self.key = key
        self.uid = uid
        self.identity = identity
        self.first = first
        self.last = last
    }

    /// Whether anything of it is still to come, or under way.
    public func isAhead(of now: Instant) -> Bool { last.map { $0 > now } ?? true }
}

/// A calendar that was not taken at once.
public struct HeldCalendar: Hashable, Codable, Sendable {
    public var since: Instant
    /// The keys of what it lacks, in order.
    public var missing: [String]
    /// Of how many events that are still to come.
    public var of: Int
}

/// Why a feed gives nothing good.
public struct FeedTrouble: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        /// Somebody will have to look at it, or it passes by itself; it is tried again.
        case failing
        /// It is gone for good (410): not tried again.
        case gone
        /// It wants to know who asks (401): not tried again with this address.
        case locked
        /// What came was not taken at once; see ``FeedState/held``.
        case held
    }

    public var kind: Kind
    /// A sentence without a full stop, that names no address.
    public var words: String

    public init(kind: Kind, words: String) {
        self.kind = kind
        self.words = words
    }
}
