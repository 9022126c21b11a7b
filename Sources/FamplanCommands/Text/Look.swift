/// How the output looks: decided once, from the options, the environment and the terminal.
package struct Look: Sendable, Hashable {
    /// In cells; what is written is at most this wide where words allow.
    package var width: Int
    package var usesColor: Bool
    /// False: drawing and punctuation of ours in ASCII alone.
    package var usesUnicode: Bool

    package init(width: Int = 80, usesColor: Bool = false, usesUnicode: Bool = true) {
        self.width = width
        self.usesColor = usesColor
        self.usesUnicode = usesUnicode
    }
}

/// `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

extension Look {
    /// - Parameters:
    ///   - environment: Looks up one variable. An empty one counts as not set.
    ///   - terminalWidth: Of the terminal that the output goes to; nil where it goes elsewhere.
    package init(
        color: ColorChoice,
        ascii: Bool,
        environment: (String) -> String?,
        isTerminal: Bool,
        terminalWidth: Int?
    ) {
        func value(_ name: String) -> String? {
            environment(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        width = min(max(value("COLUMNS").flatMap(Int.init) ?? terminalWidth ?? 80, 40), 400)
        usesColor =
            switch color {
            case .always: true
            case .never: false
            case .auto: isTerminal && value("NO_COLOR") == nil && value("TERM") != "dumb"
            }
        let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
        let charset = locale.lowercased()
        usesUnicode = !ascii && (charset.hasSuffix("utf-8") || charset.hasSuffix("utf8"))
    }
}
