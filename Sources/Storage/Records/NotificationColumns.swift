import GRDB
import Household
import ICalendar

/// What stands in the person's own row: all but the channels, which are a list.
extension NotificationSettings: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(digest: try row.next(), balance: try row.next())
        let (from, to): (CivilTime?, CivilTime?) = (try row.next(), try row.next())
        if let from, let to { quiet = QuietHours(from: from, to: to) }
        language = try row.next()
    }

    var columns: [DatabaseValue] { Storage.columns(digest, balance, quiet?.from, quiet?.to, language) }
}

extension NotificationSettings.Subscription: RowPart {
    init(from row: inout RowReader) throws(UnreadableRow) {
        self.init(
            channel: try row.next(),
            address: try row.next(),
            severity: try row.next(),
            digest: try row.next(),
            reminders: try row.next(),
            changes: try row.next()
        )
    }

    var columns: [DatabaseValue] { Storage.columns(channel, address, severity, digest, reminders, changes) }
}
