import Foundation
import Household
import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("calendar files to subscribe to")
struct CalendarFilesTests {
    private let folder: TemporaryFolder
    private var calendars: String { "\(folder.path)/calendars" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func worker(_ planner: Planner, in folder: String?) -> CalendarFilesWorker {
        CalendarFilesWorker(planner: planner, maintenance: Maintenance()) { folder }
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(calendars)/\(name)", encoding: .utf8)
    }

    @Test("each parent has a file with what they are in and are shown, for the owner and the group")
    func written() async throws {
        let planner = try await Planner.test()
        try await planner.add(
            [
                "kind": ["appointment"], "title": ["Surprise"], "people": ["maya"], "start": ["2026-11-25T18:00"],
                "duration": ["1h"], "private": ["true"],
            ],
            by: .person(ID("maya")!)
        )

        let next = try await worker(planner, in: calendars).work()

        #expect(try FileManager.default.contentsOfDirectory(atPath: calendars).sorted() == ["kofi.ics", "maya.ics"])
        let (maya, kofi) = (try text("maya.ics"), try text("kofi.ics"))
        #expect(maya.hasPrefix("BEGIN:VCALENDAR\r\n") && maya.hasSuffix("END:VCALENDAR\r\n"))
        #expect(maya.contains("SUMMARY:Surprise") && !kofi.contains("Surprise"))
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(calendars)/maya.ics")
        #expect((attributes[.posixPermissions] as? Int) == 0o640)
        let household = await planner.household
        let tomorrow = household.zone.wall(of: await planner.clock()).date.adding(days: 1)
        #expect(next == household.zone.startOfDay(tomorrow))
    }

    @Test("a file is written again when something in it has changed, and left alone otherwise")
    func changed() async throws {
        let planner = try await Planner.test()
        let worker = worker(planner, in: calendars)
        _ = try await worker.work()
        func number(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: "\(calendars)/\(name)")[.systemFileNumber] as? Int
        }
        let before = (maya: try number("maya.ics"), kofi: try number("kofi.ics"))

        try await planner.add([
            "kind": ["appointment"], "title": ["Optician"], "people": ["kofi"], "start": ["2026-11-25T18:00"],
            "duration": ["1h"],
        ])
        _ = try await worker.work()

        #expect(try text("kofi.ics").contains("SUMMARY:Optician"))
        #expect(try number("maya.ics") == before.maya)
        #expect(try number("kofi.ics") != before.kofi)
    }

    @Test("where no folder is named, nothing is written and nothing is waited for")
    func off() async throws {
        let planner = try await Planner.test()
        #expect(try await worker(planner, in: nil).work() == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("calendars") == false)
    }

    @Test("a folder that can't be made is said, with the reason")
    func impossible() async throws {
        let planner = try await Planner.test()
        let failure = await #expect(throws: SharedFile.Failure.self) {
            try await worker(planner, in: "\(folder.path)/nowhere/calendars").work()
        }
        #expect(failure?.description.hasSuffix("nowhere/calendars: No such file or directory") == true)
    }
}
