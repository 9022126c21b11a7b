import FoundationEssentials
import Household
import ICalendar
import Yams

/// What stands in `famplan.yaml`: flat keys, each with one value, and the channels.
///
/// Through Yams' nodes, so that a mistake is told with its line and an unknown key with the nearest one.
struct ConfigurationFile {
    /// By key.
    var values: [String: String] = [:]
    /// By name.
    var channels: [String: ChannelConfiguration] = [:]

    /// Whether the file must be there.
    enum Path {
        case required(String)
        case optional(String)
    }

    private static let keys = ["state", "socket", "logLevel", "horizon", "timeZone"]
    private static let mostBytes = 1 << 20

    /// Nothing where an optional file is not there.
    static func read(_ path: Path, _ credentials: Credentials) throws(ConfigurationFault) -> ConfigurationFile {
        let name: String
        switch path {
        case .required(let path): name = path
        case .optional(let path):
            guard FileManager.default.fileExists(atPath: path) else { return ConfigurationFile() }
            name = path
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw ConfigurationFault("cannot read the configuration file \(name)")
        }
        guard data.count <= mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationFault("\(name) is not a UTF-8 text of at most 1 MiB")
        }
        return try contents(of: text, in: name, credentials)
    }

    private static func contents(
        of text: String,
        in name: String,
        _ credentials: Credentials
    ) throws(ConfigurationFault) -> ConfigurationFile {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationFault("\(name): \(error)")
        }
        guard let root, root.null == nil else { return ConfigurationFile() }
        guard let mapping = root.mapping else { throw ConfigurationFault("\(name): not a list of `key: value` lines") }
        var contents = ConfigurationFile()
        for (key, value) in mapping {
            if key.scalar?.string == "channels" {
                contents.channels = try ChannelsFile(file: name, credentials: credentials).channels(value)
                continue
            }
            let place = "\(name):\(key.line)"
            guard let word = key.scalar?.string, keys.contains(word) else {
                let keys = keys + ["channels"]
                let word = key.scalar?.string ?? "?"
                let nearest = Spelling.nearest(to: word, among: keys).map { " (did you mean “\($0)”?)" }
                throw ConfigurationFault(
                    "\(place): unknown key “\(word)”\(nearest ?? "; known are \(keys.joined(separator: ", "))")"
                )
            }
            guard let scalar = value.scalar?.string, !scalar.isEmpty else {
                throw ConfigurationFault("\(place): “\(word)” needs one value")
            }
            contents.values[word] = scalar
        }
        return contents
    }
}
