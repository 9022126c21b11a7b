/// Texts that must come back from a file as they were.
enum NastyText {
    static let all = [
        "# not a comment", "half # past", "key: value", "key:", ":", "- dash", "-", "---", "...", "? what", "yes", "No",
        "null", "~", "true", "1.5", "1e5", "0x1F", "20:00", "2026-11-23", "2026-11-23T14:00", "=", "<<", "&anchor",
        "*alias", "&a *a", "!tag", "!", "%directive", "@at", "`tick`", "'single'", "\"double\"", "it's \"both\"",
        "back\\slash", "[list]", "{map}", "a, b", "a [b] {c}", "| pipe", "> fold", " leading", "trailing ", "tab\there",
        "two\nlines", "two\nlines\n", "two\n\nparagraphs\n\n", "\nfirst empty", "  indented\nlines",
        "lines\n  indented",
        "win\r\ndows", "return\r", "trailing space \nline", "bell\u{7}", "esc\u{1B}[31m", "del\u{7F}",
        "nel\u{85}x",
        "line\u{2028}sep", "para\u{2029}sep", "bom\u{FEFF}", "nbsp\u{A0}x", "rtl\u{202E}x", "👩‍👧‍👦 family", "✈️ trip",
        "e\u{301}", "\u{301}combining", "line\n\u{301}combining", " \u{301}x\ny", "\u{E000}", "\u{FFFF}", "\u{10FFFF}",
        "日本語", "שלום", "a:b", "http://x/#y", "100%", "a\t: b",
        "very long " + String(repeating: "long ", count: 60) + "end",
    ]
}
