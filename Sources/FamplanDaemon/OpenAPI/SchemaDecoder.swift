/// Decodes anything from nothing, and writes down in a ``Schema`` what it is asked for.
struct SchemaDecoder: Decoder {
    let schema: Schema
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        schema.noteObject()
        return KeyedDecodingContainer(SchemaKeys<Key>(schema: schema))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { SchemaElements(element: schema.element()) }
    func singleValueContainer() -> any SingleValueDecodingContainer { SchemaValue(schema: schema) }
}

private struct SchemaKeys<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let schema: Schema
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [Key(stringValue: Schema.anyName)].compactMap(\.self) }

    func contains(_ key: Key) -> Bool {
        schema.noteOptional(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try schema.key(key.stringValue).value(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        SchemaDecoder(schema: schema.key(key.stringValue)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
        SchemaElements(element: schema.key(key.stringValue).element())
    }

    func superDecoder() -> any Decoder { SchemaDecoder(schema: schema) }
    func superDecoder(forKey key: Key) -> any Decoder { SchemaDecoder(schema: schema.key(key.stringValue)) }
}

/// A list of one.
private struct SchemaElements: UnkeyedDecodingContainer {
    let element: Schema
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }

    init(element: Schema) { self.element = element }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        currentIndex += 1
        return try element.value(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
        currentIndex += 1
        return SchemaDecoder(schema: element).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
        currentIndex += 1
        return SchemaElements(element: element.element())
    }

    mutating func superDecoder() -> any Decoder { SchemaDecoder(schema: element) }
}

private struct SchemaValue: SingleValueDecodingContainer {
    let schema: Schema
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try schema.value(type) }
}
