import CLinux
import Glibc

/// Starts programs by posix_spawn(3).
enum Spawn {
    /// Gives the process's number. The program leads a group of its own, reads the input, prints into nothing, inherits no
    /// other file, and no signal is ignored or held back.
    static func start(
        _ arguments: [String],
        environment: [String: String],
        input: [UInt8]
    ) throws(SpawnError) -> pid_t {
        let stdin = try file(of: input)
        defer { close(stdin) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stdin, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        famplan_close_from(&actions, 3)
        var attributes = attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let lines = environment.map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let failure = withPointers(to: arguments) { arguments in
            withPointers(to: lines) { lines in
                posix_spawn(&process, arguments[0] ?? strdup(""), &actions, &attributes, arguments, lines)
            }
        }
        guard failure == 0 else { throw SpawnError(code: failure) }
        return process
    }

    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setpgroup(&attributes, 0)
        var every = sigset_t()
        sigfillset(&every)
        posix_spawnattr_setsigdefault(&attributes, &every)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        )
        return attributes
    }

    /// A file without a name, in memory: a program that never reads it keeps nobody waiting, as a pipe would.
    private static func file(of input: [UInt8]) throws(SpawnError) -> CInt {
        let file = famplan_memory_file()
        guard file >= 0 else { throw SpawnError(code: errno) }
        var written = 0
        while written < input.count {
            let count = input[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let code = errno
                close(file)
                throw SpawnError(code: code)
            }
            written += count
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func withPointers<Result>(
        to texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

/// Why a program did not start: an `errno`.
struct SpawnError: Error, Hashable, CustomStringConvertible {
    let code: CInt

    /// Whether it is the machine's want of room, and not the program's.
    var mayPass: Bool { [EAGAIN, ENOMEM, EMFILE, ENFILE, ETXTBSY].contains(code) }

    var description: String { String(cString: strerror(code)) }
}
