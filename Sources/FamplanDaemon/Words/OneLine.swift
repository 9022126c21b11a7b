extension String {
    /// Without line breaks, other control characters and spaces at the ends; one space where there were several.
    ///
    /// A note is shown in terminals and written for other programs: neither takes what is no letter.
    var onOneLine: String {
        let scalars = unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
