import FamplanAPI
import HTTPTypes

extension APIOperation {
    /// What the income streams bring, and what they take.
    static let money = [
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
    ]
}
