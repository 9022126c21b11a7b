/// What a wire type looks like in JSON, as JSON Schema says it.
///
/// Found out by decoding the type from nothing and writing down what it asks for, so that schema and type are never two.
final class Schema {
    private enum Shape {
        case unknown
        case plain(String)
        case choice([String])
        case list(Schema)
        case object
    }

    private var shape = Shape.unknown
    private var keys: [String: Schema] = [:]
    private var isOptional: Set<String> = []
    /// Of an object with keys of any name.
    private var anyKey: Schema?

    /// - Throws: where the type wants more than to be decoded: a value that it checks.
    init<Wire: Decodable>(of type: Wire.Type) throws {
        _ = try Wire(from: SchemaDecoder(schema: self))
    }

    private init() {}

    var json: JSONValue {
        switch shape {
        case .unknown: return [:]
        case .plain(let type): return ["type": .text(type)]
        case .choice(let values): return ["type": "string", "enum": .list(values.map(JSONValue.text))]
        case .list(let element): return ["type": "array", "items": element.json]
        case .object: return object
        }
    }

    private var object: JSONValue {
        if let anyKey { return ["type": "object", "additionalProperties": anyKey.json] }
        let properties = keys.map { name, schema in
            (name, isOptional.contains(name) ? schema.orNull : schema.json)
        }
        return [
            "type": "object", "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
            "required": .list(keys.keys.filter { !isOptional.contains($0) }.sorted().map(JSONValue.text)),
        ]
    }

    /// A key that may be left out may be null as well.
    private var orNull: JSONValue {
        guard case .object(var object) = json, case .text(let type)? = object["type"] else { return json }
        object["type"] = [.text(type), "null"]
        return .object(object)
    }

    // MARK: Written down by the decoder

    /// Any name at all: what a dictionary takes for a key, and a type with keys of its own does not know.
    static let anyName = "*"

    func noteObject() { shape = .object }

    func key(_ name: String) -> Schema {
        if name == Self.anyName {
            let schema = anyKey ?? Schema()
            anyKey = schema
            return schema
        }
        let schema = keys[name] ?? Schema()
        keys[name] = schema
        return schema
    }

    /// Only what may be left out is asked for before it is decoded.
    func noteOptional(_ name: String) { isOptional.insert(name) }

    func element() -> Schema {
        let schema = Schema()
        shape = .list(schema)
        return schema
    }

    /// A value of the type, after its shape is written down.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let plain = plain(type) { return plain }
        if let choice = choice(type) { return choice }
        return try Value(from: SchemaDecoder(schema: self))
    }

    private func plain<Value>(_ type: Value.Type) -> Value? {
        let (name, value): (String, Any)
        switch type {
        case is String.Type: (name, value) = ("string", "")
        case is Int.Type: (name, value) = ("integer", 0)
        case is Double.Type: (name, value) = ("number", 0.0)
        case is Bool.Type: (name, value) = ("boolean", false)
        default: return nil
        }
        shape = .plain(name)
        return value as? Value
    }

    private func choice<Value>(_ type: Value.Type) -> Value? {
        guard let type = type as? any CaseIterable.Type else { return nil }
        let all = Self.all(type)
        let names = all.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        guard !names.isEmpty else { return nil }
        shape = .choice(names)
        return all.first as? Value
    }

    private static func all<Choice: CaseIterable>(_ type: Choice.Type) -> [Any] { Array(type.allCases) }
}
