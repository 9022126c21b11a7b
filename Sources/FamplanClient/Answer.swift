public import FamplanAPI
internal import FoundationEssentials

/// What the daemon said, as it came and as a value.
public struct Answer<Body: Codable & Sendable>: Sendable {
    /// The daemon's JSON document, byte for byte.
    public let raw: [UInt8]

    public init(raw: [UInt8]) {
        self.raw = raw
    }

    /// The document; reading it is the costly part, so it is done only when asked for.
    ///
    /// - Throws: ``ClientError/unreadable(status:reason:)``.
    public func document() throws -> Document<Body> {
        do {
            return try JSONDecoder().decode(Document<Body>.self, from: Data(raw))
        } catch {
            throw ClientError.unreadable(status: 200, reason: Self.reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it is no JSON document" }
        return switch error {
        case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is not what it should be"
        default: "it is no JSON document"
        }
    }
}

extension ErrorBody {
    /// The error that a refusal carries; nil where it is not one of famplan's.
    static func reading(_ raw: [UInt8]) -> ErrorBody? {
        try? JSONDecoder().decode(ErrorBody.self, from: Data(raw))
    }
}
