extension Decoder {
    /// Reads a single string and what it says; `kind` is what the text should have been.
    func single<Value>(_ kind: String, _ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not \(kind)")
        }
        return value
    }
}

extension Encoder {
    func single(_ value: some Encodable) throws {
        var container = singleValueContainer()
        try container.encode(value)
    }
}
