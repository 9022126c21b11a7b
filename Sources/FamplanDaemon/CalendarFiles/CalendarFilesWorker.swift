import FamplanAPI
import Household
import ICalendar
import Storage
import Synchronization

/// Keeps a calendar file for each parent in a folder, for other programs to subscribe to: what `famplan export --who` writes, of
/// the last month and of all that comes.
final class CalendarFilesWorker: Worker {
    private let planner: Planner
    private let maintenance: Maintenance
    /// Nil: no files are wanted.
    private let folder: @Sendable () -> String?
    private let written = Mutex<Edition?>(nil)
    /// How far back, in days: what was longer ago, nobody looks up in a subscribed calendar.
    private static let past = 31

    /// What decides what the files say.
    private struct Edition: Equatable {
        var folder: String
        /// The number of the last change.
        var change: Int?
        var today: CivilDate
    }

    init(planner: Planner, maintenance: Maintenance, folder: @escaping @Sendable () -> String?) {
        (self.planner, self.maintenance, self.folder) = (planner, maintenance, folder)
    }

    func work() async throws -> Instant? {
        guard let folder = folder(), maintenance.error == nil else { return nil }
        let household = await planner.household
        let zone = household.zone
        let today = zone.wall(of: planner.clock()).date
        // Asked before the entries are: a change in between is written at the next look.
        let edition = Edition(folder: folder, change: try planner.store.lastChange()?.id, today: today)
        if written.withLock({ $0 != edition }) {
            try await write(household.people.values.filter { $0.role == .parent }, edition)
            written.withLock { $0 = edition }
        }
        return zone.startOfDay(today.adding(days: 1))
    }

    private func write(_ parents: [Person], _ edition: Edition) async throws {
        try SharedFile.makeFolder(edition.folder)
        for parent in parents {
            let calendar = try await planner.calendarText(
                who: parent.id.rawValue,
                from: "\(edition.today.adding(days: -Self.past))",
                to: nil,
                for: .parents([parent.id])
            )
            try SharedFile("\(edition.folder)/\(parent.id).ics").replace(with: calendar.text)
        }
    }
}
