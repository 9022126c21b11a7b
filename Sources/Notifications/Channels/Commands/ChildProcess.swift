import Glibc
import Synchronization

/// A program that runs in a process group of its own.
///
/// A thread waits for it while it runs: what tasks have for waiting would keep an idle daemon awake for good
/// (docs/decisions/0014-channels.md).
final class ChildProcess: Sendable {
    private let process: pid_t
    private let state = Mutex(State.running)

    private enum State {
        case running
        /// We ended it.
        case ending(Command.Ending)
        /// Its number may be another's by now.
        case gone
    }

    /// - Throws: why it did not start.
    init(_ arguments: [String], environment: [String: String], input: [UInt8]) throws(SpawnError) {
        process = try Spawn.start(arguments, environment: environment, input: input)
    }

    /// Ends it and all of its group at once, unless it has ended.
    func end(_ reason: Command.Ending) {
        state.withLock { state in
            guard case .running = state else { return }
            state = .ending(reason)
            kill(-process, SIGKILL)
        }
    }

    /// Waits until it has ended. Once.
    func ending() async -> Command.Ending {
        await withCheckedContinuation { continuation in
            let started = OneThread.run { continuation.resume(returning: self.wait()) }
            guard !started else { return }
            end(.notStarted(SpawnError(code: EAGAIN)))
            continuation.resume(returning: wait())
        }
    }

    private func wait() -> Command.Ending {
        var ended = siginfo_t()
        while waitid(P_PID, id_t(process), &ended, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        return state.withLock { state in
            // Only now does the number go back to the system: nobody sends a signal to a stranger.
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            defer { state = .gone }
            if case .ending(let reason) = state { return reason }
            let signal = status & 0x7F
            return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
        }
    }
}

/// A thread for one piece of work that waits.
enum OneThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// False where there are no threads left; then nothing runs.
    static func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        guard failure == 0 else {
            work.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
