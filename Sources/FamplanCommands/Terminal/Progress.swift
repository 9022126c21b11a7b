internal import Synchronization

extension Session {
    /// Says on a terminal what is being done, from the second on that it lasts, and takes that away when it is done.
    ///
    /// Nothing is said with `--json`, or where messages go to a file.
    ///
    /// - Parameter what: `importing school.ics`.
    func saying<Value: Sendable>(
        _ what: String,
        while work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard console.isErrorTerminal, !json else { return try await work() }
        let line = ProgressLine(what, console: console)
        let seconds = console.seconds()
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                for await second in seconds { line.show(second) }
                return nil
            }
            group.addTask { try await work() }
            defer {
                group.cancelAll()
                line.clear()
            }
            while let next = try await group.next() {
                if let value = next { return value }
            }
            throw CancellationError()
        }
    }
}

/// One line of a terminal that is written over.
private final class ProgressLine: Sendable {
    private let what: String
    private let console: Console
    /// Whether the line stands there; nil once it may not any more.
    private let isShown = Mutex<Bool?>(false)

    init(_ what: String, console: Console) {
        self.what = CleanText.line(what)
        self.console = console
    }

    func show(_ seconds: Int) {
        isShown.withLock { isShown in
            guard isShown != nil else { return }
            let time = " … \(durationWords(ofSeconds: seconds))"
            // A line that wraps could not be written over.
            let room = max((console.terminalWidth ?? 80) - DisplayWidth.of(time) - 1, 8)
            let text = Text(what).truncated(to: room).runs.map(\.string).joined() + time
            // What can't be said is no reason to stop.
            try? console.print("\r\u{1B}[K\(text)", to: .error)
            isShown = true
        }
    }

    func clear() {
        isShown.withLock { isShown in
            if isShown == true { try? console.print("\r\u{1B}[K", to: .error) }
            isShown = nil
        }
    }
}

/// `8 s`, `1 min 5 s`.
private func durationWords(ofSeconds seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
}
