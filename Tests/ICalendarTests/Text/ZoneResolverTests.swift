import Testing

@testable import ICalendar

struct ZoneResolverTests {
    private func resolver(_ zones: [String] = []) throws -> ZoneResolver {
        var resolver = ZoneResolver(defaultZone: try ZoneDatabase.system.zone("Europe/Vienna"), database: .system)
        resolver.use(try zones.flatMap { try ICalendarParser.parse($0.utf8).components }.compactMap { VTimeZone($0) })
        return resolver
    }

    private func embedded(_ id: String, _ more: String = "") -> String {
        """
        BEGIN:VTIMEZONE
        TZID:\(id)
        \(more.isEmpty ? "X-OWN:1" : more)
        BEGIN:STANDARD
        DTSTART:16010101T000000
        TZOFFSETFROM:-0741
        TZOFFSETTO:-0741
        END:STANDARD
        END:VTIMEZONE
        """
    }

    @Test(
        "A TZID is an IANA id, alone or at the end, a name of Windows, or an offset; else the default zone is taken",
        arguments: [
            ("Europe/Berlin", "Europe/Berlin", ZoneSource.identifier),
            ("europe/berlin", "Europe/Berlin", .identifier),
            ("America/New York", "America/New_York", .identifier),
            ("/Europe/Stockholm", "Europe/Stockholm", .identifier),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin", .identifier),
            ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", .identifier),
            ("UTC", "UTC", .identifier),
            ("tzone://Microsoft/Utc", "UTC", .identifier),
            ("W. Europe Standard Time", "Europe/Berlin", .windowsName),
            ("eastern standard time", "America/New_York", .windowsName),
            ("India Standard Time", "Asia/Kolkata", .windowsName),
            ("UTC+02:00", "UTC+02:00", .offset),
            ("GMT-05", "GMT-05", .offset),
            ("Customized Time Zone", "Europe/Vienna", .unknown),
            ("../../etc/passwd", "Europe/Vienna", .unknown),
            ("/", "Europe/Vienna", .unknown),
        ]
    )
    func names(id: String, zone: String, source: ZoneSource) throws {
        var resolver = try resolver()

        let found = resolver.resolve(id)

        #expect(found.zone.id == zone)
        #expect(found.source == source)
    }

    @Test("An IANA id or a Windows name comes before the VTIMEZONE, and X-LIC-LOCATION before its rules")
    func order() throws {
        var resolver = try resolver([
            embedded("Europe/Berlin"), embedded("W. Europe Standard Time"), embedded("Customized Time Zone"),
            embedded("Wien", "X-LIC-LOCATION:Europe/Vienna"), embedded("Nowhere/Middle", "X-LIC-LOCATION:Nowhere"),
        ])

        #expect(resolver.resolve("Europe/Berlin").source == .identifier)
        #expect(resolver.resolve("W. Europe Standard Time").source == .windowsName)
        #expect(resolver.resolve("Customized Time Zone").source == .embedded)
        #expect(resolver.resolve("Wien") == ResolvedZone(try ZoneDatabase.system.zone("Europe/Vienna"), .location))
        #expect(resolver.resolve("Nowhere/Middle").source == .embedded)
        #expect(resolver.resolve("Nowhere/Middle").zone.offset(at: Instant(secondsSinceEpoch: 0)) == -27_660)
    }

    @Test("Every Windows zone is one that the system knows", arguments: WindowsZones.identifiers.values.sorted())
    func windows(id: String) {
        #expect(throws: Never.self) { try ZoneDatabase.system.zone(id) }
    }
}
