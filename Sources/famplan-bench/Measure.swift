/// The median of some runs after one that is not counted, in milliseconds.
func medianMilliseconds(runs: Int = 7, _ work: () throws -> Void) rethrows -> Double {
    try work()
    var times: [Double] = []
    for _ in 0..<runs {
        let time = try ContinuousClock().measure(work)
        times.append(Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15)
    }
    return times.sorted()[runs / 2]
}
