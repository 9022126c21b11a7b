/// One ASCII character for each character that we draw or punctuate with: everything is drawn in Unicode and folded
/// at the end, cell by cell, so that both look alike. Names and titles keep their letters.
enum AsciiFolding {
    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(text.map { table[$0] ?? $0 })
    }

    private static let table: [Character: Character] = [
        "–": "-", "—": "-", "…": ".", "·": "-", "⋅": ".", "→": ">", "‹": "<", "›": ">", "▸": ">", "▾": "v", "✓": "*",
        "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "×": "x", "»": ">", "−": "-",
        "┣": "[", "┫": "]", "├": "[", "┤": "]", "╞": "[", "╡": "]", "╟": "[", "╢": "]",
        "━": "=", "─": "-", "═": "#", "┄": ".", "│": "|", "┼": "+", "◆": "*", "≈": "~", "░": ":",
        "▁": "_", "▂": ",", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#",
    ]
}
