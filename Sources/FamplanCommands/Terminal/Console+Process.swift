internal import Glibc

extension Console {
    /// This process's own.
    public static var process: Console {
        var console = Console(
            environment: { name in getenv(name).map { String(cString: $0) } },
            isInputTerminal: isatty(STDIN_FILENO) == 1,
            isOutputTerminal: isatty(STDOUT_FILENO) == 1,
            isErrorTerminal: isatty(STDERR_FILENO) == 1,
            terminalWidth: widthOfTerminal(),
            write: { stream, bytes throws(FileError) in
                let isOutput = stream == .output
                let name = isOutput ? "standard output" : "standard error"
                try FileAccess.write(bytes, to: isOutput ? STDOUT_FILENO : STDERR_FILENO, name: name)
            },
            readLine: { Swift.readLine() },
            readFile: { name throws(FileError) in try FileAccess.read(name) },
            writeFile: { name, bytes throws(FileError) in try FileAccess.write(bytes, toFile: name) },
            removeFile: { name throws(FileError) in try FileAccess.remove(name) },
            newFile: { name, replacing throws(FileError) in try NewFile.onDisk(name, replacing: replacing) }
        )
        console.interrupts = interruptsOfProcess
        console.seconds = secondsOfProcess
        return console
    }

    private static func widthOfTerminal() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
