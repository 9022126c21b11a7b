package import FamplanAPI

/// A line for each thing that was looked at, and what to do where something is wrong.
package struct DoctorRenderer: Renderer {
    package init() {}

    package func render(_ document: Document<DoctorReport>, on page: inout Page) throws {
        for finding in document.body.findings {
            let level = Text(finding.level, finding.style).padded(to: 9)
            page.add(level + Text("\(finding.check): ", .bold) + Text(finding.message), indent: 0, hanging: 9)
            // A line of its own, whole: commands are copied from it.
            if let advice = finding.advice { page.add(Text("         → \(advice)")) }
        }
    }
}

extension DoctorFinding {
    fileprivate var style: Style {
        switch level {
        case "ok": .green
        case "warning": .yellow
        default: [.red, .bold]
        }
    }
}
