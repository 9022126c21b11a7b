/// HTML that is XML, too: whatever is opened is closed, and every text is escaped.
struct Markup {
    private(set) var text = ""

    typealias Attributes = KeyValuePairs<String, String>

    /// An element with what `content` puts into it.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
        text += "<\(name)\(Self.written(attributes))>"
        content(&self)
        text += "</\(name)>"
    }

    /// An element with a text.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.add(text) }
    }

    /// An element that holds nothing.
    mutating func leaf(_ name: String, _ attributes: Attributes = [:]) {
        text += "<\(name)\(Self.written(attributes)) />"
    }

    /// A text in one line, escaped.
    mutating func add(_ text: String) { self.text += Self.escaped(text) }

    /// What is well formed already.
    mutating func addRaw(_ markup: String) { text += markup }

    /// A line end, where it means nothing.
    mutating func breakLine() { text += "\n" }

    static func escaped(_ text: String) -> String {
        var result = ""
        // By scalars: a mark that joins a sign would make another character of it.
        for scalar in HarmlessText.line(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func written(_ attributes: Attributes) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}
