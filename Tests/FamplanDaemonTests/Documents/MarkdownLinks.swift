import Foundation

/// The links of a Markdown page, and what can be linked to in it.
struct MarkdownLinks {
    /// Where links lead, as they are written.
    let targets: [String]
    /// The names that GitHub gives to its headings.
    let anchors: Set<String>

    init(_ text: String) {
        var (targets, anchors) = ([String](), Set<String>())
        var isInFence = false
        for line in text.split(separator: "\n") {
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isInFence.toggle() }
            if isInFence { continue }
            if let heading = line.wholeMatch(of: /#{1,6} +(.*)/)?.output.1 {
                anchors.insert(Self.anchor(heading, besides: anchors))
            }
            let plain = line.replacing(/`[^`]*`/, with: "")
            targets += plain.matches(of: /\]\(([^)\s]+)[^)]*\)/).map { String($0.output.1) }
            if let reference = plain.prefixMatch(of: /\[[^\]]+\]: +(\S+)/) {
                targets.append(String(reference.output.1))
            }
        }
        (self.targets, self.anchors) = (targets, anchors)
    }

    private static func anchor(_ heading: Substring, besides taken: Set<String>) -> String {
        let text = heading.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }.lowercased()
        let base = text.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
        var (anchor, number) = (base, 0)
        while taken.contains(anchor) {
            number += 1
            anchor = "\(base)-\(number)"
        }
        return anchor
    }
}
