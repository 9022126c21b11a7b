import Testing

@testable import Feeds

@Suite("addresses of feeds")
struct AddressTests {
    @Test(
        "webcal means https, and other schemes are refused",
        arguments: [
            ("webcal://school.example/a.ics", "https://school.example/a.ics"),
            ("WEBCAL://school.example/a.ics", "https://school.example/a.ics"),
            ("https://school.example/a.ics?token=x", "https://school.example/a.ics?token=x"),
            ("http://school.example:8080/a", "http://school.example:8080/a"),
        ]
    )
    func reading(text: String, whole: String) throws {
        #expect(try FeedAddress(text).secretText == whole)
    }

    @Test(
        "what is no address of the web is refused without being repeated",
        arguments: [
            "school.example", "https://", "ftp://a.example/x", "https://a b.example/", "javascript:alert(1)", "",
        ]
    )
    func refused(text: String) {
        #expect(throws: FeedAddressError.self) { try FeedAddress(text) }
    }

    @Test("files are followed only from the daemon's configuration")
    func file() {
        #expect(throws: FeedAddressError.file) { try FeedAddress("file:///etc/passwd") }
    }

    @Test("no way of writing an address down shows what is secret about it")
    func secret() throws {
        let address = try FeedAddress("https://maya:pa55@school.example/private-0123/basic.ics?key=4567")
        var dumped = ""
        dump(address, to: &dumped)
        for text in ["\(address)", String(reflecting: address), dumped, "\(Optional(address) as Any)"] {
            #expect(text.contains("school.example") || text == dumped)
            for secret in ["pa55", "maya", "0123", "4567"] { #expect(!text.contains(secret)) }
        }
    }

    @Test(
        "machines of this house, of tests and of tunnels to them are not public",
        arguments: [
            "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1",
            "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::192.168.0.1", "2002:7f00:1::",
            "2001:db8::1", "2001::1",
        ]
    )
    func privateAddresses(text: String) throws {
        #expect(try !#require(IPAddress(text)).isPublic)
    }

    @Test(
        "machines of the internet are public",
        arguments: [
            "1.1.1.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::1.1.1.1", "2003::1",
        ]
    )
    func publicAddresses(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test("an address is written as it is read", arguments: ["192.168.1.1", "2606:4700::1111"])
    func text(text: String) throws {
        #expect(try #require(IPAddress(text)).text == text)
    }
}
