/// `POST` ``Route/swaps``: ask the other parent to take something over.
public struct SwapRequest: Codable, Sendable {
    /// `ama-wednesday@2026-11-25`; a series without a day is meant from its next occurrence on.
    public var target: String
    /// Who is asked: a parent's id.
    public var to: String
    /// What is taken over in return, named the same way.
    public var offer: String?
    /// What of the target is meant: `people`, `drop-off`, `pick-up`; all of one's own where nothing is named.
    public var parts: [String]
    public var reason: String
    /// `thu 18:00`, `fri`, `18:00`: until when it can be answered; nil: until the first of both begins.
    public var by: String?
    public var options: ChangeOptions

    public init(
        target: String,
        to: String,
        offer: String? = nil,
        parts: [String] = [],
        reason: String,
        by: String? = nil,
        options: ChangeOptions
    ) {
        self.target = target
        self.to = to
        self.offer = offer
        self.parts = parts
        self.reason = reason
        self.by = by
        self.options = options
    }
}

/// What somebody says who was asked.
public enum SwapAnswer: String, Codable, Sendable, CaseIterable {
    case yes, no
    /// Yes, if the other one takes something over in return.
    case counter
}

/// `POST` ``Route/answerSwap``.
public struct SwapAnswerRequest: Codable, Sendable {
    public var swap: Int
    public var answer: SwapAnswer
    /// With `counter`: what the asker is to take over in return.
    public var offer: String?
    /// What is said with it.
    public var reason: String?
    /// With `counter`: until when that can be answered.
    public var by: String?
    public var options: ChangeOptions

    public init(
        swap: Int,
        answer: SwapAnswer,
        offer: String? = nil,
        reason: String? = nil,
        by: String? = nil,
        options: ChangeOptions
    ) {
        self.swap = swap
        self.answer = answer
        self.offer = offer
        self.reason = reason
        self.by = by
        self.options = options
    }
}

/// `POST` ``Route/withdrawSwap``.
public struct WithdrawSwapRequest: Codable, Sendable {
    public var swap: Int

    public init(swap: Int) {
        self.swap = swap
    }
}
