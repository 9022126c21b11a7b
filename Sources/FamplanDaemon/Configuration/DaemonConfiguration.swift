import Configuration
import FoundationEssentials
import HouseholdFile
import ICalendar
import Logging

/// What the daemon is told: options, then the environment, then the configuration file, then what systemd set up,
/// then defaults that serve.
struct DaemonConfiguration: Sendable {
    var stateDirectory: String
    var socketPath: String
    var logLevel: Logger.Level
    /// How far ahead conflicts are looked for, in days.
    var horizonDays: Int
    /// The zone of a household that has none yet.
    var timeZone: String
    /// How people are reached, by the names that their settings use.
    var channels: [String: ChannelConfiguration]
    /// Where links in messages lead; nil: there are none.
    var actions: ActionsConfiguration?
    /// Nil: the daemon makes none by itself.
    var backup: BackupPlan?
    /// The person who is told when the daemon needs somebody to look after it.
    var administrator: String?
    /// Whom the daemon calls each day.
    var heartbeat: HeartbeatConfiguration?
    /// Calendars on this machine that the household follows.
    var feeds: [FeedConfiguration]
    /// The folder of the calendar files that other programs subscribe to; nil: there are none.
    var calendars: String?
    /// The standing still instant of a test.
    var now: Instant?

    /// - Throws: all that is wrong with what it is told.
    init(_ arguments: Arguments, environment: [String: String]) throws(ConfigurationFault) {
        let file = try ConfigurationFile.read(
            Self.filePath(arguments, environment),
            Credentials(environment: environment)
        )
        let options = ["state": arguments.state, "socket": arguments.socket].compactMapValues { $0 }
        let reader = ConfigReader(providers: [
            Self.provider("command line", options),
            Self.provider("environment", try Self.own(environment)),
            Self.provider("configuration file", file.values.byKey),
        ])
        stateDirectory = reader.string(forKey: "state") ?? Self.defaultState(environment)
        socketPath = reader.string(forKey: "socket") ?? Self.defaultSocket(environment)
        timeZone = reader.string(forKey: "timeZone") ?? Self.machineZone()
        // What was given is checked by now.
        horizonDays = reader.string(forKey: "horizon").flatMap { try? Setting.days($0) } ?? 56
        logLevel = reader.string(forKey: "logLevel").flatMap { try? Setting.level($0) } ?? .info
        channels = file.channels
        actions = file.actions
        backup = file.backup
        administrator = file.administrator
        heartbeat = file.heartbeat
        feeds = file.feeds
        calendars = file.calendars
        now = try Self.instant(arguments.now, environment)
    }

    // MARK: Where it is said

    private static func provider(_ name: String, _ values: [String: String]) -> InMemoryProvider {
        InMemoryProvider(
            name: name,
            values: Dictionary(
                uniqueKeysWithValues: values.map {
                    (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false))
                }
            )
        )
    }

    /// `FAMPLAN_LOG_LEVEL` is `logLevel`.
    private static func own(_ environment: [String: String]) throws(ConfigurationFault) -> [String: String] {
        var own: [Setting: String] = [:]
        var mistakes: [String] = []
        for setting in Setting.allCases {
            guard let text = environment[setting.variable] else { continue }
            do throws(Complaint) {
                own[setting] = try setting.checked(text)
            } catch {
                mistakes.append("\(setting.variable): \(error.message)")
            }
        }
        guard mistakes.isEmpty else { throw ConfigurationFault(mistakes) }
        return own.byKey
    }

    private static func filePath(_ arguments: Arguments, _ environment: [String: String]) -> ConfigurationFile.Path {
        if let path = arguments.config ?? environment["FAMPLAN_CONFIG"] { return .required(path) }
        let folder =
            folder("CONFIGURATION_DIRECTORY", environment) ?? environment["XDG_CONFIG_HOME"].map { "\($0)/famplan" }
        return .optional("\(folder ?? "/etc/famplan")/famplan.yaml")
    }

    /// A folder that systemd has made: the first, where a unit has several (systemd.exec(5)).
    private static func folder(_ variable: String, _ environment: [String: String]) -> String? {
        environment[variable]?.split(separator: ":").first.map(String.init)
    }

    // MARK: Defaults

    private static func defaultState(_ environment: [String: String]) -> String {
        if let given = folder("STATE_DIRECTORY", environment) { return given }
        if let home = environment["XDG_STATE_HOME"] { return "\(home)/famplan" }
        return environment["HOME"].map { "\($0)/.local/state/famplan" } ?? "/var/lib/famplan"
    }

    /// Where the command line looks, in the same order.
    private static func defaultSocket(_ environment: [String: String]) -> String {
        if let given = folder("RUNTIME_DIRECTORY", environment) { return "\(given)/famplan.sock" }
        return environment["XDG_RUNTIME_DIR"].map { "\($0)/famplan/famplan.sock" } ?? "/run/famplan/famplan.sock"
    }

    /// The zone that /etc/localtime points at.
    private static func machineZone() -> String {
        let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")) ?? ""
        guard let range = target.firstRange(of: "zoneinfo/") else { return "UTC" }
        let name = String(target[range.upperBound...])
        return (try? ZoneDatabase.system.zone(name)) == nil ? "UTC" : name
    }

    // MARK: Values

    private static func instant(_ text: String?, _ environment: [String: String]) throws(ConfigurationFault) -> Instant?
    {
        guard let text else { return nil }
        guard environment["NOTIFY_SOCKET"] == nil, environment["INVOCATION_ID"] == nil else {
            throw ConfigurationFault("--now is for tests: a service does not stand still")
        }
        guard let instant = Instant(rfc3339: text) else {
            throw ConfigurationFault("--now: “\(text)” is not an instant (try 2026-11-23T08:00:00+01:00)")
        }
        return instant
    }
}

extension [Setting: String] {
    fileprivate var byKey: [String: String] {
        Dictionary<String, String>(uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
    }
}
