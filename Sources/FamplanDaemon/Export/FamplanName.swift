/// The properties in which a calendar file says what only famplan knows of an entry: X-FAMPLAN and the name of the
/// household file's key.
enum FamplanName: String, CaseIterable {
    case id, kind, people, `for`, stream, place, attention, busy, supervised, `private`, resources
    case dropOff, pickUp, remind, movable, url, timeZone

    /// `X-FAMPLAN-DROPOFF`
    var property: String { "X-FAMPLAN-\(rawValue.uppercased())" }

    /// What each occurrence may have of its own.
    static let ofOccurrences: Set<FamplanName> = [
        .kind, .people, .for, .stream, .place, .attention, .busy, .resources, .dropOff, .pickUp,
    ]
}
