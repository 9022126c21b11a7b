import FamplanAPI
import HTTPTypes

extension APIOperation {
    /// The income streams, and what they bring.
    static let streams = [
        APIOperation(
            method: .get,
            route: .income,
            summary: "Hours and money of whole days, planned and actual; what the month and the quarter will bring.",
            parameters: [
                Parameter(
                    name: "month",
                    words: "A month, this, last or next; instead of from and to.",
                    example: "2026-11"
                ),
                Parameter(name: "from", words: "The first day; that of this month.", example: "2026-11-01"),
                Parameter(name: "to", words: "The day after the last; the end of the month.", example: "2026-12-01"),
                Parameter(name: "by", words: "How it is listed; stream.", choices: ["stream", "person", "client"]),
            ],
            answer: IncomeReport.self
        ),
        APIOperation(
            method: .get,
            route: .capacity,
            summary: "Hours against deadlines, and what can still be booked this week and next.",
            answer: CapacityReport.self
        ),
        APIOperation(
            method: .get,
            route: .streams,
            summary: "The income streams.",
            parameters: [
                Parameter(name: "stream", words: "The id of one stream.", example: "northwind"),
                Parameter(name: "all", words: "With those that are archived.", choices: ["true", "false"]),
            ],
            answer: StreamsReport.self
        ),
        APIOperation(
            method: .post,
            route: .streams,
            summary: "Add an income stream.",
            request: StreamRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"stream":"fjord","fields":{"owner":["maya"],"kind":["client"]},"rate":"110/hour",\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .editStream,
            summary: "Change what is said of an income stream.",
            request: StreamRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"stream":"northwind","fields":{"archived":["today"]},\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .removeStream,
            summary: "Take an income stream out of the household.",
            request: RemoveStreamRequest.self,
            answer: ChangeAnswer.self
        ),
    ]

    private static let options = #""options":{"dryRun":true,"strict":false}"#
}
