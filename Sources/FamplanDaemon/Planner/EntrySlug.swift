/// Makes an id from a title: `Northwind: deep work!` becomes `northwind-deep-work`, `Noah's birthday` `noahs-birthday`.
enum EntrySlug {
    private static let longest = 40

    /// Nil where the title has no letter or digit of ASCII.
    static func make(from title: String) -> String? {
        var slug = ""
        for character in title.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-", character != "'", character != "’" {
                slug.append("-")
            }
            if slug.count == longest { break }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? nil : slug
    }
}
