import FamplanAPI
import HTTPTypes
import Household
import Hummingbird
import Storage
import Testing

@testable import FamplanDaemon

/// Who may do what: the whole table, written out.
@Suite("access")
struct AccessTests {
    /// What everybody of the household may ask for; all else is the parents' and the administrator's.
    private static let open: Set<String> = [
        "GET /v1/status", "GET /v1/agenda", "GET /v1/week", "GET /v1/now", "GET /v1/conflicts", "GET /v1/coverage",
        "GET /v1/dates", "GET /v1/day", "GET /v1/month", "GET /v1/names", "GET /v1/watch", "GET /openapi.json",
    ]

    private static let roles: [Viewer] = [
        .administrator, .parents([ID(trusted: "maya")]), .carer(ID(trusted: "ama")), .child(ID(trusted: "noah")),
    ]

    @Test("every endpoint for every role: carers and children only look, and only at what is open to them")
    func table() async throws {
        let planner = try await Planner.test()
        let household = await planner.household
        for endpoint in try API.test(planner).endpoints {
            let name = "\(endpoint.method) \(endpoint.route.rawValue)"
            for viewer in Self.roles {
                let isAllowed = (try? endpoint.access.check(.admin, viewer, in: household)) != nil
                #expect(isAllowed == (viewer.plans || Self.open.contains(name)), "\(name) for \(viewer)")
            }
            if endpoint.method != .get {
                #expect([.parents, .everything].contains(endpoint.access), "\(name) changes something")
            }
        }
    }

    @Test("carers and children are refused whatever changes something, and the history never names them")
    func changes() async throws {
        let planner = try await Planner.test(household: known)
        for name in ["ama", "noah"] {
            let daemon = try InProcess(planner, as: .person(ID(trusted: name)))
            for endpoint in try API.test(planner).endpoints where endpoint.method == .post {
                let operation = APIOperation.all.first { $0.describes(endpoint) }
                let answer = try await daemon.post(endpoint.route.rawValue, operation?.example ?? "{}")
                #expect(answer.status == 403, "\(endpoint.route) for \(name)")
                #expect(answer.text.contains(#""kind":"not-allowed""#))
            }
        }
        try await planner.add(["kind": ["family"], "start": ["2026-11-28"]], by: .person(ID(trusted: "kofi")))
        #expect(try await planner.history(limit: 10, id: nil).map(\.actor) == ["kofi", "admin"])
    }

    @Test("each route and method stands in the table once, and each route is there")
    func whole() async throws {
        let endpoints = try API.test(await Planner.test()).endpoints
        let names = endpoints.map { "\($0.method) \($0.route.rawValue)" }
        #expect(Set(names).count == names.count)
        #expect(Set(endpoints.map(\.route)) == Set(Route.allCases))
    }

    @Test(
        "a Unix user is who the household file says; root and the daemon's own are the administrator unless a parent's",
        arguments: [
            ("maya", 1001, "maya"), ("noah", 1003, "noah"), ("ama", 1004, "ama"), ("root", 0, "admin"),
            ("famplan", 999, "admin"), ("stranger", 1009, nil), (nil, 1010, nil),
        ] as [(String?, UInt32, String?)]
    )
    func actors(user: String?, uid: UInt32, name: String?) async throws {
        let household = try await Planner.test(household: known).household
        let actor = try? Actor(uid: uid, named: user, own: 999, in: household)
        #expect(actor?.name == name)
    }

    @Test("a parent whose account is root, or the daemon's, is that parent; a carer's is the administrator")
    func ownUsers() async throws {
        let household = try await Planner.test(household: known).household
        #expect(try Actor(uid: 0, named: "maya", own: 999, in: household).name == "maya")
        #expect(try Actor(uid: 999, named: "maya", own: 999, in: household).name == "maya")
        #expect(try Actor(uid: 999, named: "ama", own: 999, in: household).name == "admin")
    }

    @Test("who is refused is told why and what would help, in kind words")
    func words() async throws {
        let household = try await Planner.test(household: known).household
        let stranger = await refusal { _ = try Actor(uid: 1009, named: "lea", own: 999, in: household) }
        #expect(stranger?.kind == .notAllowed)
        #expect(
            stranger?.message
                == "cannot answer Unix user “lea”, who is nobody in this household: a person's `unixUser` in the household "
                + "file must name it (a parent can add it with `famplan apply`)"
        )
        let ama = Actor.person(ID(trusted: "ama"))
        let carer = await refusal { try Access.parents.check(ama, ama.viewer(in: household), in: household) }
        #expect(carer?.kind == .notAllowed)
        #expect(
            carer?.message
                == "cannot do that for Ama: it is for the parents of this household (Maya or Kofi can do it for you)"
        )
    }

    private var known: String {
        smallHousehold.replacing("id: maya,", with: "id: maya, unixUser: maya,")
            .replacing("id: ama,", with: "id: ama, unixUser: ama,")
            .replacing("name: Noah", with: "name: Noah\n    unixUser: noah")
    }
}
