/// By what the household knows a feed's events: their UIDs and, where a feed gives new ones every time, their looks.
struct KnownKeys {
    private let byUID: [String: String]
    private let byIdentity: [String: KnownEvent]
    private let keys: Set<String>

    init(_ known: [KnownEvent]) {
        byUID = Dictionary(known.map { ($0.uid, $0.key) }, uniquingKeysWith: { first, _ in first })
        byIdentity = Dictionary(known.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        keys = Set(known.map(\.key))
    }

    func key(of event: KnownEvent) -> String? { byUID[event.uid] }

    /// A key for what was not known: the UID, unless something else has that as its key.
    func free(_ uid: String, _ taken: inout Set<String>) -> String {
        var key = uid
        var number = 2
        while keys.contains(key) || !taken.insert(key).inserted {
            key = "\(uid)#\(number)"
            number += 1
        }
        return key
    }

    /// The keys of events under new UIDs, by these, where most UIDs are new and most of what they name is known by its
    /// looks; else none.
    func renamed(_ events: [KnownEvent]) -> [String: String] {
        let new = events.filter { byUID[$0.uid] == nil }
        guard !byUID.isEmpty, new.count * 2 > events.count else { return [:] }
        let current = Set(events.map(\.uid))
        let pairs = new.compactMap { event in
            byIdentity[event.identity].flatMap { current.contains($0.uid) ? nil : (event.uid, $0.key) }
        }
        guard pairs.count * 2 > new.count else { return [:] }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
