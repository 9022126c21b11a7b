import FamplanAPI
import Household

extension KnownNames {
    /// The one that is meant: by id or name, or the first letters of one only.
    ///
    /// - Parameter option: What was to be named, where one could not tell else.
    /// - Throws: An error that says which there are, or the nearest.
    func id(_ text: String, option: String? = nil) throws(ErrorBody) -> ID<Thing> {
        let lead = option.map { "\($0): " } ?? ""
        switch meaning(of: text) {
        case .one(let id): return id
        case .several(let known):
            let names = known.map { "\($0.id) for \($0.name)" }.joined(separator: ", ")
            throw ErrorBody(.notFound, "\(lead)“\(text)” can be more than one \(noun) (\(names))")
        case .none: throw ErrorBody(.notFound, lead + unknown(text))
        }
    }
}
