import Foundation
import ICalendar
import Testing

@Suite("Time zone files")
struct ZoneFilesTests {
    @Test("a version 1 file has 32-bit times and keeps its last offset")
    func versionOne() throws {
        // given
        let file = TZifExample(version: 0, transitions: [(1000, 1), (2000, 0)], footer: nil)

        // when
        let zone = try load(file.bytes)

        // then
        #expect(
            [999, 1000, 1999, 2000, 9_999_999_999].map { zone.offset(at: Instant(secondsSinceEpoch: $0)) } == [
                3600, 7200, 7200, 3600, 3600,
            ]
        )
    }

    @Test("a version 2 file has 64-bit times, and its footer holds after the last of them")
    func versionTwo() throws {
        // given
        let file = TZifExample(version: 0x32, transitions: [(-9_999_999_999, 1), (2000, 0)], footer: "<+09>-9")

        // when
        let zone = try load(file.bytes)

        // then
        #expect(
            [-10_000_000_000, 0, 2000].map { zone.offset(at: Instant(secondsSinceEpoch: $0)) } == [
                3600, 7200, 32_400,
            ]
        )
    }

    @Test("a file that ends anywhere too early is refused, not read over its end", arguments: [UInt8(0), 0x32])
    func truncated(version: UInt8) throws {
        let whole = TZifExample(version: version, transitions: [(1000, 1)], footer: version == 0 ? nil : "UTC0").bytes

        for length in 0..<whole.count {
            #expect(throws: ZoneError.self, "\(length) of \(whole.count) bytes") { try load(Array(whole[..<length])) }
        }
        #expect(throws: Never.self) { try load(whole) }
    }

    @Test("impossible counts, types, orders, offsets and footers are refused")
    func hostile() {
        let bad: [TZifExample] = [
            TZifExample(version: 0x32, transitions: [(1000, 9)], footer: ""),
            TZifExample(version: 0x32, transitions: [(2000, 0), (1000, 1)], footer: ""),
            TZifExample(version: 0x32, transitions: [], footer: "Nonsense"),
            TZifExample(version: 0x32, transitions: [], footer: "", offsets: []),
            TZifExample(version: 0x32, transitions: [], footer: "", offsets: [1_000_000]),
            TZifExample(version: 0x32, transitions: [], footer: "", claimedTransitions: 0xFFFF_FFFF),
            TZifExample(version: 0x32, transitions: [], footer: "", magic: "TZxx"),
        ]
        for example in bad {
            #expect(throws: ZoneError.self) { try load(example.bytes) }
        }
        #expect(throws: ZoneError.self) { try load([UInt8](repeating: 0, count: 1_000_000)) }
    }

    @Test("any byte of a file may be wrong without harm")
    func damaged() throws {
        let whole = TZifExample(
            version: 0x32,
            transitions: [(1000, 1), (2000, 0)],
            footer: "CET-1CEST,M3.5.0,M10.5.0/3"
        ).bytes
        var refused = 0

        for place in whole.indices {
            for value: UInt8 in [0, 0x7F, 0x80, 0xFF] {
                var bytes = whole
                bytes[place] = value
                do {
                    _ = try load(bytes).wall(of: Instant(secondsSinceEpoch: 1_800_000_000))
                } catch {
                    refused += 1
                }
            }
        }

        #expect(refused > 0)
    }

    /// Reads the bytes as the only zone of a database of its own.
    private func load(_ bytes: [UInt8]) throws -> Zone {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        try Data("Z Test 1 - +01\n".utf8).write(to: directory.appendingPathComponent("tzdata.zi"))
        try Data(bytes).write(to: directory.appendingPathComponent("Test"))
        return try ZoneDatabase(directory: directory.path).zone("Test")
    }
}

/// A time zone file of two kinds of time, +01:00 and +02:00, unless told otherwise.
private struct TZifExample {
    var version: UInt8
    var transitions: [(time: Int, type: UInt8)]
    var footer: String?
    var offsets = [3600, 7200]
    var claimedTransitions: Int?
    var magic = "TZif"

    var bytes: [UInt8] {
        guard version != 0 else { return block(timeSize: 4) }
        let footer = footer.map { Array("\n\($0)\n".utf8) } ?? []
        let old = TZifExample(version: 0x32, transitions: [], footer: nil).block(timeSize: 4)
        return old + block(timeSize: 8) + footer
    }

    private func block(timeSize: Int) -> [UInt8] {
        var bytes = Array(magic.utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, 0, claimedTransitions ?? transitions.count, offsets.count, 4] {
            bytes += bigEndian(count, 4)
        }
        bytes += transitions.flatMap { bigEndian($0.time, timeSize) }
        bytes += transitions.map(\.type)
        bytes += offsets.flatMap { bigEndian($0, 4) + [0, 0] }
        return bytes + Array("XXX\0".utf8)
    }

    private func bigEndian(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
