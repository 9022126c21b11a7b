/// A message as a mail: headers (RFC 5322) and its text, with the HTML beside it where there is one (RFC 2046 §5.1.4).
///
/// Lines end in LF, as sendmail takes them. Equal messages give equal bytes, so that what is sent twice can be told.
struct MailMessage {
    let message: Message
    let from: MailAddress
    let to: MailAddress

    /// Never stands in quoted-printable text: a `=` is followed by a digit or a line's end there.
    private static let boundary = "=_famplan"

    var bytes: [UInt8] { Array((headers + [body]).joined(separator: "\n").utf8) }

    private var headers: [String] {
        [
            "From: famplan <\(from)>",
            "To: \(to)",
            "Subject: \(EncodedWords.value(message.title))",
            "Date: \(InternetDate.mail(message.createdAt))",
            "Message-ID: <\(identifier)@\(from.domain)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
    }

    /// The message's id with nothing in it that a Message-ID can't have.
    private var identifier: String {
        String(
            message.id.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "-" || $0 == ".")
                    ? Character($0) : "-"
            }
        )
    }

    private var body: String {
        let text = part("text/plain", message.text)
        guard let html = message.html else { return text }
        return """
            Content-Type: multipart/alternative; boundary="\(Self.boundary)"

            --\(Self.boundary)
            \(text)
            --\(Self.boundary)
            \(part("text/html", html))
            --\(Self.boundary)--

            """
    }

    private func part(_ type: String, _ text: String) -> String {
        """
        Content-Type: \(type); charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        \(QuotedPrintable.encode(text.withPlainLines))
        """
    }
}
