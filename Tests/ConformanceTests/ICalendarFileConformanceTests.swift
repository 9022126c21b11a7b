import Foundation
import ICalendar
import Testing

/// Real files of many producers: how each is taken, and which occurrences come of it, against two Python libraries.
///
/// The files are not ours to give away. They are looked for in the folder that FAMPLAN_CASES names, or beside the
/// package; without them there is nothing to test.
@Suite(.enabled(if: FileCase.folder != nil, "no folder with cases"))
struct ICalendarFileConformanceTests {
    @Test("A calendar file is taken as its manifest says, and gives the occurrences expected", arguments: FileCase.all)
    func file(_ file: FileCase) throws {
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let octets = [UInt8](try Data(contentsOf: file.url))

        guard file.expectation != "rejected" else {
            #expect(throws: CalendarFileError.self) { try CalendarFile.read(octets, defaultZone: berlin) }
            return
        }
        let calendar = try CalendarFile.read(octets, defaultZone: berlin)

        #expect(calendar.outcome.rawValue == file.expectation, "\(calendar.warnings) \(calendar.skipped)")
        guard let expected = try file.expected() else { return }
        let found = try expected.occurrences(of: calendar)
        let wanted = Set(expected.occurrences.map(\.known))
        switch file.comparison {
        case .exact:
            #expect(found.subtracting(wanted) == [], "too many")
            #expect(wanted.subtracting(found) == [], "too few")
        case .atLeast:
            #expect(wanted.subtracting(found) == [], "too few")
        case .count:
            #expect(found.count == wanted.count)
        }
    }

    @Test("What is read is written again byte for byte, but for its folds", arguments: FileCase.all)
    func roundTrip(_ file: FileCase) throws {
        let octets = [UInt8](try Data(contentsOf: file.url))
        guard let document = try? ICalendarParser.parse(octets) else { return }

        let written = document.octets

        #expect(unfolded(written) == unfolded(octets))
        #expect(written.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
    }

    /// By other means than the parser's own.
    private func unfolded(_ octets: [UInt8]) -> String {
        let text = String(decoding: octets, as: Unicode.UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        let joined = text.replacingOccurrences(of: "\n ", with: "").replacingOccurrences(of: "\n\t", with: "")
        return joined.hasSuffix("\n") ? joined : joined + "\n"
    }
}

/// One row of the manifest.
struct FileCase: Sendable, CustomTestStringConvertible {
    /// How what we find is compared with what the oracle found.
    enum Comparison {
        case exact
        /// The oracle left whole series out that it could not read, or the case is contested: ours may be more.
        case atLeast
        /// How many, and no more: the oracle is wrong about when. For a VTIMEZONE of a name that another file uses as
        /// well, it took that file's rules; for an end before the start it swapped the two, where we keep the start.
        case count
    }

    let name: String
    let expectation: String
    let comparison: Comparison

    var testDescription: String { name }
    var url: URL { (FileCase.folder ?? URL(filePath: ".")).appending(path: name) }

    static let folder: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let cases = ProcessInfo.processInfo.environment["FAMPLAN_CASES"].map { URL(filePath: $0) }
        let folder = (cases ?? package.appending(path: "../shared/cases")).appending(path: "ics").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.appending(path: "manifest.csv").path) ? folder : nil
    }()

    static let all: [FileCase] = {
        guard let manifest = folder?.appending(path: "manifest.csv") else { return [] }
        guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
        let rows = text.split(whereSeparator: \.isNewline).map { columns($0) }
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { FileCase(Dictionary(zip(header, $0)) { first, _ in first }) }
    }()

    private init(_ row: [String: String]) {
        name = row["file"] ?? ""
        expectation = row["import_expectation"] ?? ""
        let adjudication = row["adjudication"] ?? ""
        if name.contains("bad_ms_tz") || adjudication.hasPrefix("policy") {
            comparison = .count
        } else if adjudication.hasPrefix("contested") || row["oracle_status"] == "ok-skipping-bad-series" {
            comparison = .atLeast
        } else {
            comparison = .exact
        }
    }

    /// Comma-separated values, quoted where they hold commas, a quote doubled.
    private static func columns(_ line: Substring) -> [String] {
        var columns = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: columns.append("")
            default: columns[columns.count - 1].append(character)
            }
        }
        return columns
    }
}

extension FileCase {
    func expected() throws -> Expected? {
        let data = try Data(contentsOf: url.deletingPathExtension().appendingPathExtension("expected.json"))
        guard try JSONDecoder().decode(Kind.self, from: data).window != nil else { return nil }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Expected.self, from: data)
    }

    private struct Kind: Decodable {
        var window: Expected.Window?
        enum CodingKeys: CodingKey { case window }
    }
}

/// The occurrences that an oracle sees in a window.
struct Expected: Decodable {
    struct Window: Decodable {
        var start: String
        var endExclusive: String?
    }

    struct Occurrence: Decodable {
        var uid: String
        var summary: String
        var start: String
        var end: String
        var allDay: Bool
        var startUtc: String?
        var endUtc: String?

        var known: KnownOccurrence {
            KnownOccurrence(
                uid: uid,
                summary: summary,
                start: startUtc ?? start,
                end: endUtc ?? end
            )
        }
    }

    var window: Window
    var adjudication: String?
    var occurrences: [Occurrence]
}

/// What of an occurrence is compared: days as days, floating times as wall times, all else in UTC.
struct KnownOccurrence: Hashable {
    var uid: String
    var summary: String
    var start: String
    var end: String
}

extension Expected {
    func occurrences(of calendar: CalendarFile) throws -> Set<KnownOccurrence> {
        let first = try #require(CivilDate(window.start))
        let last = try #require(CivilDate(window.endExclusive ?? ""))
        return Set(
            calendar.events.flatMap { event in
                // The oracle lays the window in each event's own zone.
                event.occurrences(from: event.zone.startOfDay(first), until: event.zone.startOfDay(last)).map {
                    KnownOccurrence($0, of: event)
                }
            }
        )
    }
}

extension KnownOccurrence {
    init(_ occurrence: CalendarOccurrence, of event: CalendarEvent) {
        uid = event.hasUID ? occurrence.uid : ""
        // The oracle's are cut.
        summary = String(occurrence.content.summary.prefix(80))
        let isLocal = event.isFloating || event.zoneSource == .unknown
        if let days = occurrence.days {
            start = days.lowerBound.description
            end = days.upperBound.adding(days: 1).description
        } else {
            let walls = [occurrence.interval.start, occurrence.interval.end].map { "\(event.zone.wall(of: $0))" }
            start = isLocal ? walls[0].withSeconds : Zone.utc.rfc3339(occurrence.interval.start)
            end = isLocal ? walls[1].withSeconds : Zone.utc.rfc3339(occurrence.interval.end)
        }
    }
}

extension String {
    /// `2026-11-23T14:00` as `2026-11-23T14:00:00`
    fileprivate var withSeconds: String { count == 16 ? self + ":00" : self }
}
