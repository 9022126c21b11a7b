internal import Glibc

/// Whole files through system calls: Foundation would cost more at start than all the rest.
enum FileAccess {
    /// The largest file that is sent to the daemon, in bytes.
    static let limit = 256 << 20

    static func read(_ name: String) throws(FileError) -> [UInt8] {
        let shown = name == "-" ? "standard input" : name
        let file = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("read", shown) }
        defer { if name != "-" { close(file) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure("read", shown)
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw FileError(action: "read", name: shown, reason: "it is larger than \(limit >> 20) MiB")
            }
        }
    }

    static func write(_ bytes: [UInt8], toFile name: String) throws(FileError) {
        let file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure("write", name) }
        defer { close(file) }
        try write(bytes, to: file, name: name)
    }

    static func write(_ bytes: [UInt8], to file: Int32, name: String) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("write", name)
            }
            rest = rest.dropFirst(count)
        }
    }

    static func remove(_ name: String) throws(FileError) {
        guard unlink(name) == 0 || errno == ENOENT else { throw failure("remove", name) }
    }

    static func failure(_ action: String, _ name: String) -> FileError {
        let code = errno
        let reason = String(cString: strerror(code)).lowercased()
        return FileError(action: action, name: name, reason: reason, isClosedPipe: code == EPIPE)
    }
}
