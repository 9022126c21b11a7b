import Glibc
import Notifications

extension ActionKey {
    /// The credential that holds it, where somebody keeps it themselves.
    private static let credential = "action-key"

    /// The key that the credential `action-key` holds, else the one in the state folder, which is made where there is none.
    ///
    /// Nowhere else is it written: not in the database, so not in a backup of it; not in a log.
    static func kept(in state: String, _ credentials: Credentials) throws(ConfigurationFault) -> ActionKey {
        guard credentials.names.contains(credential) else { return try ActionKeyFile("\(state)/action.key").key() }
        guard let secret = credentials.value(of: credential), let key = ActionKey(secret) else {
            throw ConfigurationFault(
                "the credential \(credential) is not one line of at least \(fewestBytes) letters (try openssl rand -hex 32)"
            )
        }
        return key
    }
}

/// A file of random bytes that its owner alone can read.
struct ActionKeyFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The key in the file; it is made first where there is none.
    func key() throws(ConfigurationFault) -> ActionKey {
        if let key = try existing() { return key }
        try make()
        guard let key = try existing() else { throw fault("it went as soon as it was made") }
        return key
    }

    /// Nil where there is no file.
    private func existing() throws(ConfigurationFault) -> ActionKey? {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw fault(String(cString: strerror(errno)))
        }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid() else {
            throw fault("it is not a file of the daemon's own")
        }
        guard facts.st_mode & 0o077 == 0 else {
            throw fault("others can read it (chmod 600 it; or remove it, and a new one is made: links sent before end)")
        }
        var bytes = [UInt8](repeating: 0, count: ActionKey.fewestBytes + 1)
        let count = read(file, &bytes, bytes.count)
        guard count == ActionKey.fewestBytes, let key = ActionKey(Array(bytes.prefix(count))) else {
            throw fault("it does not hold \(ActionKey.fewestBytes) bytes (remove it, and a new one is made)")
        }
        return key
    }

    /// All of it is on the disk under another name before it gets its own.
    private func make() throws(ConfigurationFault) {
        let draft = "\(path).new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault(String(cString: strerror(errno))) }
        defer { close(file) }
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<ActionKey.fewestBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0, rename(draft, path) == 0 else {
            throw fault(String(cString: strerror(errno)))
        }
    }

    private func fault(_ problem: String) -> ConfigurationFault {
        ConfigurationFault("cannot use \(path), the key that signs links in messages: \(problem)")
    }
}
