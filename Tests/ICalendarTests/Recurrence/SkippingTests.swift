import ICalendar
import Testing

@Suite("Skipping ahead")
struct SkippingTests {
    @Test("skipping ahead gives what enumerating gives, for any rule and any place", arguments: 0..<24)
    func randomRules(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let zone = try ZoneDatabase.system.zone("Europe/Berlin")
        for _ in 0..<25 {
            // given
            let rule = try RecurrenceRule(RandomRule.text(using: &random))
            let start = try wallTime("2024-02-28T09:30").adding(
                seconds: Int.random(in: 0...200_000_000, using: &random)
            )
            let all = Array(rule.dates(from: start, in: zone).prefix(150))
            guard let last = all.last else { continue }

            for _ in 0..<4 {
                // when
                let lower = start.adding(seconds: Int.random(in: -100_000...(span(start, last) + 1), using: &random))
                let skipped = Array(rule.dates(from: start, in: zone, notBefore: lower, before: last))

                // then
                #expect(
                    skipped == all.filter { $0 >= lower && $0 < last },
                    "\(rule) from \(start), not before \(lower)"
                )
            }
        }
    }

    @Test(
        "COUNT counts the dates before the window without listing them",
        arguments: [
            ("FREQ=DAILY;COUNT=3000000", 10), ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=2000000", 8),
            ("FREQ=SECONDLY;COUNT=2000000000", 864_000), ("FREQ=MINUTELY;INTERVAL=7;COUNT=100000000", 2057),
        ]
    )
    func bulk(text: String, expected: Int) throws {
        // given
        let rule = try RecurrenceRule(text)
        let lower = try wallTime("2010-11-22T00:00")

        // when
        let start = try wallTime("1960-01-01T00:00")
        let dates = rule.dates(from: start, in: .utc, notBefore: lower, before: lower.adding(seconds: 10 * 86_400))

        // then
        #expect(dates.reduce(0) { count, _ in count + 1 } == expected)
    }

    @Test(
        "a count that is used up before the window leaves nothing",
        arguments: ["FREQ=DAILY;COUNT=100", "FREQ=HOURLY;COUNT=100", "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=1;COUNT=3"]
    )
    func usedUp(text: String) throws {
        #expect(try dates(text, from: "2020-01-01T00:00", notBefore: "2026-01-01T00:00").isEmpty)
    }

    private func span(_ start: CivilDateTime, _ end: CivilDateTime) -> Int {
        Zone.utc.instant(of: end) - Zone.utc.instant(of: start)
    }
}

/// Rules of every frequency with a few parts each.
private enum RandomRule {
    static func text(using random: inout SeededGenerator) -> String {
        let frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
        let frequency = pick(frequencies, using: &random)
        var parts = ["FREQ=\(frequency)", "INTERVAL=\(Int.random(in: 1...9, using: &random))"]
        let isLong = frequency == "YEARLY" || frequency == "MONTHLY"
        let choices = [
            "BYMONTH=\(numbers(1...12, using: &random))",
            "BYHOUR=\(numbers(0...23, using: &random))",
            "BYMINUTE=\(numbers(0...59, using: &random))",
            "BYSECOND=\(numbers(0...59, using: &random))",
            frequency == "WEEKLY" ? "BYDAY=SA,SU" : "BYMONTHDAY=\(numbers(1...31, using: &random)),-1",
            isLong ? pick(["BYDAY=-1FR,2TU", "BYDAY=MO,WE"], using: &random) : "BYDAY=MO,WE,SU",
        ]
        var names: Set<Substring> = []
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let part = pick(choices, using: &random)
            if names.insert(part.prefix { $0 != "=" }).inserted { parts.append(part) }
        }
        if !names.isEmpty, Bool.random(using: &random) {
            parts.append("BYSETPOS=\(pick(["1", "-1", "2,-2"], using: &random))")
        }
        if Bool.random(using: &random) { parts.append("COUNT=\(Int.random(in: 1...200, using: &random))") }
        return parts.joined(separator: ";")
    }

    private static func pick(_ values: [String], using random: inout SeededGenerator) -> String {
        values[Int.random(in: values.indices, using: &random)]
    }

    private static func numbers(_ range: ClosedRange<Int>, using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...4, using: &random))
            .map { _ in String(Int.random(in: range, using: &random)) }
            .joined(separator: ",")
    }
}
