import Foundation
import Testing

/// A program in a terminal of its own, with somebody at it who types what a page says.
///
/// A line that does not end yet is a question. The answer is what stands after the same question in the page; where the page
/// does not have it, Enter alone, so that a page can be written anew when a program asks more than before.
struct TypedSession {
    private let process: Process

    init(_ process: Process) { self.process = process }

    /// Runs it to its end, and gives what stood on the screen, what was typed included.
    ///
    /// - Parameter page: what stands in the page, in lines.
    func run(typing page: [String]) throws -> String {
        let (keyboard, screen) = try Self.terminal()
        process.standardInput = screen
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
        // Else the end of the program would not be the end of what can be read.
        try screen.close()
        var answers = page[...]
        var said: [UInt8] = []
        while let bytes = Self.read(keyboard.fileDescriptor) {
            said += bytes.filter { $0 != UInt8(ascii: "\r") }
            let line = said[(said.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...]
            guard !line.isEmpty, line.last == UInt8(ascii: " ") else { continue }
            let answer = Self.answer(to: String(decoding: line, as: UTF8.self), in: &answers)
            try keyboard.write(contentsOf: Data("\(answer)\n".utf8))
        }
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    /// What the page says after a question, and takes it out of the page with everything before.
    private static func answer(to question: String, in page: inout ArraySlice<String>) -> String {
        let asked = question.dropLast()
        guard let index = page.firstIndex(where: { $0.hasPrefix(asked) }) else { return "" }
        defer { page = page[(index + 1)...] }
        return String(page[index].dropFirst(asked.count).drop { $0 == " " })
    }

    /// A pseudo-terminal: the side of the person, and the side of the program.
    private static func terminal() throws -> (keyboard: FileHandle, screen: FileHandle) {
        var (master, slave): (CInt, CInt) = (0, 0)
        try #require(openpty(&master, &slave, nil, nil, nil) == 0)
        return (FileHandle(fileDescriptor: master, closeOnDealloc: true), FileHandle(fileDescriptor: slave))
    }

    /// nil: the program has ended, which a terminal says with an error.
    private static func read(_ descriptor: CInt) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
