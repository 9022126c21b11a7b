internal import FamplanAPI

/// All answers with their numbers, and which of them is to be another.
struct Review {
    let session: Session

    /// The key of the answer to change; nil: all is well.
    func change(_ interview: inout Interview) throws -> String? {
        try session.console.print(page(interview.answered).string, to: .output)
        while true {
            let typed = try interview.line(after: "Change something? Its number (Enter: no, go on)")
            if typed.isEmpty { return nil }
            if let number = Int(typed), interview.answered.indices.contains(number - 1) {
                return interview.answered[number - 1].key
            }
            if typed == "<" { return interview.answered.last?.key }
            try session.note("A number from 1 to \(interview.answered.count), please.")
        }
    }

    private func page(_ answered: [Interview.Answered]) -> Page {
        var page = Page(look: session.look)
        page.add(Text())
        page.add(Text("What you said", .bold))
        var table = Table([.init(), .init(), .init(least: 20)], indent: 1)
        var section = ""
        for (index, answer) in answered.enumerated() {
            if answer.section != section {
                section = answer.section
                table.add([Text(), Text(section, .bold), Text()])
            }
            let number = String(index + 1)
            let padded = String(repeating: " ", count: max(0, 2 - number.count)) + number
            let words = answer.answer.isEmpty ? Text("–", .dim) : Text(answer.answer)
            table.add([Text(padded, .yellow), Text(answer.label), words])
        }
        page.add(table)
        page.add(Text())
        return page
    }
}
