/// What is wrong with a file, as it is found.
struct Findings {
    /// Further ones are dropped: nobody reads them, and a hostile file would fill the memory.
    private static let limit = 1_000

    private(set) var warnings: [CalendarWarning] = []
    private(set) var skipped: [SkippedComponent] = []

    mutating func warn(_ line: Int, _ message: @autoclosure () -> String) {
        guard warnings.count < Findings.limit else { return }
        warnings.append(CalendarWarning(line: line, message: message()))
    }

    mutating func warn(_ line: ContentLine, _ message: @autoclosure () -> String) { warn(line.line, message()) }

    mutating func skip(_ component: Component, _ reason: @autoclosure () -> String) {
        guard skipped.count < Findings.limit else { return }
        let reason = reason()
        let uid = component.first("UID")?.textValue
        skipped.append(SkippedComponent(line: component.line, name: component.name, uid: uid, reason: reason))
    }

    /// Both in the order of the lines.
    mutating func sort() {
        warnings.sort { $0.line < $1.line }
        skipped.sort { $0.line < $1.line }
    }
}
