import Hummingbird
import Logging
import NIOCore
import Notifications

/// Answers links in messages: GET asks, POST does it. Everything else is not there.
///
/// What scanners and previews do with links of mails is GET, and that changes nothing.
struct ActionResponder: Sendable {
    let key: ActionKey
    let planner: Planner
    let wrong: WrongTokens
    let logger: Logger
    /// Called after something was changed.
    let changed: @Sendable () -> Void

    /// A form without fields posts nothing.
    private static let mostBytes = 1_024
    private static let folder = "/a/"

    func respond(to request: Request) async -> Response {
        guard let text = Self.token(in: request.head.path ?? "") else { return .page(ActionWords.nothing, .notFound) }
        guard request.method == .get || request.method == .post else { return .notAllowed }
        guard let token = ActionToken(text, key: key) else {
            return wrong.take() ? .page(ActionWords.nothing, .notFound) : .tooMany
        }
        do {
            guard request.method == .post else { return try await answer(planner.standing(of: token)) }
            _ = try await request.body.collect(upTo: Self.mostBytes)
            let standing = try await planner.use(token)
            if case .justDone = standing { changed() }
            return await answer(standing)
        } catch is NIOTooManyBytesError {
            return .page(ActionPage("Too much was sent", lines: ["Nothing was changed."]), .contentTooLarge)
        } catch {
            // Not what the error says: it may name what the family wrote.
            logger.log(
                .requestFailed,
                .error,
                "a link could not be answered",
                metadata: ["error": "\(type(of: error))"]
            )
            let lines = ["Nothing was changed. Try it again in a minute, please."]
            return .page(ActionPage("It did not work just now", lines: lines), .serviceUnavailable)
        }
    }

    /// What stands in `/a/TOKEN`, with whatever a mail program hangs on behind a `?` left out; nil for any other path.
    static func token(in path: String) -> Substring? {
        guard path.hasPrefix(folder) else { return nil }
        let token = path.dropFirst(folder.count).prefix { $0 != "?" }
        let isPlain = token.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain && !token.isEmpty ? token : nil
    }

    private func answer(_ standing: ActionStanding) async -> Response {
        let words = ActionWords(household: await planner.household)
        return .page(words.page(standing), standing.status)
    }
}

extension ActionStanding {
    /// What was done already is well: a phone that asks twice need not complain.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .open, .justDone, .done, .accepted, .resolved: .ok
        case .graver: .conflict
        case .expired: .gone
        case .unknown: .notFound
        }
    }
}
