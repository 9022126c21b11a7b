import Foundation
import Testing

@Suite("the command line's threads")
struct OneThreadTests {
    @Test("it has one, also while it waits for an answer")
    func one() throws {
        let folder = try TemporaryFolder()
        let listening = try boundSocket("\(folder.path)/s")
        defer { close(listening) }
        let famplan = Process()
        famplan.executableURL = URL(fileURLWithPath: Programs.path("famplan"))
        famplan.arguments = ["status", "--socket", "\(folder.path)/s"]
        try famplan.run()
        defer { famplan.terminate() }
        let connection = accept(listening, nil, nil)
        defer { close(connection) }
        var first: UInt8 = 0
        try #require(recv(connection, &first, 1, 0) == 1, "it asks")
        let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(famplan.processIdentifier)/task")
        #expect(threads.count == 1)
    }
}
