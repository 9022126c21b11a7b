import Crypto
import FoundationEssentials
public import Household

/// What a link in a message shows: what it is about, and one button where there is something to press.
///
/// It loads nothing and runs nothing; the button posts to the page's own address.
public struct ActionPage: Sendable {
    public var title: String
    /// What it is about; nil where that is nobody's business.
    public var subject: Subject?
    /// What is to be said, a paragraph each.
    public var lines: [String]
    /// What the button says; nil: there is none.
    public var button: String?
    /// In small letters below.
    public var footnote: String?
    /// Whether it went well, so that the page says so at a glance.
    public var isDone: Bool

    /// A conflict in words.
    public struct Subject: Sendable {
        public var severity: Severity
        public var when: String
        public var sentence: String

        public init(severity: Severity, when: String, sentence: String) {
            self.severity = severity
            self.when = when
            self.sentence = sentence
        }
    }

    public init(
        _ title: String,
        subject: Subject? = nil,
        lines: [String] = [],
        button: String? = nil,
        footnote: String? = nil,
        isDone: Bool = false
    ) {
        self.title = title
        self.subject = subject
        self.lines = lines
        self.button = button
        self.footnote = footnote
        self.isDone = isDone
    }

    /// What a browser may do with the page: draw it, and post its button (CSP, level 3).
    public static let policy =
        "default-src 'none'; style-src 'sha256-\(Data(SHA256.hash(data: Array(ActionStyle.sheet.utf8))).base64EncodedString())'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The document, which is well-formed XML, too.
    public var html: String {
        var markup = Markup()
        markup.addRaw("<!DOCTYPE html>\n")
        markup.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { markup in
            addHead(to: &markup)
            markup.element("body") { markup in markup.element("main", [:], addContents) }
        }
        markup.breakLine()
        return markup.text
    }

    private func addHead(to markup: inout Markup) {
        markup.element("head") { markup in
            markup.leaf("meta", ["charset": "utf-8"])
            markup.leaf("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            markup.leaf("meta", ["name": "color-scheme", "content": "light dark"])
            markup.leaf("meta", ["name": "robots", "content": "noindex, nofollow"])
            markup.element("title", text: title)
            markup.element("style") { $0.addRaw(ActionStyle.sheet) }
        }
    }

    private func addContents(to markup: inout Markup) {
        markup.element("p", ["class": "home"], text: "famplan")
        markup.element("h1", isDone ? ["class": "done"] : [:], text: title)
        if let subject { add(subject, to: &markup) }
        for line in lines { markup.element("p", text: line) }
        if let button {
            markup.element("form", ["method": "post"]) { markup in
                markup.element("button", ["type": "submit"], text: button)
            }
        }
        if let footnote { markup.element("p", ["class": "foot"], text: footnote) }
    }

    private func add(_ subject: Subject, to markup: inout Markup) {
        let severity = subject.severity
        markup.element("div", ["class": "item \(severity.rawValue)"]) { markup in
            markup.element("p", ["class": "when"]) { markup in
                markup.element(
                    "span",
                    ["class": "level"],
                    text: ConflictList.Group(severity: severity, conflicts: []).title
                )
                markup.add(" · \(subject.when)")
            }
            markup.element("p", ["class": "why"], text: subject.sentence)
        }
    }
}

/// How such a page looks: light, and dark where the reader's system is.
enum ActionStyle {
    static let sheet = """
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;padding:24px 16px;background:#f3f1ec;color:#23272f;\
        font:17px/1.5 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
        main{max-width:440px;margin:6vh auto 0;padding:26px 24px 22px;background:#ffffff;border-radius:16px;\
        box-shadow:0 1px 2px rgba(35,39,47,.05),0 8px 28px rgba(35,39,47,.07)}
        p{margin:14px 0 0}
        .home{margin:0;font-size:13px;letter-spacing:.03em;color:#656b76}
        h1{margin:4px 0 0;font-size:25px;line-height:1.25;font-weight:700}
        h1.done{color:#1d5c34}h1.done::before{content:"\\2713\\00a0"}
        .item{margin:18px 0 0;padding:12px 14px;border-left:4px solid #8a919c;background:#f7f6f3;border-radius:0 10px 10px 0}
        .item.critical{border-left-color:#c7372d}.item.warning{border-left-color:#c98a00}
        .item p{margin:0;overflow-wrap:anywhere}.when{font-size:14px;color:#565c66}.why{margin-top:3px!important;font-weight:600}
        .level{font-weight:700}.critical .level{color:#b02a21}.warning .level{color:#805900}
        button{display:block;width:100%;margin:22px 0 0;padding:15px 18px;border:0;border-radius:12px;background:#23272f;\
        color:#ffffff;font:inherit;font-weight:600;cursor:pointer}
        button:focus-visible{outline:3px solid #6fa8d6;outline-offset:2px}
        .foot{margin-top:18px;font-size:13.5px;line-height:1.45;color:#656b76}
        @media (prefers-color-scheme:dark){
        body{background:#121417;color:#e6e4de}main{background:#1b1e23;box-shadow:none}
        .home,.foot{color:#9aa1ac}h1.done{color:#a4dcb6}
        .item{background:#23272e;border-left-color:#6d7480}.item.critical{border-left-color:#f0685d}\
        .item.warning{border-left-color:#e0a92e}
        .when{color:#a9b0bb}.critical .level{color:#ff968d}.warning .level{color:#efc257}
        button{background:#e6e4de;color:#1b1e23}
        }

        """
}
