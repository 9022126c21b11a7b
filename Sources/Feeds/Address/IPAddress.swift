import Glibc

/// The address of a machine: 4 octets (IPv4) or 16 (IPv6).
struct IPAddress: Hashable, Sendable {
    let octets: [UInt8]

    /// Nil for the addresses of anything but the internet's two families.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            octets = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
                withUnsafeBytes(of: four.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            octets = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { six in
                withUnsafeBytes(of: six.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// Reads `192.0.2.7` or `2001:db8::7`.
    init?(_ text: String) {
        var octets = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &octets) == 1 {
            self.octets = Array(octets.prefix(4))
        } else if inet_pton(AF_INET6, text, &octets) == 1 {
            self.octets = octets
        } else {
            return nil
        }
    }

    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(octets.count == 4 ? AF_INET : AF_INET6, octets, &buffer, socklen_t(buffer.count))
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension IPAddress {
    /// Whether it is one of the public internet: not of this machine, a home network, a test, a group or a tunnel
    /// to any of these (RFC 6890 and the IANA registries of special addresses).
    var isPublic: Bool {
        if octets.count == 4 { return !Self.special.contains { octets.starts(with: $0.octets, bits: $0.bits) } }
        if let inner = embedded { return inner.isPublic }
        let isGlobal = octets.starts(with: [0x20], bits: 3)
        return isGlobal && !Self.specialOfSix.contains { octets.starts(with: $0.octets, bits: $0.bits) }
    }

    /// The IPv4 address to which such an IPv6 address leads: mapped, translated (RFC 6052), by 6to4 (RFC 3056).
    private var embedded: IPAddress? {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        if octets.starts(with: mapped) || octets.starts(with: translated) {
            return IPAddress(octets: Array(octets.suffix(4)))
        }
        return octets.starts(with: [0x20, 0x02]) ? IPAddress(octets: Array(octets[2..<6])) : nil
    }

    private init(octets: [UInt8]) { self.octets = octets }

    private static let special: [(octets: [UInt8], bits: Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15), ([198, 51, 100], 24),
        ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]

    /// Within 2000::/3: protocol assignments (Teredo among them), documentation.
    private static let specialOfSix: [(octets: [UInt8], bits: Int)] = [
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0x00], 20),
    ]
}

extension [UInt8] {
    /// Whether the first `bits` are those of `prefix`.
    fileprivate func starts(with prefix: [UInt8], bits: Int) -> Bool {
        let (whole, rest) = (bits / 8, bits % 8)
        guard self.prefix(whole) == prefix.prefix(whole) else { return false }
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return self[whole] & mask == prefix[whole] & mask
    }
}
