import ArgumentParser
import Logging
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("the configuration that is read again")
struct CurrentConfigurationTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test("what needs a restart stays as it was and is named, until the file says again what it said")
    func restart() throws {
        let first = "state: /var/lib/famplan\nsocket: /run/famplan/s\n"
        let current = CurrentConfiguration(try folder.configuration(first))
        let other = try folder.configuration("state: /srv/famplan\nsocket: /run/famplan/t\nhorizon: 2w\n")
        #expect(current.take(other, channels: Channels()) == ["state", "socket"])
        #expect(current.now.needsRestart == ["state", "socket"])
        #expect(current.now.configuration.stateDirectory == "/var/lib/famplan")
        #expect(current.now.configuration.socketPath == "/run/famplan/s")
        #expect(current.now.configuration.horizonDays == 14)
        #expect(current.take(try folder.configuration(first), channels: Channels()) == [])
        #expect(current.now.needsRestart == [])
    }

    @Test("one with mistakes changes nothing but that they are told, and a good one forgets them")
    func mistakes() throws {
        let channels = Channels(["log": JournalChannel(logger: Logger(label: "test"))])
        let current = CurrentConfiguration(try folder.configuration("horizon: 3w"), channels: channels)
        current.refuse(ConfigurationFault(["famplan.yaml:1: a", "famplan.yaml:2: b"]))
        #expect(current.now.mistakes == ["famplan.yaml:1: a", "famplan.yaml:2: b"])
        #expect(current.now.channels.names == ["log"])
        #expect(current.now.configuration.horizonDays == 21)
        _ = current.take(try folder.configuration(""), channels: Channels())
        #expect(current.now.mistakes == [])
        #expect(current.now.channels.names == [])
    }

    @Test("the log's level is every logger's at once, but for one with its own")
    func level() {
        let (level, keeper) = (LogLevel(.warning), LogKeeper())
        let logger = Logger(label: "test") { _ in LeveledLogHandler(keeper.logger.handler, level: level) }
        var own = logger
        own.logLevel = .error
        logger.info("a")
        level.now = .debug
        logger.debug("b")
        own.info("c")
        #expect(keeper.lines.map { $0.prefix(7) } == ["debug b"])
    }
}
