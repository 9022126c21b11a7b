import Glibc

/// A file descriptor that is closed when nobody holds it any more.
final class Descriptor: Sendable {
    let number: CInt

    /// Takes what a system call gave.
    init(_ number: CInt) throws(SystemError) {
        guard number >= 0 else { throw SystemError(code: errno) }
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Reads the eight bytes of a timer or an event; nil where there is nothing to read, or a timer was cancelled.
    func count() -> UInt64? {
        var count: UInt64 = 0
        return read(number, &count, 8) == 8 ? count : nil
    }

    /// Adds to an event.
    func add(_ count: UInt64) {
        var count = count
        // Fails only where the counter is nearly full: it is readable then.
        _ = write(number, &count, 8)
    }
}

/// What the system said.
struct SystemError: Error, CustomStringConvertible {
    /// An `errno`.
    let code: CInt

    var description: String { String(cString: strerror(code)) }
}
