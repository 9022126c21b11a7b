import FoundationEssentials
import Household
import ICalendar
import Yams

/// Reads `famplan.yaml`: flat keys, each with one value.
///
/// Through Yams' nodes, so that a mistake is told with its line and an unknown key with the nearest one.
enum ConfigurationFile {
    /// Whether the file must be there.
    enum Path {
        case required(String)
        case optional(String)
    }

    private static let keys = ["state", "socket", "logLevel", "horizon", "timeZone"]
    private static let mostBytes = 1 << 20

    /// The values by key; none where an optional file is not there.
    static func read(_ path: Path) throws(ConfigurationFault) -> [String: String] {
        let name: String
        switch path {
        case .required(let path): name = path
        case .optional(let path):
            guard FileManager.default.fileExists(atPath: path) else { return [:] }
            name = path
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw ConfigurationFault("cannot read the configuration file \(name)")
        }
        guard data.count <= mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationFault("\(name) is not a UTF-8 text of at most 1 MiB")
        }
        return try values(of: text, in: name)
    }

    private static func values(of text: String, in name: String) throws(ConfigurationFault) -> [String: String] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationFault("\(name): \(error)")
        }
        guard let root, root.null == nil else { return [:] }
        guard let mapping = root.mapping else { throw ConfigurationFault("\(name): not a list of `key: value` lines") }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            let place = "\(name):\(key.mark?.line ?? 1)"
            guard let word = key.scalar?.string, keys.contains(word) else {
                let word = key.scalar?.string ?? "?"
                let nearest = Spelling.nearest(to: word, among: keys).map { " (did you mean “\($0)”?)" }
                throw ConfigurationFault(
                    "\(place): unknown key “\(word)”\(nearest ?? "; known are \(keys.joined(separator: ", "))")"
                )
            }
            guard let scalar = value.scalar?.string, !scalar.isEmpty else {
                throw ConfigurationFault("\(place): “\(word)” needs one value")
            }
            values[word] = scalar
        }
        return values
    }
}
