import Household
import ICalendar
import Testing

@testable import Notifications

@Suite("the token of a link")
struct ActionTokenTests {
    private let key = ActionKey([UInt8](repeating: 7, count: 32))!
    private let token = ActionToken(
        Message.Action(
            kind: .accept,
            conflict: ID(trusted: "qk7h2m9x"),
            severity: .warning,
            label: "Accept",
            expires: Message.sampleMoment.adding(seconds: 3_600)
        ),
        of: .sample()
    )

    @Test("is read as what it was signed for, and says it in plain letters")
    func roundTrip() throws {
        let text = token.text(key: key)
        #expect(ActionToken(text, key: key) == token)
        #expect(text.hasPrefix("accept_qk7h2m9x_maya_warning_"))
        #expect(text.utf8.allSatisfy { $0 < 0x80 && !"/?#%&+= ".utf8.contains($0) })
        // The same message sent again has the same link.
        #expect(text == token.text(key: key))
    }

    @Test("each field counts: one that is altered is none", arguments: 0..<7)
    func altered(field: Int) {
        var words = token.text(key: key).split(separator: "_").map(String.init)
        let others = ["refuse", "aaaaaaaa", "kofi", "critical", "zzzzzz", "zzzzzz", String(repeating: "0", count: 64)]
        words[field] = others[field]
        #expect(ActionToken(words.joined(separator: "_"), key: key) == nil)
    }

    @Test("each letter counts, and each that is missing or too many")
    func letters() {
        let text = Array(token.text(key: key))
        for place in text.indices {
            var other = text
            other[place] = other[place] == "a" ? "b" : "a"
            #expect(ActionToken(String(other), key: key) == nil, "letter \(place)")
            #expect(ActionToken(String(text.prefix(place)), key: key) == nil, "cut at \(place)")
        }
        for more in ["0", "00", "_", "\n", "=", "é"] { #expect(ActionToken(String(text) + more, key: key) == nil) }
        #expect(ActionToken(String(text).uppercased(), key: key) == nil)
        #expect(ActionToken("_" + String(text), key: key) == nil)
    }

    @Test(
        "what is not even like one is none",
        arguments: [
            "", "_", "______", "accept", String(repeating: "a_", count: 100_000), "\u{0}", "accept_a_b_c_d_e_é",
        ]
    )
    func nonsense(text: String) {
        #expect(ActionToken(text, key: key) == nil)
    }

    @Test("another key signs otherwise, and a short one is none; nothing shows a key")
    func keys() throws {
        let other = try #require(ActionKey([UInt8](repeating: 7, count: 31) + [8]))
        #expect(ActionToken(token.text(key: other), key: key) == nil)
        #expect(ActionKey([UInt8](repeating: 7, count: 31)) == nil)
        #expect(ActionKey(Secret("short")) == nil)
        #expect(
            ActionToken(
                token.text(key: key),
                key: try #require(ActionKey(Secret(String(repeating: "\u{7}", count: 32))))
            ) == token
        )
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "(secret)" && String(reflecting: key) == "(secret)" && !dumped.contains("SymmetricKey"))
    }

    @Test("a signature is HMAC-SHA256 with the purpose before it, as another program computes it")
    func standard() throws {
        // hmac.new(b"\x07" * 32, b"famplan action 1\n" + b"accept", "sha256").hexdigest()
        #expect(key.signature(of: "accept") == "eaaf522ecbee93cd38fda2a6732a35e835944d3319f934efbc3ae6507224a0be")
    }
}
