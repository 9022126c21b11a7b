import HouseholdFile
import ICalendar
import Logging

/// A key of `famplan.yaml` with one value, which a variable of the environment may overrule.
enum Setting: String, CaseIterable {
    case state, socket, logLevel, horizon, timeZone

    /// `FAMPLAN_LOG_LEVEL`.
    var variable: String {
        switch self {
        case .state: "FAMPLAN_STATE"
        case .socket: "FAMPLAN_SOCKET"
        case .logLevel: "FAMPLAN_LOG_LEVEL"
        case .horizon: "FAMPLAN_HORIZON"
        case .timeZone: "FAMPLAN_TIME_ZONE"
        }
    }

    /// The value, if it is a possible one.
    func checked(_ text: String) throws(Complaint) -> String {
        switch self {
        case .state, .socket: if text.isEmpty { throw Complaint("is empty") }
        case .logLevel: _ = try Self.level(text)
        case .horizon: _ = try Self.days(text)
        case .timeZone: try Self.checkZone(text)
        }
        return text
    }

    /// As ``checked(_:)``, in a file: what it names does not depend on where the daemon was started.
    func checkedInFile(_ text: String) throws(Complaint) -> String {
        switch self {
        case .state, .socket:
            guard text.hasPrefix("/") else {
                throw Complaint("“\(Words.shortened(text))” is not a path in full (try \(example))")
            }
            return try checked(text)
        default: return try checked(text)
        }
    }

    private var example: String {
        self == .state ? "/var/lib/famplan" : "/run/famplan/famplan.sock"
    }

    /// `30d`, `8w`; in days.
    static func days(_ text: String) throws(Complaint) -> Int {
        let number = Int(text.dropLast()) ?? 0
        let days = text.hasSuffix("w") ? number.multipliedReportingOverflow(by: 7).partialValue : number
        guard text.hasSuffix("w") || text.hasSuffix("d"), (1...400).contains(days) else {
            throw Complaint("“\(Words.shortened(text))” is not a time from 1d to 400d (try 8w)")
        }
        return days
    }

    static func level(_ text: String) throws(Complaint) -> Logger.Level {
        if let level = Logger.Level(rawValue: text) { return level }
        throw Complaint(unknown("level", text, among: Logger.Level.allCases.map(\.rawValue)))
    }

    private static func checkZone(_ text: String) throws(Complaint) {
        do { _ = try ZoneDatabase.system.zone(text) } catch { throw Complaint(error.description) }
    }
}
