import FamplanAPI
import Foundation
import Household
import ICalendar
import Storage

@testable import FamplanDaemon

/// Monday 2026-11-23, 08:00 in Berlin: the now of these tests.
let monday = Instant(rfc3339: "2026-11-23T08:00:00+01:00")!

/// The files that come with the project, from its top.
enum ProjectFile {
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../\(name)")
            .standardized.path
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }
}

extension Planner {
    /// A planner on a real SQLite in memory, with a household.
    static func test(household text: String? = smallHousehold, store: Store? = nil) async throws -> Planner {
        let store = try store ?? Store.inMemory(settings: Settings(timeZone: "Europe/Berlin"))
        let household = try store.household(zones: .system, customZone: ImportedZones.zone)
        let planner = try Planner(store: store, household: household, zones: .system, horizonDays: 56) { monday }
        if let text { _ = try await planner.apply(text) }
        return planner
    }

    @discardableResult
    func apply(
        _ text: String,
        prune: Bool = false,
        overwrite: Bool = false,
        options: ChangeOptions = ChangeOptions(),
        by actor: Actor = .admin
    ) async throws -> ChangeAnswer {
        try await apply(
            ApplyRequest(text: text, name: "household.yaml", prune: prune, overwrite: overwrite, options: options),
            by: actor
        )
    }

    @discardableResult
    func add(
        _ fields: EntryFields,
        id: String? = nil,
        options: ChangeOptions = ChangeOptions(),
        by actor: Actor = .admin
    ) throws -> ChangeAnswer {
        try add(AddRequest(id: id, fields: fields, options: options), by: actor)
    }

    @discardableResult
    func edit(_ name: String, following: Bool = false, _ fields: EntryFields) throws -> ChangeAnswer {
        let target = EntryTarget(name: name, following: following)
        return try edit(EditRequest(target: target, fields: fields, options: ChangeOptions()), by: .admin)
    }

    @discardableResult
    func move(_ name: String, to when: String) throws -> ChangeAnswer {
        let request = MoveRequest(target: EntryTarget(name: name), when: when, options: ChangeOptions())
        return try move(request, by: .admin)
    }

    @discardableResult
    func remove(_ name: String, following: Bool = false) throws -> ChangeAnswer {
        let target = EntryTarget(name: name, following: following)
        return try remove(RemoveRequest(target: target, options: ChangeOptions()), by: .admin)
    }

    @discardableResult
    func undo(_ change: Int? = nil, by actor: Actor = .admin) throws -> ChangeAnswer {
        try undo(UndoRequest(change: change, options: ChangeOptions()), by: actor)
    }

    var householdText: String { householdText(for: .administrator) }

    /// Everything, as the administrator is shown it.
    var snapshot: Snapshot { snapshot(for: .administrator) }

    /// `deep-work 2026-11-24T09:00`, in order, over some days.
    func agenda(_ from: String = "2026-11-23", _ to: String = "2026-11-30") throws -> [String] {
        let reading = Reading(snapshot: snapshot)
        return reading.agenda(try reading.range(from: from, to: to), who: nil).items.map {
            "\($0.entry) \($0.start.prefix(16))"
        }
    }
}

/// What was thrown, as the daemon would answer it.
func refusal(_ work: () async throws -> Void) async -> ErrorBody.Content? {
    do {
        try await work()
        return nil
    } catch {
        return ErrorBody(of: error).error
    }
}

/// Two parents, a child, a grandmother; school, and Maya's deep work on Tuesdays and Thursdays.
let smallHousehold = """
    household: { name: Test, timeZone: Europe/Berlin }
    places:
      - { id: school, name: School, minutesFromHome: 15 }
    people:
      - { id: maya, name: Maya, role: parent }
      - { id: kofi, name: Kofi, role: parent }
      - id: noah
        name: Noah
        role: child
        care: [ { days: daily, from: "06:30", to: "20:00", level: present } ]
      - { id: ama, name: Ama, role: carer }
    streams:
      - { id: northwind, name: Northwind, owner: maya, kind: client }
    entries:
      - id: noah-school
        kind: school
        title: School
        people: [noah]
        place: school
        start: 2026-09-01T08:15
        end: 2026-09-01T14:15
        repeat: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
        pickUp: kofi
      - id: deep-work
        kind: work
        title: Deep work
        stream: northwind
        people: [maya]
        start: 2026-09-01T09:00
        duration: 3h
        repeat: FREQ=WEEKLY;BYDAY=TU,TH
    """
