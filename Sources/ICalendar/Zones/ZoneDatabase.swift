internal import Synchronization

/// The named time zones of a machine, read from its compiled tz database.
///
/// Only ids of the database's own list are zones, so that no id becomes a path out of the directory. Zones are read
/// once and kept; copies share them, from any thread.
public struct ZoneDatabase: Sendable {
    /// Where the files are.
    public let directory: String
    private let cache = Cache()

    /// Nothing is read before the first question.
    public init(directory: String = "/usr/share/zoneinfo") {
        self.directory = directory
    }

    /// The database of this machine.
    public static let system = ZoneDatabase()

    private final class Cache: Sendable {
        let state = Mutex(State())
    }

    private struct State {
        var identifiers: ZoneList?
        var zones: [String: Zone] = [:]
    }

    /// The zone with this id, in the spelling of the list.
    ///
    /// `UTC` is always there, even without a database.
    ///
    /// - Throws: ``ZoneError``, with the id that was most likely meant.
    public func zone(_ id: String) throws(ZoneError) -> Zone {
        if id == Zone.utc.id { return .utc }
        if let known = cache.state.withLock({ $0.zones[id] }) { return known }
        guard list.contains(id) else {
            guard !list.isEmpty else { throw .noDatabase(directory: directory) }
            throw .unknown(id: id, nearest: nearest(to: id))
        }
        let zone = try read(id)
        cache.state.withLock { $0.zones[id] = zone }
        return zone
    }

    /// The id that someone who typed this most likely meant; nil if none is like it.
    ///
    /// A place alone is enough: `Berlin` finds Europe/Berlin.
    public func nearest(to id: String) -> String? {
        list.nearest(to: id)
    }

    /// All ids, sorted; empty if there is no list.
    public var identifiers: [String] { list.sorted }

    /// The id as the list spells it, for one in lower case; nil if there is no such zone.
    func spelling(_ lowercased: String) -> String? { list.spellings[lowercased] }

    private var list: ZoneList {
        cache.state.withLock { state in
            if let list = state.identifiers { return list }
            let list = ZoneList(directory: directory)
            state.identifiers = list
            return list
        }
    }

    private func read(_ id: String) throws(ZoneError) -> Zone {
        guard let bytes = readFile("\(directory)/\(id)", limit: TZif.sizeLimit) else {
            throw .unreadable(id: id, reason: "no file \(directory)/\(id)")
        }
        do throws(TZif.Damage) {
            return Zone(id: id, table: try TZif.table(bytes))
        } catch {
            throw .unreadable(id: id, reason: "\(directory)/\(id) is damaged (\(error.reason))")
        }
    }
}
