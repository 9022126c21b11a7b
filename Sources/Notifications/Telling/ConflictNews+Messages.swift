import Household
import ICalendar
import Planning

/// How conflicts are said.
extension ConflictNews {
    /// One message for each severity that a channel of the person begins with, made of what is as bad or worse.
    func letters(
        _ kind: Message.Kind,
        _ conflicts: [KnownConflict],
        to person: Person,
        severity: (KnownConflict) -> Severity
    ) -> [Letter] {
        Dictionary(grouping: person.notify.channels, by: \.severity).sorted { $0.key < $1.key }.flatMap {
            least,
            channels in
            let told = conflicts.filter { severity($0) >= least }.sorted {
                ($1.conflict.severity, $0.conflict.interval.start, $0.id)
                    < ($0.conflict.severity, $1.conflict.interval.start, $1.id)
            }
            guard let last = told.map(\.conflict.interval.end).max() else { return [Letter]() }
            let worst = told.map(severity).max() ?? least
            let message = message(kind, told, worst, to: person)
            return channels.map {
                Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: last)
            }
        }
    }

    /// A critical conflict that nobody accepted draws near.
    func escalation(_ known: KnownConflict, _ begins: Instant, hours: Int, to person: Person) -> [Letter] {
        let dates = DateLanguage(person.notify.language)
        let when = words(begins, dates)
        let known = translated(known, dates)
        let title = "Still open, \(when): \(known.conflict.kind.words)"
        let message = Message(
            id: "escalation-\(known.id)-\(hours)h-\(begins.secondsSinceEpoch)-\(person.id)",
            kind: .escalation,
            severity: .critical,
            person: person.id,
            title: title,
            text: "\(item(known))\n\(Self.footer)",
            html: ConflictPage(title: title, conflicts: [known], more: 0, in: household).html,
            short: title,
            createdAt: now,
            actions: actions([known], for: person, dates)
        )
        return person.notify.channels.map {
            Letter(message: message, channel: $0.channel, address: $0.address, due: now, notAfter: begins)
        }
    }

    private func message(
        _ kind: Message.Kind,
        _ conflicts: [KnownConflict],
        _ severity: Severity,
        to person: Person
    ) -> Message {
        let count = conflicts.sum.words()
        let isGone = kind == .resolved
        let dates = DateLanguage(person.notify.language)
        let first = conflicts.map(\.conflict.interval.start).min().map { words(max($0, now), dates) } ?? ""
        let title = isGone ? "\(count) resolved" : "\(count) to look at"
        let named = conflicts.prefix(Self.mostNamed).map { translated($0, dates) }
        let more = conflicts.count - named.count
        let ids = conflicts.map { "\($0.id) \($0.conflict.severity)" }.joined(separator: " ")
        return Message(
            id: "\(kind.rawValue)-\(now.secondsSinceEpoch)-\(Self.fingerprint(ids))-\(person.id)",
            kind: kind,
            severity: severity,
            person: person.id,
            title: title,
            text: named.map(item).joined() + (more > 0 ? "and \(more) more\n" : "")
                + (isGone ? "" : "\n" + Self.footer),
            html: isGone ? nil : ConflictPage(title: title, conflicts: named, more: more, in: household).html,
            short: isGone ? title : "\(title), the first \(first)",
            createdAt: now,
            actions: isGone ? [] : actions(named, for: person, dates)
        )
    }

    /// Only parents decide what the family lives with.
    private func actions(
        _ conflicts: [KnownConflict],
        for person: Person,
        _ dates: DateLanguage
    ) -> [Message.Action] {
        person.role == .parent ? .accepting(conflicts, at: now, in: household.zone, dates) : []
    }

    private static let mostNamed = 20
    private static let footer = "famplan suggest ID: ways out. famplan accept ID: live with it.\n"

    /// The conflict with days and times in the reader's language.
    private func translated(_ known: KnownConflict, _ dates: DateLanguage) -> KnownConflict {
        var known = known
        let day = household.zone.wall(of: known.conflict.interval.start).date
        known.conflict.message = dates.translated(known.conflict.message, about: day)
        return known
    }

    private func item(_ known: KnownConflict) -> String {
        let severity = known.resolvedAt == nil ? "\(known.conflict.severity.rawValue) " : ""
        let sentence = HarmlessText.line(known.conflict.message)
        let lines = Self.wrapped("- \(sentence) (\(severity)\(known.id))") + "\n"
        return known.resolvedAt == nil ? lines + ActionSlot.line(known.id, indent: 2) + "\n" : lines
    }

    private func words(_ instant: Instant, _ dates: DateLanguage) -> String {
        dates.dayAndTime(household.zone.wall(of: instant))
    }

    /// Lines of at most 72 columns, all but the first indented.
    static func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = String(word)
            } else if lines[lines.count - 1].count + word.count < 72 {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append("  \(word)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// FNV-1a, 64 bits.
    private static func fingerprint(_ text: String) -> String {
        let hash = text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(hash, radix: 36)
    }
}
