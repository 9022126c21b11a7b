import Glibc

extension Descriptor {
    /// The bytes from an offset on, at most `count` of them; none at the end.
    func part(from offset: Int, atMost count: Int = 1 << 18) throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let count = pread(number, &buffer, buffer.count, off_t(offset))
            if count >= 0 { return Array(buffer.prefix(count)) }
            guard errno == EINTR else { throw SystemError(code: errno) }
        }
    }

    /// Gives all that is in the file, in order.
    func readParts(_ body: ([UInt8]) -> Void) throws(SystemError) {
        var offset = 0
        while true {
            let part = try part(from: offset)
            guard !part.isEmpty else { return }
            body(part)
            offset += part.count
        }
    }
}
