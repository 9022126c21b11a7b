import FamplanAPI
import Household
import HouseholdFile
import ICalendar

/// A calendar file on this machine that the household follows because the machine's owner says so.
struct FeedConfiguration: Hashable, Sendable {
    /// Its key in `famplan.yaml`.
    var key: String
    /// From the root on.
    var path: String
    var name: String
    var role: FeedRole
    /// What every entry of it is to be, besides what its role says.
    var fields: EntryFields
    var closes: [ID<Entry>]
    /// Seconds between two looks.
    var every: Int?
}

/// Reads `feeds:` of `famplan.yaml`: names, and for each the file and what its events are to the household.
struct FeedsFile {
    let report: Report

    /// In the order of the file; without those in which something is wrong.
    func feeds(_ tree: Tree) -> [FeedConfiguration] {
        guard case .map(let pairs) = tree.content else {
            report.note(
                "is \(tree.noun), but lines `name: { url: …, role: … }` are needed",
                at: ["feeds"],
                mark: tree.mark
            )
            return []
        }
        return pairs.compactMap { pair in
            let path = ["feeds", pair.key]
            if !Credentials.isName(pair.key) {
                report.note("is not a name: 1 to 32 of a to z, 0 to 9 and - make one", at: path, mark: pair.keyMark)
            }
            var tree = pair.value
            tree.mark = pair.keyMark
            guard var keys = Keys(tree, at: path, report: report) else { return nil }
            let feed = feed(&keys, pair.key)
            keys.finish()
            return feed
        }
    }

    private func feed(_ keys: inout Keys, _ key: String) -> FeedConfiguration? {
        let path = keys.needed("url", "file:///srv/calendars/school.ics", FileFeedPath.read)
        let role = keys.needed("role", Self.roles, Self.role)
        let name = keys.given("name") { text throws(Complaint) in text }
        let closes = keys.list("entries", Self.entry) ?? []
        let every = keys.given("every", Self.seconds)
        let fields = fields(&keys)
        guard let path, let role else { return nil }
        if (role == .closure) == closes.isEmpty, !report.isWrong(at: ["feeds", key, "entries"]) {
            let words =
                role == .closure
                ? "is needed of a closure: what is closed then ([noah-school])" : "is for the role closure alone"
            keys.note("entries", words)
        }
        return FeedConfiguration(
            key: key,
            path: path,
            name: name ?? key,
            role: role,
            fields: fields,
            closes: closes,
            every: every
        )
    }

    private func fields(_ keys: inout Keys) -> EntryFields {
        var fields: EntryFields = [:]
        func text(_ text: String) throws(Complaint) -> String { text }
        let people = (keys.list("people", text) ?? []) + (keys.list("for", text) ?? [])
        if !people.isEmpty { fields["people"] = people }
        for key in ["stream", "attention", "place", "private"] {
            if let value = keys.given(key, text) { fields[key] = [value] }
        }
        return fields
    }

    private static let roles = FeedRole.allCases.map(\.rawValue).joined(separator: ", ")

    private static func role(_ text: String) throws(Complaint) -> FeedRole {
        if let role = FeedRole(rawValue: text) { return role }
        throw Complaint(unknown("role", text, among: FeedRole.allCases.map(\.rawValue)))
    }

    private static func entry(_ text: String) throws(Complaint) -> ID<Entry> {
        if let id = ID<Entry>(text) { return id }
        throw Complaint("“\(Words.shortened(text))” names no entry (try noah-school)")
    }

    private static func seconds(_ text: String) throws(Complaint) -> Int {
        if let seconds = FeedEvery.seconds(text) { return seconds }
        throw Complaint("“\(Words.shortened(text))” is not a time (try 90m, 6h, 1d)")
    }
}

/// The path in `file:///srv/calendars/school.ics`.
enum FileFeedPath {
    static func read(_ text: String) throws(Complaint) -> String {
        guard text.hasPrefix("file:///"), !text.contains("%"), !text.utf8.contains(0) else {
            throw Complaint(
                "“\(Words.shortened(text))” is not the address of a file (file:///srv/calendars/school.ics); a calendar of the "
                    + "web is followed by `famplan feed add`"
            )
        }
        return String(text.dropFirst("file://".count))
    }
}

/// How often to look: `90m`, `6h`, `1d`.
enum FeedEvery {
    static func seconds(_ text: String) -> Int? {
        let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
            (1...10_000).contains(number)
        else { return nil }
        return number * unit
    }
}
