import Foundation
import Testing

@testable import FamplanDaemon

@Suite("a socket from systemd")
struct InheritedSocketTests {
    @Test("is known by its path")
    func path() throws {
        let folder = try TemporaryFolder()
        let descriptor = try boundSocket("\(folder.path)/s")
        defer { close(descriptor) }
        #expect(try InheritedSocket(descriptor: descriptor).path == "\(folder.path)/s")
    }

    @Test("that nobody listens on, is no Unix socket, or has no path is refused")
    func others() throws {
        let folder = try TemporaryFolder()
        let silent = try boundSocket("\(folder.path)/s", listening: false)
        let network = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        let nameless = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        listen(nameless, 1)
        let file = open("/dev/null", O_RDONLY)
        for descriptor in [silent, network, nameless, file] {
            #expect(throws: ConfigurationFault.self) { try InheritedSocket(descriptor: descriptor) }
            close(descriptor)
        }
    }
}
