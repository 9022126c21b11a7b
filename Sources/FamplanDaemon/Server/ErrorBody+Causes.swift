import FamplanAPI
import Household
import HouseholdFile
import Hummingbird
import ICalendar
import NIOCore
import NIOHTTP1
import Phrases
import Storage

extension ErrorBody {
    /// The error document for what was thrown while a request was answered.
    init(of error: any Error, answering request: Request) {
        self.init(of: error)
        guard self.error.kind == .noRoute else { return }
        self.error.message =
            "there is nothing at \(request.method) \(Words.shortened(request.uri.path)) (GET /openapi.json says what there is)"
    }

    /// The error document for whatever was thrown: the one place where the modules' errors get their kinds.
    init(of error: any Error) {
        switch error {
        case let error as ErrorBody: self = error
        case let error as NoSuchEntry: self.init(.notFound, error.description)
        case let error as HouseholdFileError:
            self.init(of: error)
        case let error as PhraseError:
            self.init(.invalid, "cannot read the day or time: \(error.message)", details: error.readings)
        case let error as CalendarFileError: self.init(.invalid, "cannot import: \(error)")
        case let error as StoreError: self.init(Self.kind(of: error.kind), "\(error)")
        case is NIOTooManyBytesError:
            let limit = "\(FamplanContext.mostBytes >> 20) MiB"
            self.init(.tooLarge, "the request is larger than \(limit) (a calendar file can be imported in parts)")
        case is HTTPParserError: self.init(.invalid, "cannot read the request: its body is not as HTTP says")
        case let error as HTTPError: self.init(Self.kind(of: error.status), error.body ?? Self.words(error.status))
        case let error as DecodingError: self.init(.invalid, "the request is not as it should be: \(Self.words(error))")
        default: self.init(.internal, "something went wrong inside famplan; the journal of the daemon may say more")
        }
    }

    /// The first mistake of fields; of a file how many, and a line for each.
    private init(of error: HouseholdFileError) {
        let lines = error.description.split(separator: "\n").map(String.init)
        if let name = error.name {
            let count = error.mistakes.count + error.more
            let mistakes = count == 1 ? "1 mistake" : "\(count) mistakes"
            self.init(.invalidFile, "cannot apply \(name): \(mistakes), and nothing was changed", details: lines)
        } else {
            self.init(.invalid, lines.first ?? "", details: Array(lines.dropFirst()))
        }
    }

    private static func words(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound, .methodNotAllowed: "there is nothing at this address (`/openapi.json` lists all there are)"
        default: "\(status)"
        }
    }

    private static func kind(of status: HTTPResponse.Status) -> ErrorKind {
        switch status {
        case .notFound, .methodNotAllowed: .noRoute
        case .contentTooLarge: .tooLarge
        default: status.kind == .clientError ? .invalid : .internal
        }
    }

    private static func kind(of kind: StoreError.Kind) -> ErrorKind {
        switch kind {
        case .busy: .busy
        // What was asked for can't be kept; nothing is wrong with the database.
        case .constraint: .invalid
        case .full, .readOnly, .damaged, .newer, .other: .storage
        }
    }

    private static func words(_ error: DecodingError) -> String {
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, _): return "“\(key.stringValue)” is missing"
        @unknown default: return "unreadable"
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        if path.isEmpty, case .dataCorrupted = error { return "it is no JSON" }
        return path.isEmpty ? context.debugDescription : "“\(path)”: \(context.debugDescription)"
    }
}
