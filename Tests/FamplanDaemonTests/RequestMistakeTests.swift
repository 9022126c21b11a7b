import HTTPTypes
import Testing

@testable import FamplanDaemon

/// What a program is told whose request is not as it should be.
@Suite("mistakes in requests")
struct RequestMistakeTests {
    @Test(
        "a body that is not as it should be is told in words",
        arguments: [
            (#"{"fields""#, "it is no JSON"), (#"{"options":{"dryRun":false,"strict":false}}"#, "“fields” is missing"),
            (#"{"fields":{},"options":1}"#, "“options”: "),
        ]
    )
    func body(text: String, words: String) async throws {
        let daemon = try InProcess(await Planner.test(), as: .admin)
        let answer = try await daemon.post("/v1/entries", text)
        #expect(answer.status == 400)
        #expect(answer.text.contains("the request is not as it should be: \(words)"), "\(answer.text)")
    }

    @Test("an address or method that is not there is named, however long, and where all of them are")
    func address() async throws {
        let daemon = try InProcess(await Planner.test(), as: .admin)
        let far = try await daemon.get("/v1/nothing?x=1")
        #expect(far.status == 404)
        #expect(far.text.contains("there is nothing at GET /v1/nothing (GET /openapi.json says what there is)"))
        #expect(try await daemon.ask(.delete, "/v1/agenda").text.contains("nothing at DELETE /v1/agenda"))
        #expect(try await daemon.get("/" + String(repeating: "a", count: 5_000)).text.utf8.count < 250)
    }
}
