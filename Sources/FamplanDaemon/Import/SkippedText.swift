import FamplanAPI
import FoundationEssentials
import ICalendar

/// The text of what an import left out, as it stood in the file.
struct SkippedText {
    private let lines: [Substring]

    init(_ data: Data) {
        lines = String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
    }

    func texts(of skipped: [ICalendar.SkippedComponent]) -> [FamplanAPI.SkippedComponent] {
        skipped.map { FamplanAPI.SkippedComponent(line: $0.line, reason: $0.reason, text: text(of: $0)) }
    }

    /// From its BEGIN to its END.
    private func text(of skipped: ICalendar.SkippedComponent) -> String {
        let begun = lines.dropFirst(skipped.line - 1)
        let end = begun.firstIndex { $0.uppercased() == "END:\(skipped.name.uppercased())" }
        return begun[...(end ?? begun.startIndex)].joined(separator: "\r\n") + "\r\n"
    }
}
