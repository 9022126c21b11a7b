/// What a daemon has of the one who started it; nothing where that was a person.
struct Supervision: Sendable {
    var manager: ServiceManager?
    var socket: InheritedSocket?

    /// For the start: the variables that say it are taken away, so that no child takes them for its own.
    static func ofProcess(environment: [String: String]) throws(ConfigurationFault) -> Supervision {
        Supervision(manager: .ofProcess(environment: environment), socket: try .taken())
    }
}
