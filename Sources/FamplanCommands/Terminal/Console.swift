/// What the command line stands in: the environment, the terminal, files. Tests bring their own.
public struct Console: Sendable {
    public enum Stream: Sendable, Hashable {
        /// Data.
        case output
        /// Messages.
        case error
    }

    /// One variable of the environment.
    public var environment: @Sendable (String) -> String?
    public var isInputTerminal: Bool
    public var isOutputTerminal: Bool
    /// Whether messages go to a terminal.
    public var isErrorTerminal: Bool
    /// The width of the terminal in cells, where there is one.
    public var terminalWidth: Int?
    /// Writes all of it.
    public var write: @Sendable (Stream, [UInt8]) throws(FileError) -> Void
    /// One line of the input without its end; nil when there is none.
    public var readLine: @Sendable () -> String?
    /// A whole file; `-` is the input.
    public var readFile: @Sendable (String) throws(FileError) -> [UInt8]
    public var writeFile: @Sendable (String, [UInt8]) throws(FileError) -> Void
    /// Takes a file away; one that is not there is gone already.
    public var removeFile: @Sendable (String) throws(FileError) -> Void
    /// Begins a file, and says whether it may replace one.
    public var newFile: @Sendable (_ name: String, _ replacing: Bool) throws(FileError) -> NewFile
    /// Counts the seconds from now on, one by one as they pass, for as long as somebody listens.
    public var seconds: @Sendable () -> AsyncStream<Int> = { AsyncStream { $0.finish() } }
    /// An element each time somebody wants an end of it, by Ctrl-C for one. From then on that ends nothing by itself.
    public var interrupts: @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
    /// Waits so many seconds.
    public var pause: @Sendable (Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }

    public init(
        environment: @escaping @Sendable (String) -> String?,
        isInputTerminal: Bool,
        isOutputTerminal: Bool,
        isErrorTerminal: Bool,
        terminalWidth: Int?,
        write: @escaping @Sendable (Stream, [UInt8]) throws(FileError) -> Void,
        readLine: @escaping @Sendable () -> String?,
        readFile: @escaping @Sendable (String) throws(FileError) -> [UInt8],
        writeFile: @escaping @Sendable (String, [UInt8]) throws(FileError) -> Void,
        removeFile: @escaping @Sendable (String) throws(FileError) -> Void,
        newFile: @escaping @Sendable (String, Bool) throws(FileError) -> NewFile
    ) {
        self.environment = environment
        self.isInputTerminal = isInputTerminal
        self.isOutputTerminal = isOutputTerminal
        self.isErrorTerminal = isErrorTerminal
        self.terminalWidth = terminalWidth
        self.write = write
        self.readLine = readLine
        self.readFile = readFile
        self.writeFile = writeFile
        self.removeFile = removeFile
        self.newFile = newFile
    }

    func print(_ text: String, to stream: Stream = .output) throws(FileError) {
        try write(stream, Array(text.utf8))
    }
}
