/// What a repetition gives, RFC 3339.
public struct Dates: Codable, Sendable {
    public var dates: [String]

    public init(dates: [String]) {
        self.dates = dates
    }
}
