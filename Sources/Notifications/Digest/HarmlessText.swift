/// Takes out of a text from outside what a mail program would obey or what no XML may hold.
enum HarmlessText {
    /// The text in one line: line ends and tabs are spaces; control characters, changes of the direction of writing and
    /// characters that are none go.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x85, 0x2028, 0x2029: result.append(" ")
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
            case 0xFDD0...0xFDEF: break
            case let value where value & 0xFFFE == 0xFFFE: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
