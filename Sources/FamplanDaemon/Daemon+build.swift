import FamplanAPI
import Feeds
import Glibc
import Household
import Hummingbird
import HummingbirdCore
import ICalendar
import Logging
import NIOPosix
import Notifications
import ServiceLifecycle
import Storage
import UnixSignals

extension Daemon {
    /// The composition root: everything that the daemon is, put together.
    ///
    /// - Parameters:
    ///   - supervision: what the service manager gave, and how it is told.
    ///   - read: reads again what the daemon is told.
    static func build(
        _ configuration: DaemonConfiguration,
        _ supervision: Supervision,
        environment: [String: String],
        hangUps: HangUps,
        read: @escaping @Sendable () throws(ConfigurationFault) -> DaemonConfiguration
    ) async throws -> ServiceGroup {
        let level = LogLevel(configuration.logLevel)
        let logger = Logger.ofDaemon(level, environment: environment)
        let state = try StateDirectory(configuration.stateDirectory)
        let clock = configuration.now.map { now in TimeSource.standing { now } } ?? .wall
        let maintenance = Maintenance()
        let planner = try await Planner.open(state, configuration, clock: clock, maintenance: maintenance)
        maintenance.announce(to: logger)
        let backups = Backups(of: planner, folder: state.backupsPath)
        // Where links in messages lead, if anywhere.
        let actions = try configuration.actions.map { actions in
            let key = try ActionKey.kept(in: state.path, Credentials(environment: environment))
            return (place: actions, key: key, links: ActionLinks(address: actions.address, key: key))
        }
        backups.tidy()
        let parts = ChannelParts(environment: environment, logger: logger)
        let current = CurrentConfiguration(configuration, channels: Channels(configuration.channels, of: parts))
        let alarm = try Alarm(hangUps: hangUps)
        let sending = SendingWorker(planner: planner, links: actions?.links) { current.now.channels.byName }
        let follower = FeedFollower(
            planner: planner,
            client: FeedClient(group: MultiThreadedEventLoopGroup.singleton)
        )
        let turns = Turns()
        let workers: [any Worker] = [
            ReloadWorker(
                alarm: alarm,
                hangUps: hangUps,
                current: current,
                parts: parts,
                planner: planner,
                sending: sending,
                manager: supervision.manager,
                level: level,
                logger: logger,
                read: read
            ),
            HorizonWorker(planner: planner),
            SwapWorker(planner: planner),
            TellingWorker(planner: planner, digests: PlannedDigests(planner: planner)),
            sending,
            HeartbeatWorker(store: planner.store, clock: planner.clock) {
                // A database out of use is not called alive.
                guard maintenance.error == nil else { return nil }
                return current.now.configuration.heartbeat.map { CurrentHeartbeat($0, of: parts) }
            },
            BackupWorker(
                planner: planner,
                backups: backups,
                plan: configuration.backup,
                administrator: configuration.administrator,
                maintenance: maintenance,
                logger: logger
            ),
            FeedWorker(planner: planner, follower: follower) { current.now.configuration.feeds },
            CalendarFilesWorker(planner: planner, maintenance: maintenance) { current.now.configuration.calendars },
        ]
        let reporting = supervision.manager.map {
            ReportingWorker(planner: planner, manager: $0, turns: turns, maintenance: maintenance)
        }
        let time = try TimeService(
            workers: workers + (reporting.map { [$0] } ?? []),
            clock: clock,
            turns: turns,
            alarm: alarm,
            logger: logger
        )
        let about = About(
            current: current,
            since: planner.clock(),
            maintenance: maintenance,
            backups: backups
        )
        let api = API(
            reads: ReadController(planner: planner, about: about),
            changes: ChangeController(planner: planner),
            outbox: OutboxController(planner: planner, current: current),
            people: ThingController(
                planner: planner,
                kind: PersonKind(configured: Set(current.now.channels.names))
            ),
            streams: ThingController(planner: planner, kind: StreamKind()),
            places: ThingController(planner: planner, kind: PlaceKind()),
            resources: ThingController(planner: planner, kind: ResourceKind()),
            goals: ThingController(planner: planner, kind: GoalKind()),
            income: IncomeController(planner: planner),
            names: NamesController(planner: planner, current: current),
            log: LogController(planner: planner),
            backups: BackupController(planner: planner, backups: backups),
            restores: RestoreController(
                planner: planner,
                backups: backups,
                maintenance: maintenance,
                databasePath: state.databasePath
            ),
            doctor: DoctorController(
                doctor: Doctor(
                    planner: planner,
                    current: current,
                    maintenance: maintenance,
                    databasePath: state.databasePath,
                    backups: backups
                )
            ),
            swaps: SwapController(planner: planner),
            feeds: FeedController(planner: planner, follower: follower),
            watching: WatchController(planner: planner),
            maintenance: maintenance
        )
        let server = SocketServer(
            path: configuration.socketPath,
            responder: NudgingResponder(inner: api.router(planner: planner).buildResponder(), time: time),
            keeping: state,
            supervision: supervision,
            logger: logger
        )
        let links = actions.map { actions in
            ActionServer(
                host: actions.place.host,
                port: actions.place.port,
                responder: ActionResponder(
                    key: actions.key,
                    planner: planner,
                    wrong: WrongTokens(clock: planner.clock),
                    logger: logger,
                    changed: time.nudge
                ),
                logger: logger
            )
        }
        return ServiceGroup(
            configuration: ServiceGroupConfiguration(
                // The last one is the first to be stopped.
                services: [time] + (links.map { [$0] } ?? []) + [server],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
    }
}
