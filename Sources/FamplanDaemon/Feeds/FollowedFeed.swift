import FamplanAPI
import Feeds
import FoundationEssentials
import Household
import ICalendar
import Storage

/// A feed with what is remembered of it.
struct FollowedFeed {
    var record: FeedRecord
    var state: FeedState

    /// - Throws: where what is remembered cannot be read.
    init(_ record: FeedRecord) throws {
        self.record = record
        state = try JSONDecoder().decode(FeedState.self, from: Data(record.state.utf8))
    }

    init(_ record: FeedRecord, _ state: FeedState) throws {
        (self.record, self.state) = (record, state)
        self.record.state = try Self.text(of: state)
    }

    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// What every entry is to be, by the fields of the household file.
    var fields: EntryFields {
        (try? JSONDecoder().decode(EntryFields.self, from: Data(record.fields.utf8))) ?? [:]
    }

    /// Whether nobody follows it any more, and what closed something once still says of which feed it was.
    var isEnded: Bool { state.address.isEmpty }

    /// Whether only its people are told what is in it.
    var isPrivate: Bool { fields["private"] == ["true"] }

    /// Of a calendar that lies on this machine: where.
    var path: String? { state.address.hasPrefix("file:///") ? String(state.address.dropFirst("file://".count)) : nil }

    /// As much of the address as may be shown.
    var shownAddress: String { path.map { "file://\($0)" } ?? (try? FeedAddress(state.address))?.shown ?? "" }
}
