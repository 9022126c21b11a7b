import Household
import ICalendar
import Notifications

extension Message {
    /// 2026-11-24T06:30:05Z.
    static let sampleMoment = Instant(secondsSinceEpoch: 1_795_501_805)

    static func sample(
        kind: Kind = .digest,
        severity: Severity = .warning,
        title: String = "famplan Tue 24 Nov: 2 gaps",
        text: String = "Nobody has Noah from 15:00 to 16:30.\n",
        html: String? = nil,
        short: String = "2 gaps, the first at 15:00"
    ) -> Message {
        Message(
            id: "digest.maya.2026-11-24",
            kind: kind,
            severity: severity,
            person: ID(trusted: "maya"),
            title: title,
            text: text,
            html: html,
            short: short,
            createdAt: sampleMoment
        )
    }

    /// Everything that ever broke a mail, a header or a line protocol.
    static let nasty = sample(
        title: "Noah\r\nBcc: thief@example.org\r\n\r\n\0\u{1B}[2J👩‍👧‍👦 שלום =?UTF-8?B?eA==?= \u{2028}\u{85}"
            + String(repeating: "Zahnärztin ", count: 40),
        text: ".\n.\nFrom here on\r\nan old line\ra blank at the end \n\ttab\n\0 NUL and \u{7} bell\n.\nשלום 👩‍👧‍👦 ß = ?\n"
            + String(repeating: "ein sehr langes Wörtchen ", count: 20_000) + "\n"
            + String(repeating: "x", count: 74) + ".\n" + String(repeating: "x", count: 75) + ".\n"
            + String(repeating: "x", count: 75) + "From y\n\n--=_famplan--\nlast",
        html: "<!doctype html><p dir=\"rtl\">שלום</p>\r\n--=_famplan\r\n<p>" + String(repeating: "é", count: 3_000),
        short: "\0first\r\nsecond 👩‍👧‍👦 " + String(repeating: "ö", count: 5_000)
    )
}
