import Household
import ICalendar

extension Pairs {
    /// Nothing where nothing is wanted.
    init(_ notify: NotificationSettings) {
        add("digest", notify.digest.map { .quoted($0.description) })
        add("balance", notify.balance.map { .word($0.name) })
        if let quiet = notify.quiet {
            var hours = Pairs()
            hours.add("from", .quoted(quiet.from.description))
            hours.add("to", .quoted(quiet.to.description))
            add("quiet", map: hours)
        }
        add("language", notify.language.map(Tree.free))
        add("channels", list: notify.channels.map { .map(Pairs($0).pairs) })
    }

    private init(_ subscription: NotificationSettings.Subscription) {
        add("channel", .free(subscription.channel))
        add("address", subscription.address.map(Tree.free))
        add("severity", subscription.severity, unless: .warning) { .word($0.rawValue) }
        add("digest", subscription.digest, unless: true, Tree.flag)
        add("reminders", subscription.reminders, unless: true, Tree.flag)
        add("changes", subscription.changes.map(Tree.flag))
    }
}
