import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

/// “Did you mean” tells nobody the name of what is hidden from them.
@Suite("names that are near")
struct HiddenNamesTests {
    private let maya = Actor.person(ID(trusted: "maya"))
    private let kofi = Actor.person(ID(trusted: "kofi"))

    private func planner() async throws -> Planner {
        let planner = try await Planner.test()
        let fields: EntryFields = [
            "kind": ["appointment"], "title": ["Scan"], "people": ["maya"], "start": ["2026-11-27T09:00"],
            "duration": ["1h"], "private": ["true"],
        ]
        try await planner.add(fields, id: "clinic-friday", by: maya)
        return planner
    }

    @Test("what is private to others is not offered in place of a name that is none; to its people it is")
    func near() async throws {
        let planner = try await planner()
        func message(_ actor: Actor) async -> String? {
            await refusal { _ = try await planner.target(EntryTarget(name: "clinic-fridy"), by: actor) }?.message
        }
        #expect(await message(maya) == "no entry “clinic-fridy” (did you mean “clinic-friday”?)")
        #expect(await message(kofi) == "no entry “clinic-fridy” (`famplan agenda` shows their ids)")
        #expect(await message(.admin) == "no entry “clinic-fridy” (did you mean “clinic-friday”?)")
    }

    @Test("no address that takes an entry's name offers it")
    func everywhere() async throws {
        let daemon = try InProcess(await planner(), as: kofi)
        let options = #""options":{"dryRun":true,"strict":false}"#
        let target = #""target":{"name":"clinic-fridy","following":false}"#
        let bodies = [
            "/v1/entries/edit": #"{\#(target),"fields":{"note":["x"]},\#(options)}"#,
            "/v1/entries/move": #"{\#(target),"when":"09:00",\#(options)}"#,
            "/v1/entries/remove": #"{\#(target),\#(options)}"#,
            "/v1/swaps": #"{"target":"clinic-fridy","to":"maya","parts":[],"reason":"x",\#(options)}"#,
            "/v1/feeds": #"{"url":"https://a.example/x.ics","role":"closure","fields":{},"closes":["clinic-fridy"],"#
                + #""allowsPrivate":false}"#,
            "/v1/log/start": #"{"what":["clinic-fridy"],"switching":false,"isPrivate":false,"dryRun":true}"#,
        ]
        for (address, body) in bodies {
            let answer = try await daemon.post(address, body)
            #expect(answer.status == 404, "\(address): \(answer.text)")
            #expect(!answer.text.contains("clinic-friday"), "\(address): \(answer.text)")
        }
    }
}
