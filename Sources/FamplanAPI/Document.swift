/// What every answer begins with: the version of its shape, and the daemon's time and zone.
///
/// On the wire the body's keys stand beside these, in one object.
public struct Document<Body: Codable & Sendable>: Codable, Sendable {
    /// Counted up when a key changes its meaning; new keys alone do not count.
    public var schema: Int
    /// The daemon's now, RFC 3339 with the household's offset.
    public var now: String
    /// The household's zone, an IANA name.
    public var timeZone: String
    public var body: Body

    public init(now: String, timeZone: String, body: Body) {
        self.schema = 1
        self.now = now
        self.timeZone = timeZone
        self.body = body
    }

    private enum CodingKeys: String, CodingKey {
        case schema, now, timeZone
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schema = try container.decode(Int.self, forKey: .schema)
        now = try container.decode(String.self, forKey: .now)
        timeZone = try container.decode(String.self, forKey: .timeZone)
        body = try Body(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(now, forKey: .now)
        try container.encode(timeZone, forKey: .timeZone)
        try body.encode(to: encoder)
    }
}
