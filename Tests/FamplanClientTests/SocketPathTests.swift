import FamplanClient
import Testing

@Suite struct SocketPathTests {
    struct Case: Sendable {
        var option: String?
        var environment: [String: String] = [:]
        var there: Set<String> = []
        var path: String
    }

    static let own = "/run/user/1000/famplan/famplan.sock"
    static let system = "/run/famplan/famplan.sock"

    @Test(
        "the option wins, then the environment, then one's own daemon where it is there, then the machine's",
        arguments: [
            Case(option: "/a", environment: ["FAMPLAN_SOCKET": "/b", "XDG_RUNTIME_DIR": "/run/user/1000"], path: "/a"),
            Case(environment: ["FAMPLAN_SOCKET": "/b", "XDG_RUNTIME_DIR": "/run/user/1000"], there: [own], path: "/b"),
            Case(environment: ["XDG_RUNTIME_DIR": "/run/user/1000"], there: [own], path: own),
            Case(environment: ["XDG_RUNTIME_DIR": "/run/user/1000"], path: system),
            Case(option: "", environment: ["FAMPLAN_SOCKET": "", "XDG_RUNTIME_DIR": ""], path: system),
            Case(path: system),
        ]
    )
    func resolution(of example: Case) {
        let path = SocketPath.resolved(
            option: example.option,
            environment: { example.environment[$0] },
            exists: { example.there.contains($0) }
        )
        #expect(path == example.path)
    }
}
