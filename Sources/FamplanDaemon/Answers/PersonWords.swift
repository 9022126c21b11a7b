import FamplanAPI
import Household
import HouseholdFile
import ICalendar

/// Says what the household says of people.
struct PersonWords {
    let household: Household
    /// The names of the channels of the daemon's configuration.
    var configured: Set<String> = []

    func report(_ person: Person) -> PersonReport {
        let shown = ["id", "name", "role", "unixUser"]
        let fields = HouseholdFile.fields(of: .person(person), in: household)
            .filter { !shown.contains($0.field) && !$0.field.hasPrefix("notify") }
            .map { PersonField(field: $0.field, value: $0.value) }
        return PersonReport(
            id: person.id.rawValue,
            name: person.name,
            role: person.role.rawValue,
            unixUser: person.unixUser,
            fields: fields,
            notify: person.isAdult ? report(person.notify) : nil
        )
    }

    private func report(_ notify: NotificationSettings) -> NotifyReport {
        NotifyReport(
            digest: notify.digest?.description,
            balance: notify.balance.map { "\($0)" },
            quiet: notify.quiet.map { "\($0.from)-\($0.to)" },
            language: notify.language,
            channels: notify.channels.map { subscription in
                SubscriptionReport(
                    channel: subscription.channel,
                    isConfigured: configured.contains(subscription.channel),
                    address: subscription.address,
                    severity: subscription.severity.rawValue,
                    digest: subscription.digest,
                    reminders: subscription.reminders,
                    changes: subscription.takesChanges
                )
            }
        )
    }

    /// `parent “Maya” (maya): digest 06:45; silence 22:00–06:30; dates in de; phone: warning, digest, reminders`.
    func line(_ person: Person) -> String {
        let start = "\(person.role.rawValue) “\(person.name)” (\(person.id))"
        guard person.isAdult else { return start }
        let notify = person.notify
        let parts =
            [
                notify.digest.map { "digest \($0)" }, notify.balance.map { "balance on \($0)" },
                notify.quiet.map { "silence \($0.from)–\($0.to)" }, notify.language.map { "dates in \($0)" },
            ].compactMap(\.self) + notify.channels.map(words)
        return "\(start): " + (notify.channels.isEmpty ? parts + ["told nothing"] : parts).joined(separator: "; ")
    }

    private func words(_ subscription: NotificationSettings.Subscription) -> String {
        let kinds = [
            (subscription.digest, "digest"), (subscription.reminders, "reminders"),
            (subscription.takesChanges, "changes"),
        ].filter(\.0).map(\.1)
        let name = subscription.channel + (subscription.address.map { " \($0)" } ?? "")
        return "\(name): \(([subscription.severity.rawValue] + kinds).joined(separator: ", "))"
    }
}
