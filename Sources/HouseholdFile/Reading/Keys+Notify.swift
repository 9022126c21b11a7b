import Household
import ICalendar

extension Keys {
    /// `notify`: what a person wants to be told.
    mutating func notificationSettings() -> NotificationSettings? {
        NotificationSettings(
            digest: value("digest", Words.time),
            balance: value("balance", Words.weekday),
            quiet: mapping("quiet") { $0.quietHours() },
            language: value("language", Words.language),
            channels: mappings("channels") { $0.subscription() } ?? []
        )
    }

    private mutating func quietHours() -> NotificationSettings.QuietHours? {
        let from = needed("from", "\"21:00\"", Words.time)
        let to = needed("to", "\"06:30\"", Words.time)
        guard let from, let to else { return nil }
        return NotificationSettings.QuietHours(from: from, to: to)
    }

    private mutating func subscription() -> NotificationSettings.Subscription? {
        let channel = needed("channel", "its name in the daemon's configuration: email", Words.text)
        let address = value("address", Words.text)
        let severity: Severity? = value("severity", Words.word)
        let digest = value("digest", Words.flag)
        let reminders = value("reminders", Words.flag)
        let changes = value("changes", Words.flag)
        return channel.map {
            NotificationSettings.Subscription(
                channel: $0,
                address: address,
                severity: severity ?? .warning,
                digest: digest ?? true,
                reminders: reminders ?? true,
                changes: changes
            )
        }
    }
}
