import Household
import Notifications
import Yams

/// The keys of one channel, as they stand in the file.
struct ChannelKeys {
    private let file: String
    private let name: String
    private let line: Int
    private let mapping: Node.Mapping

    init(file: String, name: String, node: Node, line: Int) throws(ConfigurationFault) {
        guard let mapping = node.mapping else {
            throw ConfigurationFault("\(file):\(line): channels › \(name): not a list of keys (try { kind: journal })")
        }
        self.file = file
        self.name = name
        self.line = line
        self.mapping = mapping
    }

    /// The kind; every other key must be one of its.
    func kind() throws(ConfigurationFault) -> ChannelKind {
        let kinds = ChannelKind.allCases.map(\.rawValue)
        let word = try required("kind", or: kinds.joined(separator: ", "), text("kind", "a kind") { !$0.isEmpty })
        guard let kind = ChannelKind(rawValue: word) else {
            throw fault("kind", Spelling.unknown("kind", word, among: kinds))
        }
        let known = ["kind"] + kind.keys
        for (key, _) in mapping {
            let word = key.scalar?.string ?? "?"
            guard known.contains(word) else {
                let problem = Spelling.unknown("key", word, among: known)
                throw ConfigurationFault("\(file):\(key.line): channels › \(name) › \(word): \(problem)")
            }
        }
        return kind
    }

    /// One value that is what is expected; nil where the key is not there.
    func text(
        _ key: String,
        _ expected: String,
        where isFitting: (String) -> Bool
    ) throws(ConfigurationFault) -> String? {
        guard let node = mapping[Node(key)] else { return nil }
        guard let text = node.scalar?.string, node.null == nil, !text.isEmpty else {
            throw fault(key, "needs one value")
        }
        guard isFitting(text) else { throw fault(key, "“\(text)” is not \(expected)") }
        return text
    }

    /// A program's path in full, and its first arguments; nil where the key is not there.
    func command() throws(ConfigurationFault) -> [String]? {
        guard let node = mapping["command"] else { return nil }
        let words = (node.sequence.map(Array.init) ?? [node]).map { $0.scalar?.string }
        let arguments = words.compactMap { $0 }
        guard let program = arguments.first, arguments.count == words.count, !program.isEmpty else {
            throw fault("command", "needs a program and its arguments, each a text of its own")
        }
        guard program.hasPrefix("/"), !arguments.contains(where: { $0.contains("\0") }) else {
            throw fault("command", "“\(program)” is not a path in full (try [/usr/local/bin/tell, --plain])")
        }
        return arguments
    }

    /// A credential's name. What can't be one may be the secret itself: it is not repeated.
    func credential(_ key: String) throws(ConfigurationFault) -> String? {
        guard let node = mapping[Node(key)] else { return nil }
        guard let text = node.scalar?.string, node.null == nil, Credentials.isName(text) else {
            throw fault(key, "names a credential (a to z, 0 to 9 and -): the secret itself does not stand in this file")
        }
        return text
    }

    /// What a credential holds; nil where the key is not there.
    func secret(_ key: String, _ credentials: Credentials) throws(ConfigurationFault) -> Secret? {
        guard let name = try credential(key) else { return nil }
        if let secret = credentials.value(of: name) { return secret }
        let place = "a file of one line in $CREDENTIALS_DIRECTORY, or \(Credentials.variable(name)) in the environment"
        throw missing(name, of: key, credentials, place)
    }

    /// The value of a key that must be there.
    func required<Value>(_ key: String, or example: String, _ value: Value?) throws(ConfigurationFault) -> Value {
        guard let value else {
            throw ConfigurationFault("\(file):\(line): channels › \(name): needs “\(key)” (\(example))")
        }
        return value
    }

    func missing(_ name: String, of key: String, _ credentials: Credentials, _ place: String) -> ConfigurationFault {
        let near = Spelling.nearest(to: name, among: credentials.names).map { " (did you mean “\($0)”?)" } ?? ""
        return fault(key, "no credential “\(name)”\(near): it is \(place)")
    }

    func fault(_ key: String, _ problem: String) -> ConfigurationFault {
        let line = mapping[Node(key)]?.line ?? line
        return ConfigurationFault("\(file):\(line): channels › \(name) › \(key): \(problem)")
    }
}
