/// Why a property's value is not of its type.
public struct ValueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The type as RFC 5545 names it: `DATE-TIME`, `DURATION`.
    public var type: String
    /// The value as it came, cut where it is very long.
    public var value: String
    /// What is expected or wrong.
    public var reason: String

    /// `“20130910T170000T” is not a DATE-TIME (expected 20261123T140000 or 20261123T140000Z)`
    public var description: String { "“\(value)” is not a \(type) (\(reason))" }

    init(_ type: String, _ value: ArraySlice<UInt8>, _ reason: String) {
        self.type = type
        self.value = Octets.text(value.prefix(64)) + (value.count > 64 ? "…" : "")
        self.reason = reason
    }
}
