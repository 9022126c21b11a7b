import Foundation
package import NIOSSL

/// A certificate for localhost that nobody but the test trusts, made anew.
package struct TestCertificate {
    package let certificate: NIOSSLCertificate
    private let key: NIOSSLPrivateKey

    package struct NotMade: Error {}

    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("famplan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (key, certificate) = (folder.path + "/key.pem", folder.path + "/certificate.pem")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let first = try NIOSSLCertificate.fromPEMFile(certificate).first else {
            throw NotMade()
        }
        self.key = try NIOSSLPrivateKey(file: key, format: .pem)
        self.certificate = first
    }

    package var server: TLSConfiguration {
        .makeServerConfiguration(certificateChain: [.certificate(certificate)], privateKey: .privateKey(key))
    }
}
