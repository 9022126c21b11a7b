import ICalendar
import Testing

@Suite("Intervals")
struct IntervalTests {
    @Test(
        "half-open stretches overlap only where they have time in common",
        arguments: [
            (0..<10, 10..<20, false), (0..<10, 9..<20, true), (0..<10, 2..<5, true), (2..<5, 0..<10, true),
            (0..<10, 20..<30, false), (5..<5, 0..<10, true), (0..<0, 0..<10, true), (10..<10, 0..<10, false),
            (5..<5, 5..<5, false),
        ]
    )
    func overlap(left: Range<Int>, right: Range<Int>, expected: Bool) {
        // given
        let one = interval(left)
        let other = interval(right)

        // then
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
        #expect((one.intersection(other) != nil) == expected)
    }

    @Test("the intersection is what both cover")
    func intersection() {
        #expect(interval(0..<10).intersection(interval(4..<20)) == interval(4..<10))
        #expect(interval(0..<10).intersection(interval(4..<4)) == interval(4..<4))
    }

    @Test("an end before the start makes an empty interval, not a backward one")
    func backward() {
        let backward = Interval(Instant(secondsSinceEpoch: 10), Instant(secondsSinceEpoch: 5))

        #expect(backward.isEmpty)
        #expect(backward.seconds == 0)
        #expect(backward.start.secondsSinceEpoch == 10)
    }

    @Test("the start is inside, the end is not")
    func contains() {
        let contained = [-1, 0, 9, 10].map { interval(0..<10).contains(Instant(secondsSinceEpoch: $0)) }

        #expect(contained == [false, true, true, false])
    }

    private func interval(_ range: Range<Int>) -> Interval {
        Interval(
            Instant(secondsSinceEpoch: range.lowerBound),
            Instant(secondsSinceEpoch: range.upperBound)
        )
    }
}
