import Glibc

/// Measures the core in a release build and prints plain figures, which `scripts/bench.sh` puts beside other programs'.
@main
struct FamplanBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("evaluate", 1): try EvaluationTimes.run()
        case ("expand", 2): try ExpansionTimes(file: arguments[1]).printTime()
        case ("count", 2): try ExpansionTimes(file: arguments[1]).printCounts()
        case ("parse", 2): try TextTimes.run(file: arguments[1])
        default:
            print("usage: famplan-bench evaluate | expand FILE | count FILE | parse FILE")
            exit(2)
        }
    }
}
