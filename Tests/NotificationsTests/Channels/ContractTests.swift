import Foundation
import Household
import Notifications
import Testing

@Suite("every channel")
struct ContractTests {
    @Test("says that a message is sent once the far end has taken it", arguments: Rig.Kind.allCases)
    func sent(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .takes)
        #expect(await rig.channel.send(.sample(), to: rig.address) == .sent)
    }

    @Test("says that a message is delayed while the far end has no time", arguments: Rig.Kind.allCases)
    func delayed(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .busy)
        guard case .delayed(let after, let why) = await rig.channel.send(.sample(), to: rig.address) else {
            Issue.record("not delayed")
            return
        }
        #expect(after == (kind == .ntfy || kind == .webhook ? 120 : nil))
        #expect(!why.isEmpty)
    }

    @Test("says that a message is refused where trying again would end the same", arguments: Rig.Kind.allCases)
    func refused(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .refuses)
        guard case .refused = await rig.channel.send(.sample(), to: rig.address) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("gives up on a far end that says nothing, within its time", arguments: Rig.Kind.allCases)
    func hangs(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .hangs, limit: 1)
        let delivery = await rig.channel.send(.sample(), to: rig.address)
        guard case .delayed(nil, let why) = delivery else {
            Issue.record("not delayed: \(delivery)")
            return
        }
        #expect(why.contains("within 1 s"))
    }

    @Test("stops at once when it is cancelled", arguments: Rig.Kind.allCases)
    func cancelled(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .hangs, limit: 60)
        let sending = Task { await rig.channel.send(.sample(), to: rig.address) }
        try await eventually("nothing arrived") { rig.begun() > 0 }
        sending.cancel()
        guard case .delayed(nil, let why) = await sending.value else {
            Issue.record("not delayed")
            return
        }
        #expect(why.contains("told to stop"))
    }

    @Test("is not put off by whatever a message holds", arguments: Rig.Kind.allCases)
    func nasty(_ kind: Rig.Kind) async throws {
        let rig = try await Rig.make(kind, .takes)
        #expect(await rig.channel.send(.nasty, to: rig.address) == .sent)
    }

    @Test("keeps secrets and what is told out of what it says", arguments: Rig.Kind.allCases)
    func secrets(_ kind: Rig.Kind) async throws {
        for end in [Rig.FarEnd.busy, .refuses, .hangs] {
            let rig = try await Rig.make(kind, end, limit: 1)
            let said = "\(await rig.channel.send(.sample(), to: rig.address)) \(rig.channel)"
            for secret in Rig.secrets.dropLast() + ["2 gaps", "Noah"] { #expect(!said.contains(secret)) }
        }
    }
}
