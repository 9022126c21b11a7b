import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

/// Real calendar files through the import and the agenda, against the occurrences that other libraries see.
@Suite("calendar files through import and agenda", .enabled(if: CalendarCases.areThere))
struct ImportConformanceTests {
    @Test("the agenda has exactly the occurrences", arguments: CalendarCases.withOccurrences)
    func occurrences(name: String) async throws {
        let expected = try CalendarCases.expected(name)
        let store = try Store.inMemory(settings: Settings(timeZone: "UTC"))
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 56) {
            Instant(secondsSinceEpoch: 1_790_000_000)
        }
        let data = try Data(contentsOf: CalendarCases.url(name))
        let request = ImportRequest(
            base64: data.base64EncodedString(),
            name: name,
            fields: [:],
            options: ChangeOptions()
        )
        _ = try await planner.importCalendar(request, by: .admin)
        // A second planner on the same store: what is read back is what was written.
        let again = try store.household(zones: .system, customZone: ImportedZones.zone)
        let reading = Reading(snapshot: Snapshot(household: again, now: Instant(secondsSinceEpoch: 1_790_000_000)))
        let range = try reading.range(from: expected.from, to: expected.to)
        let items = reading.agenda(range, who: nil).items
        let found = items.map { "\($0.uid ?? "") \($0.allDay ? String($0.start.prefix(10)) : $0.start)" }.sorted()
        #expect(found == expected.occurrences.sorted())
    }
}

/// The calendar files of the shared cases.
enum CalendarCases {
    static let folder = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["FAMPLAN_CASES"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
                "../../../shared/cases"
            )
            .standardized.path
    ).appendingPathComponent("ics")

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func url(_ name: String) -> URL { folder.appendingPathComponent("\(name).ics") }

    /// Those whose expected occurrences are beyond dispute.
    static let withOccurrences: [String] = {
        let rows = (try? String(contentsOf: folder.appendingPathComponent("manifest.csv"), encoding: .utf8)) ?? ""
        let contested = Set(
            rows.split(whereSeparator: \.isNewline).filter { $0.contains("contested") }.compactMap {
                $0.split(separator: ",").first.map { String($0.dropLast(4)) }
            }
        )
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".expected.json") }.map { String($0.dropLast(14)) }
            .filter { !contested.contains($0) && ((try? expected($0))?.isDated ?? false) }.sorted()
    }()

    struct Expected {
        let from: String
        let to: String
        /// `UID start`, a date for whole days, else in UTC.
        let occurrences: [String]
        let isDated: Bool
    }

    static func expected(_ name: String) throws -> Expected {
        let data = try Data(contentsOf: folder.appendingPathComponent("\(name).expected.json"))
        let document = try JSONDecoder().decode(Document.self, from: data)
        let occurrences = (document.occurrences ?? []).map { occurrence in
            "\(occurrence.uid ?? "") \(occurrence.all_day ? occurrence.start : occurrence.start_utc ?? "")"
        }
        return Expected(
            from: document.window?.start ?? "",
            to: document.window?.end_exclusive ?? "",
            occurrences: occurrences,
            isDated: document.window?.start != nil
        )
    }

    private struct Document: Decodable {
        let window: Window?
        let occurrences: [Occurrence]?
        struct Window: Decodable {
            let start: String?
            let end_exclusive: String?
        }
        struct Occurrence: Decodable {
            let uid: String?
            let start: String
            let start_utc: String?
            let all_day: Bool
        }
    }
}
