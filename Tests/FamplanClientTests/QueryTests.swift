import FamplanClient
import Testing

@Suite struct QueryTests {
    @Test(
        "everything but unreserved characters is percent-encoded",
        arguments: [
            ("2026-11-24", "2026-11-24"), ("a-z.A_Z~09", "a-z.A_Z~09"), ("fri 15:00", "fri%2015%3A00"),
            ("2026-11-24T00:00:00+01:00", "2026-11-24T00%3A00%3A00%2B01%3A00"),
            ("a&b=c;d#e?f/g%", "a%26b%3Dc%3Bd%23e%3Ff%2Fg%25"),
            ("Zoë", "Zo%C3%AB"), ("🏊", "%F0%9F%8F%8A"), ("a\nb\u{0}", "a%0Ab%00"), ("", ""),
        ]
    )
    func encoding(text: String, encoded: String) {
        #expect(Query.encoded(text) == encoded)
    }

    @Test("what was not given is left out; what is empty was given")
    func parameters() {
        #expect(Query([]).text == "")
        #expect(Query([("from", nil), ("to", nil)]).text == "")
        #expect(Query([("from", nil), ("to", "x"), ("who", ""), ("kind", "y z")]).text == "?to=x&who=&kind=y%20z")
    }
}
