import FamplanAPI
import Foundation
import Household
import HouseholdFile
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// The same files through the daemon's import, the database and the agenda, as a family has them.
@Suite(.enabled(if: FileCase.folder != nil, "no folder with cases"))
struct ImportConformanceTests {
    private static let now = Instant(secondsSinceEpoch: 1_790_000_000)

    @Test("What is imported is in the agenda, occurrence by occurrence", arguments: FileCase.all)
    func agenda(_ file: FileCase) async throws {
        let store = try Store.inMemory(settings: Settings(timeZone: "UTC"))
        let imported = try await imported(file, into: store)
        #expect(imported == (file.expectation != "rejected"))
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        let text = HouseholdFile.write(household)
        let reread = try HouseholdFile.read(text, name: "household.yaml", onto: household, prune: true)
        #expect(household.changes(to: reread).isEmpty, "what is exported can be applied, and changes nothing")
        guard imported, let expected = try file.expected() else { return }

        let uids = Set(expected.occurrences.map(\.uid))
        let found = try agenda(of: store, from: expected.window.start, to: expected.window.endExclusive ?? "")
            .map { "\(known($0.uid, among: uids)) \($0.allDay ? String($0.start.prefix(10)) : $0.start)" }
        let wanted = expected.occurrences.map { "\($0.uid) \(start($0))" }

        switch file.comparison {
        case .exact: #expect(found.sorted() == wanted.sorted())
        case .atLeast: #expect(Set(wanted).subtracting(found) == [])
        case .count: #expect(found.count == wanted.count)
        }
    }

    private func imported(_ file: FileCase, into store: Store) async throws -> Bool {
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 56) { Self.now }
        let data = try Data(contentsOf: file.url)
        let request = ImportRequest(
            base64: data.base64EncodedString(),
            name: file.name,
            fields: [:],
            options: ChangeOptions()
        )
        do {
            _ = try await planner.importCalendar(request, by: .admin)
            return true
        } catch is CalendarFileError {
            return false
        }
    }

    /// From what was written, not from what is in memory.
    private func agenda(of store: Store, from: String, to: String) throws -> [AgendaItem] {
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        let reading = Reading(snapshot: Snapshot(household: household, now: Self.now))
        return reading.agenda(try reading.range(from: from, to: to), who: nil).items
    }

    /// What a file without UIDs is given is not compared.
    private func known(_ uid: String?, among uids: Set<String>) -> String {
        uid.flatMap { uids.contains($0) ? $0 : nil } ?? ""
    }

    /// A day as a day, a floating time as one of the household's zone, which is UTC here.
    private func start(_ occurrence: Expected.Occurrence) -> String {
        if occurrence.allDay { return occurrence.start }
        return occurrence.startUtc ?? occurrence.start + "Z"
    }
}
