import Foundation
import ICalendar
import Testing

/// Rules with the dates that python-dateutil gives for them: its own test suite, and random ones in several zones.
///
/// The files are not part of the repository. They are looked for in the folder that `FAMPLAN_CASES` names, or beside it.
@Suite("Recurrence rules against python-dateutil", .enabled(if: RecurrenceCases.areThere))
struct RecurrenceConformanceTests {
    @Test("every rule file gives exactly the expected dates", arguments: RecurrenceCases.files)
    func dates(file: String) throws {
        // given
        let cases = try RecurrenceCases.read(file)
        try #require(!cases.isEmpty)

        for recurrence in cases {
            // when
            let found = try recurrence.found()

            // then
            #expect(found == recurrence.wanted, "\(recurrence.id): \(recurrence.rrule) from \(recurrence.dtstart)")
        }
    }

    @Test("beginning in the middle gives the rest of the dates", arguments: RecurrenceCases.files)
    func skipping(file: String) throws {
        for recurrence in try RecurrenceCases.read(file) {
            // given
            let all = Array(try recurrence.dates(from: nil).prefix(40))
            let middle = all.dropFirst(all.count / 2)
            guard let first = middle.first else { continue }

            // when
            let rest = try recurrence.dates(from: first).prefix(middle.count)

            // then
            #expect(Array(rest) == Array(middle), "\(recurrence.id): \(recurrence.rrule) from \(first)")
        }
    }
}

enum RecurrenceCases {
    static var folder: URL {
        if let path = ProcessInfo.processInfo.environment["FAMPLAN_CASES"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("shared/cases")
    }

    /// The names of the JSON files in the folder `rrule`.
    static var files: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("rrule").path)
        return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }

    static var areThere: Bool { !files.isEmpty }

    static func read(_ file: String) throws -> [RecurrenceCase] {
        let data = try Data(contentsOf: folder.appendingPathComponent("rrule").appendingPathComponent(file))
        return try JSONDecoder().decode([RecurrenceCase].self, from: data)
    }
}

/// One rule of a file. Without a time zone, wall times are expected; with one, seconds since the epoch.
struct RecurrenceCase: Decodable {
    var id: String
    var dtstart: String
    var tzid: String?
    var rrule: String
    var expected: Expected
    /// At most so many are expected.
    var limit: Int?
    /// None is expected after this instant.
    var windowEnd: Int?

    enum CodingKeys: String, CodingKey {
        case id, dtstart, tzid, rrule, expected, limit
        case windowEnd = "window_end"
    }

    enum Expected: Decodable {
        case walls([String])
        case instants([Int])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let instants = try? container.decode([Int].self) {
                self = .instants(instants)
            } else {
                self = .walls(try container.decode([String].self))
            }
        }
    }

    /// The expected dates as text, so that both kinds compare alike.
    var wanted: [String] {
        switch expected {
        case .walls(let walls): walls
        case .instants(let instants): instants.map(String.init)
        }
    }

    func dates(from lower: CivilDateTime?) throws -> RecurrenceDates {
        let start = try #require(CivilDateTime(icalendar: dtstart))
        let rule = try RecurrenceRule(rrule)
        guard let lower else { return rule.dates(from: start, in: try zone) }
        return rule.dates(from: start, in: try zone, notBefore: lower)
    }

    func found() throws -> [String] {
        let zone = try zone
        let isInstants = if case .instants(let instants) = expected { !instants.isEmpty || tzid != nil } else { false }
        var found: [String] = []
        for wall in try dates(from: nil) {
            let instant = zone.instant(of: wall)
            guard found.count < limit ?? .max, instant.secondsSinceEpoch <= windowEnd ?? .max else { break }
            found.append(isInstants ? String(instant.secondsSinceEpoch) : wall.icalendar)
        }
        return found
    }

    private var zone: Zone {
        get throws { try ZoneDatabase.system.zone(tzid ?? "UTC") }
    }
}
