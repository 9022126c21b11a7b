import Household
import ICalendar
import Planning

/// A digest in one line: the subject, the first sentence, the short form. None of them names a child.
struct DigestHeadline {
    private let digest: Digest

    init(_ digest: Digest) { self.digest = digest }

    /// What a mail's list shows behind the subject: it tells nobody anything who looks over a shoulder.
    static let preheader = "Who has the children, what is open, and what comes next."

    /// `famplan Tue 24 Nov: 2 gaps, 1 new conflict, 3 new notices`.
    var subject: String { "famplan \(digest.words.day(digest.date)): \(counts)" }

    /// `2 gaps, 1 new conflict, 3 new notices`, `3 open conflicts`, `all clear`.
    var counts: String {
        let (gaps, new) = (digest.conflicts.gapsToday.count, digest.conflicts.new.sum)
        let parts = [
            gaps > 0 ? DigestWords.counted(gaps, "gap") : nil,
            new.count > 0 ? new.words("new") : nil,
        ].compactMap(\.self)
        if !parts.isEmpty { return parts.joined(separator: ", ") }
        let open = digest.conflicts.open.sum
        return open.count > 0 ? open.words("open") : "all clear"
    }

    /// `1 gap today 15:30–16:30, 2 new conflicts`: at most 300 letters.
    var short: String {
        let conflicts = digest.conflicts
        guard !conflicts.open.isEmpty else { return "All clear for \(digest.words.day(digest.date))." }
        var parts: [String] = []
        let gaps = conflicts.gapsToday
        if !gaps.isEmpty {
            let times = gaps.prefix(5).map { digest.words.span($0, in: digest.today.interval) }
            parts.append("\(DigestWords.counted(gaps.count, "gap")) today \(times.joined(separator: ", "))")
        }
        if !conflicts.new.isEmpty { parts.append(conflicts.new.sum.words("new")) }
        if !conflicts.older.isEmpty {
            let older = conflicts.older.sum
            parts.append(conflicts.new.isEmpty ? older.words("open") : "\(older.words(joint: " and ")) open before")
        }
        return parts.joined(separator: ", ")
    }

    /// What the day is like, for somebody who has just got up.
    var sentence: String {
        let conflicts = digest.conflicts
        if digest.isEmpty { return "All clear: nothing is planned today, and nothing is open." }
        if conflicts.open.isEmpty { return "All clear: every child has somebody, and nothing is open." }
        let gaps = conflicts.gapsToday.map { digest.words.span($0, in: digest.today.interval) }
        let day =
            gaps.isEmpty
            ? "Today every child has somebody."
            : "Today somebody is still missing for the children at \(DigestWords.list(gaps))."
        let new =
            conflicts.new.isEmpty
            ? "Nothing is new."
            : "\(conflicts.new.sum.words(joint: " and ")) " + (conflicts.new.count == 1 ? "is new." : "are new.")
        return "\(day) \(new) Below each stands a command that shows ways out."
    }

    /// `2 conflicts are accepted, and not listed.`; nil where none is.
    var accepted: String? {
        let accepted = digest.conflicts.accepted
        guard accepted.count > 0 else { return nil }
        return "\(accepted.words(joint: " and ")) \(accepted.count == 1 ? "is" : "are") accepted, and not listed."
    }

    /// How the calendars are from which some of it is, how to turn it off, and who sent it.
    var footer: [String] {
        let name = digest.words.name(digest.person)
        let feeds = digest.feeds.map { $0.sentence(digest.words) }
        return (feeds.isEmpty ? [] : ["Calendars followed: " + feeds.joined(separator: "; ") + "."]) + [
            "You get this because \(name) has a daily digest. To turn it off, or to have it at another time, change "
                + "“notify” of \(digest.person) in the household file (famplan export --household, famplan apply).",
            "famplan \(digest.version)",
        ]
    }
}
