internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan swap`: alone, the list.
struct SwapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swap",
        abstract: "Ask the other parent to take something over, and answer; unanswered means unchanged.",
        subcommands: [
            SwapListCommand.self, SwapShowCommand.self, SwapAskCommand.self, SwapAnswerCommand.self,
            SwapWithdrawCommand.self,
        ],
        defaultSubcommand: SwapListCommand.self
    )
}

/// `famplan swap list`
struct SwapListCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What waits for an answer, the latest first.",
        discussion: """
            famplan swap list
            famplan swap list --all
            """
    )

    @Flag(help: "With those that have ended.")
    var all = false

    @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
    var limit: Int?

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.swaps(all: all, limit: limit), with: SwapListRenderer())
        return .done
    }
}

/// `famplan swap show`
struct SwapShowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One swap: who asked for what and why, and what it would do as things are now.",
        discussion: "famplan swap show 3"
    )

    @Argument(help: ArgumentHelp("The number of a swap: famplan swap list.", valueName: "n"), completion: .live(.swap))
    var swap: Int

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.swap(swap), with: SwapRenderer())
        return .done
    }
}

/// `famplan swap ask`
struct SwapAskCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask the other parent to take over what is on you, for something of theirs or for nothing.",
        discussion: """
            famplan swap ask football@2026-11-25 --to kofi --reason 'client call' --by 'tue 20:00'
            famplan swap ask noah-school@2026-11-25 --only pick-up --to kofi --for noah-school@2026-11-26 --reason 'late call'
            """
    )

    @Argument(
        help: "An entry that you are on, or one occurrence: ID@2026-11-24; a series from its next occurrence on.",
        completion: .targets
    )
    var target: String

    @Option(help: ArgumentHelp("The other parent.", valueName: "person"), completion: .live(.person))
    var to: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("What you take over in return.", valueName: "id@date"),
        completion: .targets
    )
    var offer: String?

    @Option(help: ArgumentHelp("Of several duties, this one: people, drop-off, pick-up.", valueName: "part"))
    var only: [String] = []

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Until when it can be answered; else until it begins.", valueName: "time"))
    var by: String?

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = SwapRequest(
            target: target,
            to: to,
            offer: offer,
            parts: only,
            reason: reason,
            by: by,
            options: changing.options
        )
        try session.show(try await session.client.ask(request), with: SwapRenderer())
        return .done
    }
}

/// `famplan swap answer`
struct SwapAnswerCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Say yes or no to what you were asked, or offer to do it for something in return.",
        discussion: """
            famplan swap answer 3 yes
            famplan swap answer 3 no --reason 'in Leipzig that day'
            famplan swap answer 3 counter --for bedtime@2026-11-26
            """
    )

    @Argument(help: ArgumentHelp("The number of a swap: famplan swap list.", valueName: "n"), completion: .live(.swap))
    var swap: Int

    enum Word: String, ExpressibleByArgument, CaseIterable {
        case yes, no, counter

        var answer: SwapAnswer {
            switch self {
            case .yes: .yes
            case .no: .no
            case .counter: .counter
            }
        }
    }

    @Argument(help: "What you say.")
    var answer: Word

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("With counter: what of yours is to be taken over in return.", valueName: "id@date"),
        completion: .targets
    )
    var offer: String?

    @Option(help: ArgumentHelp("What you say with it.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("With counter: until when that can be answered.", valueName: "time"))
    var by: String?

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func validate() throws {
        guard answer == .counter else {
            guard offer == nil, by == nil else { throw ValidationError("--for and --by go with counter.") }
            return
        }
        guard offer != nil else { throw ValidationError("counter needs --for: what you would do it for.") }
    }

    func execute(in session: Session) async throws -> ExitStatus {
        let request = SwapAnswerRequest(
            swap: swap,
            answer: answer.answer,
            offer: offer,
            reason: reason,
            by: by,
            options: changing.options
        )
        try session.show(try await session.client.answer(request), with: SwapRenderer())
        return .done
    }
}

/// `famplan swap withdraw`
struct SwapWithdrawCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Ask for something no longer.",
        discussion: "famplan swap withdraw 3"
    )

    @Argument(help: ArgumentHelp("The number of a swap: famplan swap list.", valueName: "n"), completion: .live(.swap))
    var swap: Int

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = WithdrawSwapRequest(swap: swap)
        try session.show(try await session.client.withdraw(request), with: SwapRenderer())
        return .done
    }
}
