public import ArgumentParser

/// The daemon's command line.
public struct Arguments: ParsableArguments, Sendable {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    public var config: String?

    @Option(help: ArgumentHelp("The folder that holds the database.", valueName: "dir"))
    public var state: String?

    @Option(help: ArgumentHelp("The Unix socket to answer on.", valueName: "path"))
    public var socket: String?

    @Option(help: ArgumentHelp("Stand still at this instant (RFC 3339). For tests.", visibility: .hidden))
    public var now: String?

    public init() {}
}
