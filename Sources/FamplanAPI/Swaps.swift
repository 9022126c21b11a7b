/// `GET` ``Route/swaps``: what was asked, the latest first.
public struct SwapList: Codable, Sendable {
    public var swaps: [SwapItem]
    /// Names by id of the people, for showing them.
    public var names: [String: String]

    public init(swaps: [SwapItem], names: [String: String] = [:]) {
        self.swaps = swaps
        self.names = names
    }
}

/// One parent asks the other to take something over.
public struct SwapItem: Codable, Sendable, Hashable {
    /// Null in a dry run.
    public var id: Int?
    /// `open`, `accepted`, `declined`, `countered`, `withdrawn`, `expired` or `stale`.
    public var state: String
    public var asker: String
    public var asked: String
    /// What the asked one would take over from the asker.
    public var wanted: SwapSide
    /// What the asker would take over in return.
    public var offered: SwapSide?
    /// Null where it is not for the reader, as its entries are.
    public var reason: String?
    public var askedAt: String
    /// Until when it can be answered.
    public var until: String
    public var settledAt: String?
    /// A person's id, or `admin`; null where time ended it.
    public var settledBy: String?
    /// What was said with the answer, or what had changed.
    public var words: String?
    /// The change of the history that it made.
    public var change: Int?
    /// The change that took that back.
    public var undoneBy: Int?
    /// The swap in whose place this one was offered, and the one that was offered in place of this one.
    public var counters: Int?
    public var counteredBy: Int?

    public init(
        id: Int?,
        state: String,
        asker: String,
        asked: String,
        wanted: SwapSide,
        offered: SwapSide?,
        reason: String?,
        askedAt: String,
        until: String,
        settledAt: String? = nil,
        settledBy: String? = nil,
        words: String? = nil,
        change: Int? = nil,
        undoneBy: Int? = nil,
        counters: Int? = nil,
        counteredBy: Int? = nil
    ) {
        self.id = id
        self.state = state
        self.asker = asker
        self.asked = asked
        self.wanted = wanted
        self.offered = offered
        self.reason = reason
        self.askedAt = askedAt
        self.until = until
        self.settledAt = settledAt
        self.settledBy = settledBy
        self.words = words
        self.change = change
        self.undoneBy = undoneBy
        self.counters = counters
        self.counteredBy = counteredBy
    }
}

/// One thing that would change hands, as it was when it was asked for.
public struct SwapSide: Codable, Sendable, Hashable {
    public var entry: String
    /// What commands call it: `noah-school@2026-11-25`.
    public var name: String
    /// Whether all that follows is meant, too.
    public var following: Bool
    /// What of it changes hands: `people`, `drop-off`, `pick-up`.
    public var parts: [String]
    public var kind: String
    public var title: String
    public var start: String
    public var end: String

    public init(
        entry: String,
        name: String,
        following: Bool,
        parts: [String],
        kind: String,
        title: String,
        start: String,
        end: String
    ) {
        self.entry = entry
        self.name = name
        self.following = following
        self.parts = parts
        self.kind = kind
        self.title = title
        self.start = start
        self.end = end
    }
}

/// One swap, and what it would do as the plan is now, or what it did.
public struct SwapReport: Codable, Sendable {
    public var dryRun: Bool
    public var swap: SwapItem
    /// Of one that is open, or was accepted by this request.
    public var effect: SwapEffectItem?
    /// Why it could not be accepted as things are, a line each.
    public var problems: [String]
    /// What is worth knowing, a line each.
    public var warnings: [String]
    /// The command that asks for the same again, of one that ended without an agreement.
    public var askAgain: String?
    /// Names by id of the people, for showing them.
    public var names: [String: String]

    public init(
        dryRun: Bool,
        swap: SwapItem,
        effect: SwapEffectItem? = nil,
        problems: [String] = [],
        warnings: [String] = [],
        askAgain: String? = nil,
        names: [String: String] = [:]
    ) {
        self.dryRun = dryRun
        self.swap = swap
        self.effect = effect
        self.problems = problems
        self.warnings = warnings
        self.askAgain = askAgain
        self.names = names
    }
}

/// What a swap does to gaps, deadlines and the balance.
public struct SwapEffectItem: Codable, Sendable, Hashable {
    /// Conflicts that were not there before; their ids are null where nothing was written.
    public var created: [ConflictItem]
    /// Conflicts that are gone.
    public var resolved: [ConflictItem]
    /// The deadlines for which it makes a difference.
    public var deadlines: [SwapDeadline]
    /// Each parent's time in the weeks that are counted.
    public var parents: [SwapShift]
    /// The first day of each local week that is counted.
    public var weeks: [String]

    public init(
        created: [ConflictItem],
        resolved: [ConflictItem],
        deadlines: [SwapDeadline],
        parents: [SwapShift],
        weeks: [String]
    ) {
        self.created = created
        self.resolved = resolved
        self.deadlines = deadlines
        self.parents = parents
        self.weeks = weeks
    }
}

/// The time for a deadline, without the swap and with it.
public struct SwapDeadline: Codable, Sendable, Hashable {
    public var stream: String
    public var deadline: String
    public var title: String
    public var due: String
    /// Work that is left, and what of it is booked until then.
    public var remainingMinutes: Int
    public var bookedBefore: Int
    public var bookedAfter: Int
    /// Minutes within the stream's hours in which its owner is free for it.
    public var freeBefore: Int
    public var freeAfter: Int

    public init(
        stream: String,
        deadline: String,
        title: String,
        due: String,
        remainingMinutes: Int,
        bookedBefore: Int,
        bookedAfter: Int,
        freeBefore: Int,
        freeAfter: Int
    ) {
        self.stream = stream
        self.deadline = deadline
        self.title = title
        self.due = due
        self.remainingMinutes = remainingMinutes
        self.bookedBefore = bookedBefore
        self.bookedAfter = bookedAfter
        self.freeBefore = freeBefore
        self.freeAfter = freeAfter
    }
}

/// One parent's time, without the swap and with it. In minutes, shares in per cent of all parents' care.
public struct SwapShift: Codable, Sendable, Hashable {
    public var person: String
    public var careBefore: Int
    public var careAfter: Int
    /// Null where the parents have no care.
    public var shareBefore: Double?
    public var shareAfter: Double?
    public var ownBefore: Int
    public var ownAfter: Int

    public init(
        person: String,
        careBefore: Int,
        careAfter: Int,
        shareBefore: Double?,
        shareAfter: Double?,
        ownBefore: Int,
        ownAfter: Int
    ) {
        self.person = person
        self.careBefore = careBefore
        self.careAfter = careAfter
        self.shareBefore = shareBefore
        self.shareAfter = shareAfter
        self.ownBefore = ownBefore
        self.ownAfter = ownAfter
    }
}
