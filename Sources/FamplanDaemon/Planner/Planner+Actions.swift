import Household
import ICalendar
import Notifications
import Storage

/// What links in messages can do.
extension Planner {
    /// The reason that is written down with what a link did.
    static let reasonOfLinks = "From a message"

    /// Where a token leads now. Changes nothing.
    func standing(of token: ActionToken) throws -> ActionStanding {
        guard let person = household.people[token.person], person.role == .parent else { return .unknown }
        let known = try unresolved[token.conflict] ?? store.conflict(token.conflict).map(inWordsForAll)
        if let at = try store.spent(token.claim) { return .done(known, person, at: at) }
        guard token.expires > clock() else { return .expired(at: token.expires) }
        guard let known else { return .unknown }
        switch known.status {
        case .resolved: return .resolved(known)
        case .accepted: return .accepted(known)
        case .open: return known.conflict.severity > token.severity ? .graver(known) : .open(known, person)
        }
    }

    /// Does what a token is for, if it still can be done: in the person's name, and once.
    func use(_ token: ActionToken) throws -> ActionStanding {
        guard case .open(var known, let person) = try standing(of: token) else { return try standing(of: token) }
        let now = clock()
        known.acceptance = Acceptance(by: person.id.rawValue, reason: Self.reasonOfLinks, at: now)
        let spent = SpentToken(claim: token.claim, at: now, expires: token.expires)
        if let before = try accept(known, spending: spent) { return .done(known, person, at: before) }
        return .justDone(known, person)
    }
}

/// Where a link leads, as things stand.
enum ActionStanding: Sendable {
    /// It can be done.
    case open(KnownConflict, Person)
    /// It was done by this request.
    case justDone(KnownConflict, Person)
    /// It was done by the same link before.
    case done(KnownConflict?, Person, at: Instant)
    /// Somebody lives with it already.
    case accepted(KnownConflict)
    /// There is nothing left to live with.
    case resolved(KnownConflict)
    /// It has become worse than it was told.
    case graver(KnownConflict)
    case expired(at: Instant)
    /// Whom or what it is about is not there any more.
    case unknown
}
