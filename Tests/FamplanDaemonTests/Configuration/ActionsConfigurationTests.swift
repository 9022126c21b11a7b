import ArgumentParser
import Foundation
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("where links in messages lead, in famplan.yaml")
struct ActionsConfigurationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func configuration(_ text: String) throws -> DaemonConfiguration {
        let path = "\(folder.path)/famplan.yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try DaemonConfiguration(Arguments.parse(["--config", path]), environment: ["HOME": folder.path])
    }

    @Test("nowhere, where nothing is said")
    func off() throws {
        #expect(try configuration("logLevel: info\n").actions == nil)
    }

    @Test(
        "what is listened on, and what links begin with",
        arguments: [
            (
                "listen: 127.0.0.1:8093\naddress: https://home.example/famplan/", "127.0.0.1",
                "https://home.example/famplan"
            ),
            ("listen: \"[::1]:8093\"\naddress: http://home.example:8080", "::1", "http://home.example:8080"),
            ("listen: 192.168.1.5:8093", "192.168.1.5", "http://192.168.1.5:8093"),
            ("listen: \"[fd00::5]:8093\"", "fd00::5", "http://[fd00::5]:8093"),
            ("listen: 0.0.0.0:8093\naddress: http://famplan.local:8093", "0.0.0.0", "http://famplan.local:8093"),
        ]
    )
    func read(text: String, host: String, address: String) throws {
        let actions = try #require(try configuration(text).actions)
        #expect(actions == ActionsConfiguration(host: host, port: 8_093, address: address))
    }

    @Test(
        "a mistake is told with its line, its key, its value and what would help",
        arguments: [
            ("listen: localhost:8093", "1: listen: “localhost:8093” is not an address of this machine and a port"),
            ("listen: 127.0.0.1:0", "(try 127.0.0.1:8093 or [::1]:8093)"),
            ("listen: 127.0.0.1:65536", "listen: “127.0.0.1:65536”"), ("listen: ::1:8093", "listen: “::1:8093”"),
            ("listen: 127.0.0.1:8093", "add `address` (try address: https://home.example/famplan)"),
            ("listen: 0.0.0.0:8093", "add `address`"), ("listen: \"[::]:8093\"", "add `address`"),
            ("listen: \"[::1]:8093\"", "add `address`"),
            ("address: https://home.example", "1: address: leads nowhere without `listen`"),
            ("listen: 10.0.0.1:1\naddress: home.example", "2: address: “home.example” is not"),
            ("listen: 10.0.0.1:1\naddress: https://a@home.example", "address: “https://a@home.example” is not"),
            ("listen: 10.0.0.1:1\naddress: https://home.example/?a=b", "(try https://home.example/famplan)"),
            ("listen: 10.0.0.1:1\naddress: ftp://home.example", "address: “ftp://home.example” is not"),
            ("listn: 10.0.0.1:1", "did you mean “listen”?"), ("adress: https://a.example", "did you mean “address”?"),
        ]
    )
    func mistakes(text: String, message: String) throws {
        let fault = #expect(throws: ConfigurationFault.self) { try configuration(text + "\n") }
        #expect(fault?.lines.count == 1 && fault?.description.contains(message) == true, "\(String(describing: fault))")
    }

    // MARK: The key

    private var path: String { "\(folder.path)/action.key" }

    private func key(_ environment: [String: String] = [:]) throws -> ActionKey {
        try ActionKey.kept(in: folder.path, Credentials(environment: environment))
    }

    /// What a key signs, by which it is known.
    private func mark(_ key: ActionKey) async throws -> String { try await Offer().token().text(key: key) }

    @Test("the key is made when it is first needed, for the daemon alone, and stays")
    func made() async throws {
        umask(0o022)
        let first = try key()
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["action.key"])
        #expect(try await mark(first) == mark(key()))
        try FileManager.default.removeItem(atPath: path)
        #expect(try await mark(first) != mark(key()))
    }

    @Test("one that others can read, is cut off or is no file is not used, and the error says what helps")
    func unusable() throws {
        _ = try key()
        chmod(path, 0o640)
        let readable = #expect(throws: ConfigurationFault.self) { _ = try key() }
        #expect(
            readable?.description.contains("\(path)") == true && readable?.description.contains("chmod 600") == true
        )
        chmod(path, 0o600)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        #expect(throws: ConfigurationFault.self) { _ = try key() }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
        #expect(throws: ConfigurationFault.self) { _ = try key() }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(throws: ConfigurationFault.self) { _ = try key() }
    }

    @Test("a credential goes before it; a short one is refused without being said")
    func credential() async throws {
        let text = String(repeating: "0123456789abcdef", count: 4)
        let own = try key(["FAMPLAN_CREDENTIAL_ACTION_KEY": text])
        #expect(try await mark(own) == mark(#require(ActionKey(Array(text.utf8)))))
        #expect(!FileManager.default.fileExists(atPath: path))
        let fault = #expect(throws: ConfigurationFault.self) {
            _ = try key(["FAMPLAN_CREDENTIAL_ACTION_KEY": "hunter2"])
        }
        #expect(fault?.description.contains("at least 32 letters") == true)
        #expect(fault?.description.contains("hunter2") == false)
    }
}
