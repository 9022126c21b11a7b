import FamplanAPI
import HTTPTypes

extension APIOperation {
    private static let tried = #""options":{"dryRun":true,"strict":false}"#

    static let swapping = [
        APIOperation(
            method: .get,
            route: .swaps,
            summary: "What one parent asked the other to take over, the latest first.",
            parameters: [
                Parameter(name: "all", words: "With those that have ended.", choices: ["true", "false"]),
                Parameter(name: "limit", words: "At most so many, 1 to 10000; 20.", example: "5"),
            ],
            answer: SwapList.self
        ),
        APIOperation(
            method: .get,
            route: .swap,
            summary: "One of these swaps, and what it would do now.",
            parameters: [Parameter(name: "swap", words: "Its number.", isNeeded: true, example: "1")],
            answer: SwapReport.self
        ),
        APIOperation(
            method: .post,
            route: .swaps,
            summary: "Ask the other parent to take something over.",
            request: SwapRequest.self,
            answer: SwapReport.self,
            example: #"{"target":"noah-school","to":"maya","parts":[],"reason":"x",\#(tried)}"#
        ),
        APIOperation(
            method: .post,
            route: .answerSwap,
            summary: "Say yes or no to a swap, or offer something else.",
            request: SwapAnswerRequest.self,
            answer: SwapReport.self,
            example: #"{"swap":1,"answer":"no",\#(tried)}"#
        ),
        APIOperation(
            method: .post,
            route: .withdrawSwap,
            summary: "Ask for something no longer.",
            request: WithdrawSwapRequest.self,
            answer: SwapReport.self,
            example: #"{"swap":1}"#
        ),
    ]
}
