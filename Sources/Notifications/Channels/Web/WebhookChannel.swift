import Crypto

/// Posts the message as JSON to an address that is a secret, signed so that the far end knows from whom it is.
public struct WebhookChannel: Channel {
    private let address: Secret
    private let key: Secret?
    private let client: WebClient

    /// - Parameter key: what both sides know; nil: not signed.
    public init(address: Secret, key: Secret?, client: WebClient) {
        self.address = address
        self.key = key
        self.client = client
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        let body = MessageBody(message, to: address).bytes
        var headers = [(name: "X-Famplan-Delivery", value: message.id.onOneLine)]
        if let key { headers.append((name: "X-Famplan-Signature", value: "sha256=\(Self.signature(of: body, key))")) }
        return await client.post(body, to: self.address.value, headers: headers)
    }

    /// HMAC-SHA256 (RFC 2104) of the body's bytes, in hexadecimal.
    private static func signature(of body: [UInt8], _ key: Secret) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(key.value.utf8)))
        return code.hexadecimal
    }
}
