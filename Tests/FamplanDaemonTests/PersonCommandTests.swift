import FamplanAPI
import Household
import ICalendar
import Storage
import Testing

@testable import FamplanDaemon

@Suite("People, and what they want to be told, changed by command")
struct PersonCommandTests {
    private func edit(
        _ planner: Planner,
        _ person: String,
        _ fields: EntryFields = [:],
        channels: [String] = [],
        without: [String] = [],
        options: ChangeOptions = ChangeOptions()
    ) async throws -> ChangeAnswer {
        let request = PersonRequest(
            person: person,
            fields: fields,
            channels: channels,
            without: without,
            options: options
        )
        return try await planner.edit(PersonKind(configured: ["email", "phone"]), request, by: .admin)
    }

    private func notify(_ planner: Planner) async -> NotificationSettings? {
        await planner.household.people[ID(trusted: "maya")]?.notify
    }

    @Test("all that a person wants to be told, in the words of the household file; it is a change like any other")
    func everything() async throws {
        let planner = try await Planner.test()
        let fields: EntryFields = [
            "name": ["Maja"], "unixUser": ["root"], "work.perDay": ["8h"], "work.rest": ["11h"],
            "notify.digest": ["06:45"], "notify.quiet": ["22:00-06:30"], "notify.balance": ["sunday"],
            "notify.language": ["DE"],
        ]
        let channels = ["phone=critical,no-digest,changes", "email=address=maya@home.example,no-reminders"]
        let answer = try await edit(planner, "maya", fields, channels: channels)
        let expected = NotificationSettings(
            digest: CivilTime("06:45"),
            balance: .sunday,
            quiet: .init(from: CivilTime("22:00")!, to: CivilTime("06:30")!),
            language: "de",
            channels: [
                .init(channel: "phone", severity: .critical, digest: false, changes: true),
                .init(channel: "email", address: "maya@home.example", reminders: false),
            ]
        )
        #expect(await notify(planner) == expected)
        let maya = try #require(await planner.household.people[ID(trusted: "maya")])
        #expect(maya.name == "Maja" && maya.unixUser == "root")
        #expect(maya.work == WorkLimits(perDay: 28_800, rest: 39_600))
        #expect(
            answer.understood == [
                "parent “Maja” (maya): digest 06:45; balance on sunday; silence 22:00–06:30; dates in de; "
                    + "phone: critical, reminders, changes; email maya@home.example: warning, digest, changes"
            ]
        )
        #expect(answer.things.first?.fields.first { $0.field == "notify.digest" }?.after == "06:45")
        #expect(answer.warnings.isEmpty)
        let history = try await planner.history(limit: 1, id: nil)
        #expect(history.first?.summary == "edit parent “Maya” (maya)")
        _ = try await planner.undo()
        #expect(await planner.household.people[ID(trusted: "maya")]?.name == "Maya")
        #expect(await notify(planner) == NotificationSettings())
    }

    @Test("a channel that is there is changed where something is said of it; an empty value takes a field away")
    func further() async throws {
        let planner = try await Planner.test()
        _ = try await edit(
            planner,
            "maya",
            ["notify.digest": ["06:45"], "notify.quiet": ["22:00–6:30"]],
            channels: ["phone=critical,address=maya-7f3e9", "email"]
        )
        _ = try await edit(
            planner,
            "maya",
            ["notify.digest": []],
            channels: ["phone=no-reminders", "phone=notice"],
            without: ["email"]
        )
        #expect(
            await notify(planner)
                == NotificationSettings(
                    quiet: .init(from: CivilTime("22:00")!, to: CivilTime("06:30")!),
                    channels: [.init(channel: "phone", address: "maya-7f3e9", severity: .notice, reminders: false)]
                )
        )
        _ = try await edit(planner, "maya", ["notify.quiet": []], channels: ["phone=address="])
        #expect(
            await notify(planner)
                == NotificationSettings(channels: [.init(channel: "phone", severity: .notice, reminders: false)])
        )
    }

    @Test("a channel that is there twice is found by its address")
    func twice() async throws {
        let planner = try await Planner.test()
        let channels = "[ { channel: email, address: a@b }, { channel: email, address: c@d } ]"
        let text = smallHousehold.replacing(
            "name: Maya, role: parent",
            with: "name: Maya, role: parent, notify: { channels: \(channels) }"
        )
        _ = try await planner.apply(text)
        _ = try await edit(planner, "maya", channels: ["email=address=c@d,critical"])
        #expect(await notify(planner)?.channels.map(\.severity) == [.warning, .critical])
        #expect(
            await refusal { _ = try await edit(planner, "maya", channels: ["email=critical"]) }?.message
                == "people › maya › channel: “email” is there 2 times: say which, by its address (a@b, c@d)"
        )
    }

    @Test("a dry run writes nothing, nor does what changes nothing")
    func dryRun() async throws {
        let planner = try await Planner.test()
        let answer = try await edit(
            planner,
            "maya",
            ["notify.digest": ["07:00"]],
            options: ChangeOptions(dryRun: true)
        )
        #expect(answer.change == nil && answer.understood == ["parent “Maya” (maya): digest 07:00; told nothing"])
        #expect(await notify(planner) == NotificationSettings())
        #expect(try await edit(planner, "maya", ["name": ["Maya"]]).change == nil)
        #expect(try await planner.history(limit: 9, id: nil).count == 1)
    }

    @Test(
        "what is wrong is said with its key, its value and the nearest",
        arguments: [
            ("notify.digest", "dawn", "people › maya › notify › digest: “dawn” is not a time of day (00:00 to 24:00)"),
            ("notify.quiet", "22:00", "people › maya › notify › quiet: “22:00” are no hours of silence (22:00-06:30)"),
            (
                "notify.quiet", "22:00-6",
                "people › maya › notify › quiet › to: “6” is not a time of day (00:00 to 24:00)"
            ),
            (
                "notify.quiet", "06:30-06:30",
                "people › maya › notify › quiet › to: 06:30 is the start too, so that it would never end "
                    + "(leave `channels` out to be told nothing)"
            ),
            (
                "notify.balance", "sundy",
                "people › maya › notify › balance: “sundy” is not a day (did you mean sunday?)"
            ),
            (
                "notify.language", "de_AT",
                "people › maya › notify › language: “de_AT” is not the tag of a known language (de, fr, pt-BR): did you mean de-AT?"
            ),
            ("notify.digst", "07:00", "people › maya › notify › digst: unknown key “digst” (did you mean “digest”?)"),
            ("unixUsr", "x", "people › maya › unixUsr: unknown key “unixUsr” (did you mean “unixUser”?)"),
            (
                "work.perDay", "8",
                "people › maya › work › perDay: “8” has no unit (8m for minutes, 8h for hours, 8d for days)"
            ),
            ("role", "parnt", "people › maya › role: “parnt” is none of parent, child, carer: did you mean parent?"),
            ("id", "other", "people › maya › id: cannot be changed"),
        ]
    )
    func mistakes(field: String, value: String, message: String) async throws {
        let planner = try await Planner.test()
        #expect(await refusal { _ = try await edit(planner, "maya", [field: [value]]) }?.message == message)
    }

    @Test("so it is for channels and for whom")
    func channelMistakes() async throws {
        let planner = try await Planner.test()
        _ = try await edit(planner, "maya", channels: ["email"])
        let word = await refusal { _ = try await edit(planner, "maya", channels: ["phone=warnign"]) }
        #expect(
            word?.message
                == "people › maya › channel: “warnign” of “phone” is none of notice, warning, critical, digest, no-digest, reminders, "
                + "no-reminders, changes, no-changes, address=…: did you mean warning?"
        )
        let gone = await refusal { _ = try await edit(planner, "maya", without: ["emial"]) }
        #expect(gone?.message == "people › maya › no-channel: unknown channel “emial” (did you mean “email”?)")
        let who = await refusal { _ = try await edit(planner, "mya", channels: ["email"]) }
        #expect(who?.kind == .notFound && who?.message == "unknown person “mya” (did you mean “maya”?)")
        let child = await refusal { _ = try await edit(planner, "noah", channels: ["email"]) }
        #expect(child?.message == "people › noah › notify: Noah is a child (parents and carers are told things)")
    }

    @Test("a channel that the daemon does not have, and an account that is none, are warned of once")
    func warnings() async throws {
        let planner = try await Planner.test()
        let answer = try await edit(planner, "maya", ["unixUser": ["nobody-of-us"]], channels: ["emial", "email"])
        #expect(
            answer.warnings == [
                "people › maya: there is no Unix user “nobody-of-us” on this machine",
                "the daemon's configuration has no channel “emial” (did you mean “email”?): what is sent through it waits "
                    + "until it has",
            ]
        )
        #expect(try await edit(planner, "maya", channels: ["emial=critical"]).warnings.isEmpty)
    }

    @Test("somebody is added, shown, and taken out; not whoever is named elsewhere, nor twice")
    func addAndRemove() async throws {
        let planner = try await Planner.test()
        let request = PersonRequest(
            person: "opa",
            fields: ["role": ["carer"], "name": ["Opa"]],
            channels: ["phone"],
            without: [],
            options: ChangeOptions()
        )
        _ = try await planner.add(PersonKind(configured: ["email"]), request, by: .admin)
        #expect(
            await refusal { _ = try await planner.add(PersonKind(configured: []), request, by: .admin) }?.kind == .clash
        )
        let shown = try #require(
            try PersonKind(configured: ["email"]).report("opa", in: await planner.snapshot).people.first
        )
        #expect(shown.role == "carer" && shown.fields.isEmpty)
        #expect(
            shown.notify?.channels == [
                SubscriptionReport(
                    channel: "phone",
                    isConfigured: false,
                    address: nil,
                    severity: "warning",
                    digest: true,
                    reminders: true,
                    changes: true
                )
            ]
        )
        let everybody = try PersonKind(configured: []).report(nil, in: await planner.snapshot).people
        #expect(everybody.map(\.id) == ["maya", "kofi", "noah", "ama", "opa"])
        #expect(everybody.first { $0.id == "noah" }?.notify == nil)
        let remove = { (id: String) in
            _ = try await planner.remove(
                PersonKind(configured: []),
                RemovePersonRequest(person: id, options: ChangeOptions()),
                by: .admin
            )
        }
        try await remove("opa")
        #expect(await refusal { try await remove("opa") }?.kind == .notFound)
        let named = await refusal { try await remove("kofi") }
        #expect(
            named?.message
                == "cannot remove parent “Kofi” (kofi): it is named by entry noah-school (give that to somebody else first: "
                + "`famplan edit ID --who PERSON`, `famplan stream edit ID --owner PERSON`; or remove it)"
        )
        let nameless = PersonRequest(person: "x", fields: [:], channels: [], without: [], options: ChangeOptions())
        #expect(
            await refusal { _ = try await planner.add(PersonKind(configured: []), nameless, by: .admin) }?.message
                == "people › x › role: is needed (parent, child or carer)"
        )
    }
}
