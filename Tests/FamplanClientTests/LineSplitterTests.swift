import Testing

@testable import FamplanClient

@Suite struct LineSplitterTests {
    @Test("lines are whole however they come in parts", arguments: 1...9)
    func parts(size: Int) {
        let text = Array("{\"a\":1}\n\n{\"ä\":2}\nrest".utf8)
        var splitter = LineSplitter()

        let lines = stride(from: 0, to: text.count, by: size).flatMap { start in
            splitter.lines(after: Array(text[start..<min(start + size, text.count)]))
        }

        #expect(lines == [Array("{\"a\":1}".utf8), Array("{\"ä\":2}".utf8)])
    }
}
