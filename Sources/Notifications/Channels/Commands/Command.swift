public import NIOCore
import Synchronization

/// A program to be run with a text on its stdin: argument by argument, never through a shell.
public struct Command: Sendable {
    private let arguments: [String]
    private let environment: [String: String]
    private let limit: Int
    private let timers: any EventLoopGroup

    /// - Parameters:
    ///   - arguments: the program's path in full, and what goes before the options that a channel adds.
    ///   - environment: all that the program sees of it.
    ///   - limit: seconds until it is ended, with all that it started.
    ///   - timers: who keeps the time.
    public init(
        _ arguments: [String],
        environment: [String: String],
        limit: Int = 60,
        timers: any EventLoopGroup
    ) {
        self.arguments = arguments
        self.environment = environment
        self.limit = limit
        self.timers = timers
    }

    /// The program, as errors call it.
    var name: String { arguments.first ?? "" }

    /// Runs it to its end. What it prints is thrown away: nobody knows whose names are in it.
    func run(adding options: [String] = [], input: [UInt8]) async -> Ending {
        let child: ChildProcess
        do {
            child = try ChildProcess(arguments + options, environment: environment, input: input)
        } catch {
            return .notStarted(error)
        }
        let alarm = timers.next().scheduleTask(in: .seconds(Int64(limit))) { child.end(.tooSlow(seconds: limit)) }
        defer { alarm.cancel() }
        return await withTaskCancellationHandler {
            await child.ending()
        } onCancel: {
            child.end(.stopped)
        }
    }

    /// How a program ended.
    enum Ending: Hashable, Sendable {
        case exited(Int32)
        /// By a signal that was not ours.
        case killed(signal: Int32)
        case notStarted(SpawnError)
        case tooSlow(seconds: Int)
        case stopped
    }
}

extension Command.Ending {
    /// - Parameters:
    ///   - delayed: the exit statuses that mean “later”; any other but 0 is a refusal.
    ///   - words: what a status means, where the program has a custom.
    func delivery(command: String, delayed: Set<Int32>, words: (Int32) -> String? = { _ in nil }) -> Delivery {
        switch self {
        case .exited(0): .sent
        case .exited(let status):
            delayed.contains(status)
                ? .delayed(after: nil, why: Self.said(command, status, words))
                : .refused(why: Self.said(command, status, words))
        case .killed(let signal): .delayed(after: nil, why: "\(command) was ended by signal \(signal)")
        case .notStarted(let error):
            error.mayPass
                ? .delayed(after: nil, why: "cannot run \(command): \(error)")
                : .refused(why: "cannot run \(command): \(error)")
        case .tooSlow(let seconds): .delayed(after: nil, why: "\(command) was not done within \(seconds) s")
        case .stopped: .delayed(after: nil, why: "famplan was told to stop while \(command) ran")
        }
    }

    private static func said(_ command: String, _ status: Int32, _ words: (Int32) -> String?) -> String {
        "\(command) ended with status \(status)" + (words(status).map { ": \($0)" } ?? "")
    }
}
