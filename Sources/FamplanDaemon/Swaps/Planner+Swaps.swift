import FamplanAPI
import Household
import ICalendar
import Planning
import Storage

/// What was asked, and what became of it.
extension Planner {
    /// The latest first; of all that there were, or of those that can be answered.
    func swaps(all: Bool, limit: Int, for viewer: Viewer) throws -> SwapList {
        let swaps =
            all ? try store.swaps(limit: limit) : try store.openSwaps().filter { $0.isOpen(at: clock()) }.reversed()
        return SwapList(
            swaps: try swaps.prefix(limit).map { try item($0, for: viewer) },
            names: WireFormat(household: household).names
        )
    }

    /// One of them, and what it would do as things are now.
    func swap(_ id: Int, for viewer: Viewer) throws -> SwapReport {
        let swap = try knownSwap(id)
        let isOpen = swap.isOpen(at: clock())
        let problems = isOpen ? problems(of: swap) : []
        let effect = isOpen && problems.isEmpty ? try effect(of: swap) : nil
        var report = try report(on: swap, effect: effect, for: viewer)
        if !swap.isHidden(from: viewer, in: household) { report.problems = problems }
        return report
    }

    func knownSwap(_ id: Int) throws -> Swap {
        if let swap = try store.swap(id) { return swap }
        throw ErrorBody(.notFound, "no swap \(id) (`famplan swap list --all` shows them)")
    }

    /// Ends what nobody has answered in time; gives the next moment at which time runs out for one, now where it just did.
    func followSwaps() throws -> Instant? {
        let ended = try store.expireSwaps(at: clock())
        return ended.isEmpty ? try store.openSwaps().map(\.until).min() : clock()
    }

    // MARK: Answers

    func report(on swap: Swap, _ options: ChangeOptions) throws -> SwapReport {
        try report(on: swap, effect: nil, dryRun: options.dryRun)
    }

    /// - Parameter viewer: one of the two, where nobody else is named.
    func report(
        on swap: Swap,
        effect: SwapEffectItem?,
        dryRun: Bool = false,
        for viewer: Viewer? = nil
    ) throws -> SwapReport {
        let viewer = viewer ?? .parents([swap.asker, swap.asked])
        let isHidden = swap.isHidden(from: viewer, in: household)
        let isAskable = [.declined, .withdrawn, .expired, .stale].contains(state(of: swap))
        return SwapReport(
            dryRun: dryRun,
            swap: try item(swap, for: viewer),
            effect: effect,
            problems: [],
            askAgain: isAskable && !isHidden ? askAgain(swap) : nil,
            names: WireFormat(household: household).names
        )
    }

    private func item(_ swap: Swap, for viewer: Viewer) throws -> SwapItem {
        let wire = WireFormat(household: household)
        let shown = swap.seen(by: viewer, in: household)
        let change = swap.settlement?.change
        return SwapItem(
            id: swap.id > 0 ? swap.id : nil,
            state: state(of: swap).rawValue,
            asker: swap.asker.rawValue,
            asked: swap.asked.rawValue,
            wanted: wire.side(shown.wanted, named: swapName(shown.wanted)),
            offered: shown.offered.map { wire.side($0, named: swapName($0)) },
            reason: shown.reason.isEmpty ? nil : shown.reason,
            askedAt: wire.time(swap.askedAt),
            until: wire.time(swap.until),
            settledAt: (swap.settlement?.at ?? (state(of: swap) == .expired ? swap.until : nil)).map(wire.time),
            settledBy: swap.settlement?.by,
            words: shown.settlement?.words,
            change: change,
            undoneBy: try change.flatMap { try store.change($0)?.undoneBy },
            counters: swap.counters,
            counteredBy: swap.state == .countered ? try store.swap(countering: swap.id)?.id : nil
        )
    }

    /// What it comes to by the clock.
    private func state(of swap: Swap) -> Swap.State {
        swap.state == .open && swap.id > 0 && !swap.isOpen(at: clock()) ? .expired : swap.state
    }

    /// The command that asks for the same again, as a shell takes it.
    func askAgain(_ swap: Swap) -> String {
        var command = "famplan swap ask \(swapName(swap.wanted)) --to \(swap.asked)"
        let own = swap.wanted.terms.parts(of: swap.asker)
        if own != swap.wanted.parts { command += swap.wanted.parts.map { " --only \($0.rawValue)" }.joined() }
        if let offered = swap.offered { command += " --for \(swapName(offered))" }
        // Whoever is not shown it any more reads this, too.
        let shown = swap.seen(by: .parents([swap.asker, swap.asked]), in: household)
        return command + " --reason '\(shown.reason.replacing("'", with: #"'\''"#))'"
    }
}
