import FoundationEssentials
import Household
import Notifications

/// Where secrets come from: files in $CREDENTIALS_DIRECTORY (systemd.exec(5), `LoadCredential=`), else the environment.
///
/// `ntfy-token` is the file of that name, or the variable FAMPLAN_CREDENTIAL_NTFY_TOKEN.
struct Credentials: Sendable {
    let environment: [String: String]

    private static let prefix = "FAMPLAN_CREDENTIAL_"
    private static let mostBytes = 1 << 16

    /// Whether it can be a credential's name: short, so that a secret written in its place is not taken for one.
    static func isName(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// What it is, without blanks around it; nil where there is none, or it is not one line of text.
    func value(of name: String) -> Secret? {
        let text: String?
        if let path = path(of: name) {
            let data = FileManager.default.contents(atPath: path)
            text = data.flatMap { $0.count <= Self.mostBytes ? String(data: $0, encoding: .utf8) : nil }
        } else {
            text = environment[Self.variable(name)]
        }
        let line = text.map { $0.trimmingCharacters { $0.isWhitespace || $0.isNewline } } ?? ""
        guard !line.isEmpty, line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            return nil
        }
        return Secret(line)
    }

    /// The path of its file; nil where it is none.
    func path(of name: String) -> String? {
        guard Self.isName(name), let folder = environment["CREDENTIALS_DIRECTORY"] else { return nil }
        let path = "\(folder)/\(name)"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// The names of all that there are.
    var names: [String] {
        let folder = environment["CREDENTIALS_DIRECTORY"]
        let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        let variables = environment.keys.filter { $0.hasPrefix(Self.prefix) }.map {
            $0.dropFirst(Self.prefix.count).lowercased().replacing("_", with: "-")
        }
        return Set(files.filter(Self.isName) + variables).sorted()
    }

    /// `FAMPLAN_CREDENTIAL_NTFY_TOKEN`.
    static func variable(_ name: String) -> String {
        prefix + name.uppercased().replacing("-", with: "_")
    }
}

extension String {
    fileprivate func trimmingCharacters(_ isBlank: (Character) -> Bool) -> String {
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? endIndex
        return start < end ? String(self[start..<end]) : ""
    }
}
