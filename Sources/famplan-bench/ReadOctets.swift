import Glibc

/// All of a file.
func readOctets(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Unreadable(what: path) }
    defer { fclose(file) }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { octets += buffer.prefix(count) }
    return octets
}

/// A file that can't be measured.
struct Unreadable: Error {
    let what: String
}
