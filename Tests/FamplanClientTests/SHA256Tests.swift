import FamplanClient
import Testing

/// Vectors of NIST (FIPS 180-4, SHA256ShortMsg and the examples).
@Suite struct SHA256Tests {
    @Test(
        "digests are those of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ]
    )
    func vectors(text: String, digest: String) {
        var hash = SHA256()
        hash.update(Array(text.utf8))
        #expect(hash.finish() == digest)
    }

    @Test("the parts in which bytes come make no difference", arguments: 53...130)
    func parts(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var (whole, parts) = (SHA256(), SHA256())
        whole.update(bytes)
        for byte in bytes { parts.update([byte]) }
        #expect(whole.finish() == parts.finish())
    }
}
