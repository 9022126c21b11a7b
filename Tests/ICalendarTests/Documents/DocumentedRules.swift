import ICalendar
import Testing

/// What the articles show of rules and zones, as in ``DocumentedCode``.
@Suite("code on rules and zones shown in the documents of ICalendar")
struct DocumentedRules {
    @Test func rules() throws {
        let print = Printed()
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        // snippet: rule
        let rule = try RecurrenceRule("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3")
        let start = CivilDateTime(CivilDate("2026-09-01")!, CivilTime("18:00")!)
        for date in rule.dates(from: start, in: berlin) { print(date) }
        // → 2026-09-25T18:00
        // → 2026-10-30T18:00
        // → 2026-11-27T18:00
        // end
        #expect(try print.isAsShown(in: "rule"))
    }

    @Test func series() throws {
        let print = Printed()
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        // snippet: series
        let first = CivilDateTime("2026-09-01T16:00")!
        var series = RecurrenceSet(start: first, zone: berlin, rule: try RecurrenceRule("FREQ=WEEKLY"))
        series.excludedDates = [CivilDate("2026-09-05")!...CivilDate("2026-09-20")!]
        series.extra = [CivilDateTime("2026-09-24T16:00")!]
        print(series.starts(from: first, until: first.adding(seconds: 28 * 86_400)))
        // → [2026-09-01T16:00, 2026-09-22T16:00, 2026-09-24T16:00]
        // end
        #expect(try print.isAsShown(in: "series"))
    }

    @Test func mistakes() throws {
        let print = Printed()
        // snippet: mistake
        do throws(RecurrenceRuleError) {
            _ = try RecurrenceRule("FREQ=WEEKLY;BYDAY=XX")
        } catch {
            print(error)  // → BYDAY=XX: “XX” is not a weekday (MO, TU, WE, TH, FR, SA, SU)
        }
        // end
        #expect(try print.isAsShown(in: "mistake"))
    }

    @Test func clocks() throws {
        let print = Printed()
        // snippet: clocks
        let berlin = try ZoneDatabase.system.zone("Europe/Berlin")
        let skipped = CivilDateTime("2026-03-29T02:30")!
        print(berlin.rfc3339(berlin.instant(of: skipped)))  // → 2026-03-29T03:30:00+02:00
        let twice = CivilDateTime("2026-10-25T02:30")!
        print(berlin.rfc3339(berlin.instant(of: twice)))  // → 2026-10-25T02:30:00+02:00
        // end
        #expect(try print.isAsShown(in: "clocks"))
    }

    @Test func names() throws {
        let print = Printed()
        // snippet: names
        do throws(ZoneError) {
            _ = try ZoneDatabase.system.zone("Berlin")
        } catch {
            print(error)  // → unknown time zone “Berlin” (did you mean Europe/Berlin?)
        }
        // end
        #expect(try print.isAsShown(in: "names"))
    }
}
