import Testing

@testable import Feeds

@Suite("redirects of feeds")
struct RedirectTests {
    private func trail(_ steps: [(Int, String?)], from start: String = "https://a.example/x") throws -> RedirectTrail {
        var trail = RedirectTrail(from: try FeedAddress(start), limit: 5)
        for (status, location) in steps { try trail.follow(status: status, to: location) }
        return trail
    }

    @Test("permanent redirects are stored until a temporary one comes, and later ones are not")
    func stored() throws {
        let moved = try trail([(301, "/y"), (308, "https://b.example/z"), (302, "/t"), (301, "/u")])
        #expect(moved.current.secretText == "https://b.example/u")
        #expect(moved.stored.secretText == "https://b.example/z")
    }

    @Test("a password goes with a redirect on the same server, and an address on another is not stored without it")
    func password() throws {
        let start = "https://maya:s3%3Acret@a.example/x"
        for location in ["/y", "https://a.example/y"] {
            let moved = try trail([(301, location)], from: start)
            #expect(moved.stored.secretText == "https://maya:s3%3Acret@a.example/y")
            #expect(moved.stored.authorization == moved.current.authorization)
        }
        let other = try trail([(301, "https://b.example/z"), (301, "https://b.example/y")], from: start)
        #expect(other.current.secretText == "https://b.example/y")
        #expect(other.stored.secretText == start)
        let own = try trail([(301, "https://kofi@a.example/z")], from: start)
        #expect(own.stored.secretText == "https://kofi@a.example/z")
    }

    @Test("a temporary redirect changes nothing for next time", arguments: [302, 303, 307])
    func temporary(status: Int) throws {
        let moved = try trail([(status, "https://b.example/z"), (301, "/u")])
        #expect(moved.stored.secretText == "https://a.example/x")
    }

    @Test("https never goes on as http, and http may go on as https")
    func insecure() throws {
        #expect(throws: FetchFailure.insecureRedirect) { try trail([(301, "http://a.example/x")]) }
        let moved = try trail([(301, "https://a.example/x")], from: "http://a.example/x")
        #expect(moved.stored.secretText == "https://a.example/x")
        #expect(throws: FetchFailure.insecureRedirect) {
            try trail([(302, "https://b.example/"), (302, "http://a.example/x")], from: "http://a.example/x")
        }
    }

    @Test(
        "webcal in a redirect is https; files and nothing are no way on",
        arguments: ["file:///etc/passwd", "gopher://a/", nil]
    )
    func schemes(location: String?) throws {
        #expect(throws: FetchFailure.badRedirect) { try trail([(301, location)]) }
        #expect(try trail([(301, "webcal://b.example/z")]).current.secretText == "https://b.example/z")
    }

    @Test("five redirects are followed, and a sixth is not")
    func limit() throws {
        let five = (1...5).map { (302, Optional("/\($0)")) }
        #expect(try trail(five).current.secretText == "https://a.example/5")
        #expect(throws: FetchFailure.tooManyRedirects(limit: 5)) { try trail(five + [(302, "/6")]) }
    }
}
