/// One parent's daily digest, as it would be sent.
public struct DigestReport: Codable, Sendable {
    /// Whom it is for.
    public var person: String
    /// The local day that it is about: `2026-11-24`.
    public var date: String
    /// A mail's subject.
    public var title: String
    /// Plain text, lines of at most 72 columns.
    public var text: String
    /// The same as an HTML document of its own.
    public var html: String
    /// For push: at most 300 letters, without names of children.
    public var short: String

    public init(person: String, date: String, title: String, text: String, html: String, short: String) {
        self.person = person
        self.date = date
        self.title = title
        self.text = text
        self.html = html
        self.short = short
    }
}
