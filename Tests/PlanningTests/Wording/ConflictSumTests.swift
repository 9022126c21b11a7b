import Household
import Planning
import Testing

@Suite struct ConflictSumTests {
    @Test(
        "notices are no conflicts, and of what there is none nothing is said",
        arguments: [
            ([], "0 conflicts", "0 new conflicts"), ([.critical], "1 conflict", "1 new conflict"),
            ([.critical, .warning], "2 conflicts", "2 new conflicts"), ([.notice], "1 notice", "1 new notice"),
            ([.notice, .critical, .notice], "1 conflict and 2 notices", "1 new conflict and 2 new notices"),
        ] as [([Severity], String, String)]
    )
    func words(severities: [Severity], words: String, new: String) {
        let sum = ConflictSum(severities)
        #expect(sum.words(joint: " and ") == words)
        #expect(sum.words("new", joint: " and ") == new)
        #expect(sum.words() == words.replacing(" and ", with: ", "))
        #expect(sum.count == severities.count)
    }
}
