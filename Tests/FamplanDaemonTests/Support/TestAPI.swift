import ArgumentParser
import FamplanAPI
import Feeds
import NIOPosix
import Notifications

@testable import FamplanDaemon

extension API {
    /// The API of a planner of a test, as the daemon puts it together.
    static func test(_ planner: Planner, state: String = "/tmp/famplan-test") throws -> API {
        let places = ["FAMPLAN_STATE": "\(state)/state", "FAMPLAN_SOCKET": "\(state)/s"]
        let configuration = try DaemonConfiguration(Arguments.parse([]), environment: places)
        let (backups, maintenance) = (Backups(of: planner, folder: "\(state)/backups"), Maintenance())
        let database = "\(state)/state/famplan.sqlite"
        let current = CurrentConfiguration(configuration)
        return API(
            reads: ReadController(planner: planner, about: About(current: current, since: monday)),
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
                databasePath: database
            ),
            doctor: DoctorController(
                doctor: Doctor(
                    planner: planner,
                    current: current,
                    maintenance: maintenance,
                    databasePath: database,
                    backups: backups
                )
            ),
            swaps: SwapController(planner: planner),
            feeds: FeedController(planner: planner, follower: .test(planner)),
            watching: WatchController(planner: planner),
            maintenance: maintenance
        )
    }
}

extension FeedFollower {
    /// One that is never late.
    static func test(_ planner: Planner) -> FeedFollower {
        FeedFollower(planner: planner, client: FeedClient(group: MultiThreadedEventLoopGroup.singleton)) { 0 }
    }
}
