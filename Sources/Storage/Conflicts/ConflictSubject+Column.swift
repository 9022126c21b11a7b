import Household

/// As words: `resource car`, `stream northwind`, `deadline q4-report northwind`, `goal split`, `bringing`.
extension ConflictSubject: ColumnValue {
    init?(stored text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("resource", 2): self = .resource(ID(trusted: words[1]))
        case ("stream", 2): self = .stream(ID(trusted: words[1]))
        case ("deadline", 3): self = .deadline(ID(trusted: words[1]), of: ID(trusted: words[2]))
        case ("goal", 2): self = .goal(ID(trusted: words[1]))
        case ("bringing", 1): self = .bringing
        case ("fetching", 1): self = .fetching
        default: return nil
        }
    }

    var stored: String {
        switch self {
        case .resource(let id): "resource \(id)"
        case .stream(let id): "stream \(id)"
        case .deadline(let id, let stream): "deadline \(id) \(stream)"
        case .goal(let id): "goal \(id)"
        case .bringing: "bringing"
        case .fetching: "fetching"
        }
    }
}
