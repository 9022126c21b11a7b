import FamplanClient
import FamplanCommands
import Synchronization

/// A console in memory: what is printed and written is kept, what is read is given.
final class FakeConsole: Sendable {
    struct State: Sendable {
        var output = ""
        var error = ""
        var files: [String: [UInt8]] = [:]
        var requests: [WireRequest] = []
        var sockets: [String] = []
        /// What is typed, line by line.
        var lines: [String]
    }

    private let state: Mutex<State>
    private let environment: [String: String]
    private let isTerminal: Bool
    private let isErrorTerminal: Bool
    /// What passes while something is done.
    private let seconds: [Int]

    init(
        environment: [String: String] = ["LANG": "C.UTF-8"],
        isTerminal: Bool = false,
        lines: [String] = [],
        files: [String: String] = [:],
        isErrorTerminal: Bool = false,
        seconds: [Int] = []
    ) {
        self.isErrorTerminal = isErrorTerminal
        self.seconds = seconds
        self.environment = environment
        self.isTerminal = isTerminal
        state = Mutex(State(files: files.mapValues { Array($0.utf8) }, lines: lines))
    }

    var seen: State { state.withLock { $0 } }

    /// Runs the command line against answers made by `respond`.
    func run(
        _ arguments: String...,
        respond: @escaping @Sendable (WireRequest) throws -> WireResponse = { _ in throw Unexpected() }
    ) async -> Int32 {
        await run(arguments, respond: respond)
    }

    func run(
        _ arguments: [String],
        respond: @escaping @Sendable (WireRequest) throws -> WireResponse
    ) async -> Int32 {
        let tool = Tool(console: console) { socket in
            self.state.withLock { $0.sockets.append(socket) }
            return FamplanClient { request in
                self.state.withLock { $0.requests.append(request) }
                return try respond(request)
            }
        }
        return await tool.run(arguments)
    }

    struct Unexpected: Error {}

    /// Written as `NAME.partial`, which is gone when it is finished or discarded.
    private func newFile(_ name: String, _ replacing: Bool) throws(FileError) -> NewFile {
        guard replacing || seen.files[name] == nil else {
            throw FileError(action: "write", name: name, reason: "it is there already (--force replaces it)")
        }
        return NewFile(
            write: { bytes in self.state.withLock { $0.files["\(name).partial", default: []] += bytes } },
            finish: { self.state.withLock { $0.files[name] = $0.files.removeValue(forKey: "\(name).partial") } },
            discard: { _ = self.state.withLock { $0.files.removeValue(forKey: "\(name).partial") } }
        )
    }

    var console: Console {
        var console = inMemory
        console.pause = { _ in try Task.checkCancellation() }
        console.isErrorTerminal = isErrorTerminal
        let seconds = seconds
        console.seconds = {
            AsyncStream { stream in
                for second in seconds { stream.yield(second) }
                stream.finish()
            }
        }
        return console
    }

    private var inMemory: Console {
        Console(
            environment: { self.environment[$0] },
            isInputTerminal: isTerminal,
            isOutputTerminal: isTerminal,
            isErrorTerminal: isTerminal,
            terminalWidth: isTerminal ? 80 : nil,
            write: { stream, bytes throws(FileError) in
                let text = String(decoding: bytes, as: UTF8.self)
                self.state.withLock { stream == .output ? ($0.output += text) : ($0.error += text) }
            },
            readLine: { self.state.withLock { $0.lines.isEmpty ? nil : $0.lines.removeFirst() } },
            readFile: { name throws(FileError) in
                guard let bytes = self.seen.files[name] else {
                    throw FileError(action: "read", name: name, reason: "no such file or directory")
                }
                return bytes
            },
            writeFile: { name, bytes throws(FileError) in self.state.withLock { $0.files[name] = bytes } },
            removeFile: { name throws(FileError) in _ = self.state.withLock { $0.files.removeValue(forKey: name) } },
            newFile: { name, replacing throws(FileError) in try self.newFile(name, replacing) }
        )
    }
}

extension WireResponse {
    /// A document of the tests' folder.
    static func document(_ name: String) throws -> WireResponse {
        WireResponse(status: 200, body: try TestFiles.document(name))
    }

    static func refusal(_ kind: String, status: Int = 400, message: String = "cannot") -> WireResponse {
        let body = #"{"error":{"kind":"\#(kind)","message":"\#(message)","details":["a detail"]}}"#
        return WireResponse(status: status, body: Array(body.utf8))
    }
}
