import ICalendar
import Notifications
import Storage

/// Calls whom the configuration names, a day after the last call; only while the database takes and gives.
///
/// Runs on a queue of its own, because it waits for the disk.
actor HeartbeatWorker: Worker {
    private let queue = QueueExecutor(label: "famplan.heartbeat")
    private let store: Store
    private let clock: @Sendable () -> Instant
    /// Whom to call now; nil: nobody.
    private let heartbeat: @Sendable () -> CurrentHeartbeat?
    /// The address of the last call of this process.
    private var called: Secret?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(
        store: Store,
        clock: @escaping @Sendable () -> Instant,
        heartbeat: @escaping @Sendable () -> CurrentHeartbeat?
    ) {
        self.store = store
        self.clock = clock
        self.heartbeat = heartbeat
    }

    /// What is written before the call shows that the database is alive: where it is not, this throws, and nobody is called.
    func work() async throws -> Instant? {
        guard let heartbeat = heartbeat() else { return nil }
        var log = try log(of: heartbeat)
        let now = clock()
        let next = log.next(at: now)
        guard next <= now else { return next }
        log.begin(at: now)
        try store.record(heartbeat: HeartbeatRecord(log))
        called = heartbeat.configuration.address
        log.end(await heartbeat.call(), at: clock())
        try store.record(heartbeat: HeartbeatRecord(log))
        return log.next(at: clock())
    }

    private func log(of heartbeat: CurrentHeartbeat) throws -> HeartbeatLog {
        let configuration = heartbeat.configuration
        let isSame = called == nil || called == configuration.address
        guard isSame, let record = try store.heartbeat(), record.name == configuration.name else {
            return HeartbeatLog(name: configuration.name)
        }
        return HeartbeatLog(record)
    }
}

/// Whom to call, and how.
struct CurrentHeartbeat: Sendable {
    let configuration: HeartbeatConfiguration
    /// Nil where it was answered; else why not.
    let call: @Sendable () async -> String?
}

extension CurrentHeartbeat {
    init(_ configuration: HeartbeatConfiguration, of parts: ChannelParts) {
        self.configuration = configuration
        call = { await Heartbeat(address: configuration.address, client: parts.client).call() }
    }
}

extension HeartbeatLog {
    init(_ record: HeartbeatRecord) {
        self.init(name: record.name)
        (lastTry, lastSuccess, failures) = (record.lastTry, record.lastSuccess, record.failures)
        (lastError, failedAt) = (record.lastError, record.failedAt)
    }
}

extension HeartbeatRecord {
    init(_ log: HeartbeatLog) {
        self.init(
            name: log.name,
            lastTry: log.lastTry,
            lastSuccess: log.lastSuccess,
            failures: log.failures,
            lastError: log.lastError,
            failedAt: log.failedAt
        )
    }
}
