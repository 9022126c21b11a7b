import FamplanAPI
import FoundationEssentials
import HTTPTypes

/// The API described for programs: OpenAPI 3.1, made of the table of endpoints, what ``APIOperation`` says of each, and the wire
/// types themselves.
struct OpenAPIDocument: Sendable {
    let json: JSONValue

    /// - Throws: where a wire type cannot be described. An endpoint that no operation describes is left out.
    init(_ endpoints: [API.Endpoint], _ operations: [APIOperation] = APIOperation.all) throws {
        var paths: [String: [String: JSONValue]] = [:]
        for endpoint in endpoints {
            guard let operation = operations.first(where: { $0.describes(endpoint) }) else { continue }
            let method = endpoint.method.rawValue.lowercased()
            paths[endpoint.route.rawValue, default: [:]][method] = try operation.json(endpoint.access)
        }
        json = [
            "openapi": "3.1.0",
            "info": [
                "title": "famplan", "version": .text(Version.current),
                "description":
                    "The daemon's API, on its Unix socket: curl --unix-socket /run/famplan/famplan.sock http://famplan/v1/now",
            ],
            "paths": .object(paths.mapValues(JSONValue.object)),
            "components": [
                "schemas": ["Error": try Self.schema(ErrorBody.self)],
                "responses": [
                    "Error": [
                        "description": "What could not be done, why, and what would help.",
                        "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Error"]]],
                    ]
                ],
            ],
        ]
    }

    static func schema(_ type: any Decodable.Type) throws -> JSONValue { try of(type) }

    private static func of<Wire: Decodable>(_ type: Wire.Type) throws -> JSONValue { try Schema(of: type).json }
}

/// What an address does, takes and answers.
struct APIOperation: Sendable {
    let method: HTTPRequest.Method
    let route: Route
    let summary: String
    var parameters: [Parameter] = []
    /// The wire type that a request's body is.
    var request: (any (Decodable & Sendable).Type)?
    /// What a request's body is that is no JSON.
    var takes: String?
    /// The wire type that stands in the answer's document; nil for an answer of another kind.
    var answer: (any (Decodable & Sendable).Type)?
    /// Of the answer.
    var contentType = "application/json"
    /// A request as JSON, to begin with.
    var example: String?

    /// A query item.
    struct Parameter: Sendable {
        let name: String
        let words: String
        var isNeeded = false
        var example: String?
        var choices: [String] = []
    }

    func describes(_ endpoint: API.Endpoint) -> Bool { method == endpoint.method && route == endpoint.route }

    func json(_ access: Access) throws -> JSONValue {
        var operation: [String: JSONValue] = [
            "operationId": .text("\(route)-\(method.rawValue.lowercased())"),
            "summary": .text(summary), "description": .text(access.words),
            "responses": .object(try responses),
        ]
        if !parameters.isEmpty { operation["parameters"] = .list(parameters.map(\.json)) }
        if let request {
            var content: [String: JSONValue] = ["schema": try OpenAPIDocument.schema(request)]
            content["example"] = try example.map(JSONValue.init(parsing:))
            operation["requestBody"] = ["required": true, "content": ["application/json": .object(content)]]
        }
        if let takes { operation["requestBody"] = ["required": true, "content": .object([takes: [:]])] }
        return .object(operation)
    }

    private var responses: [String: JSONValue] {
        get throws {
            let answered: JSONValue = [
                "description": "Done.", "content": .object([contentType: ["schema": try answered]]),
            ]
            var responses: [String: JSONValue] = ["200": answered]
            // The kinds that anything can end in; see ``ErrorKind``.
            for status in Set(ErrorKind.allCases.map(\.httpStatus)) {
                responses["\(status)"] = ["$ref": "#/components/responses/Error"]
            }
            return responses
        }
    }

    private var answered: JSONValue {
        get throws {
            guard let answer else { return contentType == "application/json" ? ["type": "object"] : [:] }
            return ["allOf": [try OpenAPIDocument.schema(Document<Nothing>.self), try OpenAPIDocument.schema(answer)]]
        }
    }

    private struct Nothing: Codable, Sendable {}
}

extension APIOperation.Parameter {
    fileprivate var json: JSONValue {
        var schema: [String: JSONValue] = ["type": "string"]
        if !choices.isEmpty { schema["enum"] = .list(choices.map(JSONValue.text)) }
        var parameter: [String: JSONValue] = [
            "name": .text(name), "in": "query", "description": .text(words), "required": .flag(isNeeded),
            "schema": .object(schema),
        ]
        parameter["example"] = example.map(JSONValue.text)
        return .object(parameter)
    }
}

extension Access {
    /// Who may, in a sentence.
    var words: String {
        switch self {
        case .anybody: "For whoever can open the socket."
        case .household: "For everybody of the household: they are told what concerns them."
        case .parents: "For parents and the administrator."
        case .everything: "For the administrator, and for parents while nothing is, or was, private to others."
        }
    }
}

extension JSONValue {
    init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }
}
