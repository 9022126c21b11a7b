import Household
import Testing

@Suite("What was meant by a name that is not there")
struct SpellingTests {
    @Test(
        "the nearest name is found",
        arguments: [
            ("kofy", "kofi"), ("noha", "noah"), ("pickup", "pickUp"), ("MAYA", "maya"), ("dropof", "dropOff"),
        ]
    )
    func nearest(text: String, name: String) {
        #expect(Spelling.nearest(to: text, among: ["maya", "kofi", "noah", "pickUp", "dropOff"]) == name)
    }

    @Test(
        "a name that is like none has no nearest",
        arguments: ["", "gym", "aaaaaaaa", String(repeating: "n", count: 99)]
    )
    func noNearest(text: String) {
        #expect(Spelling.nearest(to: text, among: ["maya", "kofi", "noah"]) == nil)
    }
}
