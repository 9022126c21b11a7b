import FamplanAPI
import FoundationEssentials
import Household
import Hummingbird
import NIOCore

/// What a handler knows of a request besides the request.
struct FamplanContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Who is at the other end, as the kernel says.
    var peer: Peer?
    /// Who asks, and so how much they are shown; set before any handler runs.
    var actor: Actor = .admin
    /// Why whoever asks is nobody who may.
    var refusal: ErrorBody?
    var viewer: Viewer = .administrator

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Room for a calendar file of some megabytes in Base64.
    static let mostBytes = 32 << 20
    var maxUploadSize: Int { Self.mostBytes }
}

extension Response {
    /// A value as JSON on one line; keys in alphabetical order, so that the same answer is the same text.
    static func document(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// One JSON document.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        var buffer = ByteBuffer(bytes: try document(value))
        buffer.writeString("\n")
        return Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: buffer)
        )
    }
}

extension Request {
    /// The body's JSON. What is wrong with it is thrown as the decoder says it, so that it is told in our words.
    func decoded<Value: Decodable>(as type: Value.Type, context: FamplanContext) async throws -> Value {
        try await context.requestDecoder.decode(type, from: self, context: context)
    }
}
