import HTTPTypes
import Hummingbird
import NIOCore
import Notifications

extension Response {
    /// A page, and what keeps it from being kept, framed, indexed or told on.
    static func page(
        _ page: ActionPage,
        _ status: HTTPResponse.Status,
        adding more: HTTPFields = [:]
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .cacheControl: "no-store",
            .contentSecurityPolicy: ActionPage.policy,
            .xContentTypeOptions: "nosniff",
            // One request for each connection.
            .connection: "close",
        ]
        headers[Self.referrerPolicy] = "no-referrer"
        headers[Self.robots] = "noindex, nofollow"
        for field in more { headers[field.name] = field.value }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: page.html)))
    }

    static var notAllowed: Response {
        page(ActionPage("Nothing here"), .methodNotAllowed, adding: [.allow: "GET, POST"])
    }

    static var tooMany: Response {
        page(
            ActionPage("Too many links that lead nowhere", lines: ["Try it again in a minute, please."]),
            .tooManyRequests,
            adding: [.retryAfter: "60"]
        )
    }

    private static let referrerPolicy = name("Referrer-Policy")
    private static let robots = name("X-Robots-Tag")

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no name of a header") }
        return name
    }
}
