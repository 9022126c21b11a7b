import FamplanAPI
import Hummingbird
import HummingbirdCore

extension FlatDictionary<Substring, Substring> {
    /// A query item's text, decoded; nil where it is not given.
    func text(_ name: String) -> String? { self[Substring(name)].map(String.init) }

    /// Whether a query item says `true`; false where it is not given.
    func flag(_ name: String) throws -> Bool {
        switch text(name) {
        case "true": return true
        case "false", nil: return false
        case let text?: throw ErrorBody(.invalid, "\(name): “\(text)” is neither true nor false")
        }
    }
}
