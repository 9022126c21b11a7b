import Glibc
import HouseholdFile
import Notifications

/// Where links in messages lead: what is listened on for them, and what they begin with.
struct ActionsConfiguration: Hashable, Sendable {
    /// An IPv4 or IPv6 address.
    var host: String
    var port: Int
    /// `https://home.example/famplan`, without a slash at its end.
    var address: String

    private static let mostBytes = 200

    /// Reads `listen` and `address`; nil where nothing is to be listened on, or what is said is noted as wrong.
    static func read(_ keys: inout Keys) -> ActionsConfiguration? {
        let place = keys.given("listen", place)
        let address = keys.given("address", link)
        let isGiven = (listen: keys.isGiven("listen"), address: keys.isGiven("address"))
        if isGiven.address, !isGiven.listen {
            keys.note("address", "leads nowhere without `listen` (try listen: 127.0.0.1:8093)")
        }
        guard let place else { return nil }
        if let address { return ActionsConfiguration(host: place.host, port: place.port, address: address) }
        guard !isGiven.address else { return nil }
        guard isReachable(place.host) else {
            keys.note(
                "listen",
                "does not say what links in messages begin with: add `address` (try address: https://home.example/famplan)"
            )
            return nil
        }
        let host = place.host.contains(":") ? "[\(place.host)]" : place.host
        return ActionsConfiguration(host: place.host, port: place.port, address: "http://\(host):\(place.port)")
    }

    /// `127.0.0.1:8093`, `[::1]:8093`.
    private static func place(_ text: String) throws(Complaint) -> (host: String, port: Int) {
        let complaint = Complaint(
            "“\(Words.shortened(text))” is not an address of this machine and a port (try 127.0.0.1:8093 or [::1]:8093)"
        )
        guard let colon = text.lastIndex(of: ":") else { throw complaint }
        let digits = text[text.index(after: colon)...]
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(digits), (1...65_535).contains(port)
        else { throw complaint }
        let host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let bare = isBracketed ? String(host.dropFirst().dropLast()) : String(host)
        guard bytes(of: bare, isBracketed ? AF_INET6 : AF_INET) != nil else { throw complaint }
        return (bare, port)
    }

    private static func link(_ text: String) throws(Complaint) -> String {
        var link = text[...]
        while link.hasSuffix("/") { link.removeLast() }
        guard text.utf8.count <= mostBytes, WebClient.canPost(to: text), !link.contains(where: "?#@\\\"<>`".contains)
        else {
            throw Complaint(
                "“\(Words.shortened(text))” is not what an address of the web begins with (try https://home.example/famplan)"
            )
        }
        return String(link)
    }

    /// Whether others can reach it: not this machine alone, and not “all addresses”, which is none to send to.
    private static func isReachable(_ host: String) -> Bool {
        let bytes = bytes(of: host, AF_INET) ?? bytes(of: host, AF_INET6) ?? []
        let isLoopback = bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 }
        return !isLoopback && bytes.contains { $0 != 0 }
    }

    private static func bytes(of host: String, _ family: CInt) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
        return inet_pton(family, host, &bytes) == 1 ? bytes : nil
    }
}

extension Keys {
    /// Whether a key is there, with something behind it or not.
    fileprivate func isGiven(_ key: String) -> Bool { has(key) || isBare(key) }
}
