/// Reads iCalendar text into components; nothing is lost and nothing is interpreted (RFC 5545 §3.1, §3.4).
///
/// Malformed lines are kept and reported. What cannot be a whole calendar, with BEGIN and END that do not pair, is
/// refused, for it is most often half a download.
public struct ICalendarParser: Sendable {
    /// Bounds that keep a hostile text from costing more than its size.
    public struct Limits: Sendable {
        /// Octets of the whole text.
        public var size = 64 << 20
        /// Octets of one unfolded line. Attachments stand in lines, hence the room.
        public var lineLength = 16 << 20
        /// Components within components.
        public var nesting = 16
        /// Problems that are kept; further ones are dropped.
        public var problems = 1_000

        public init() {}
    }

    private var open: [Component] = []
    private var document = ICalendarDocument(items: [], problems: [])
    private let limits: Limits

    private init(limits: Limits) { self.limits = limits }

    /// The document that the octets hold.
    ///
    /// - Throws: `ICalendarSyntaxError` if BEGIN and END do not pair or a limit is passed.
    public static func parse(
        _ octets: some Collection<UInt8>,
        limits: Limits = Limits()
    ) throws(ICalendarSyntaxError) -> ICalendarDocument {
        guard octets.count <= limits.size else {
            throw ICalendarSyntaxError(kind: .tooLarge, line: 1, message: "more than \(limits.size) octets")
        }
        let text =
            octets.withContiguousStorageIfAvailable { Unfolding($0) }
            ?? Array(octets).withUnsafeBufferPointer { Unfolding($0) }
        var parser = ICalendarParser(limits: limits)
        for line in text.lines { try parser.take(line, of: text.octets) }
        return try parser.finish()
    }

    private mutating func take(_ raw: Unfolding.Line, of octets: [UInt8]) throws(ICalendarSyntaxError) {
        let range = Int(raw.start)..<Int(raw.end)
        guard range.count <= limits.lineLength else {
            throw error(.tooLarge, Int(raw.number), "a line of more than \(limits.lineLength) octets")
        }
        let line = ContentLine(storage: octets, range: range, line: Int(raw.number))
        switch line.nameOctets.count {
        case 0: takeMalformed(line)
        case 5 where line.key == "BEGIN": try begin(line)
        case 3 where line.key == "END": try end(line)
        default:
            if open.isEmpty { report(line.line, "a line outside of any component: “\(line.excerpt)”") }
            append(.line(line))
        }
    }

    private mutating func takeMalformed(_ line: ContentLine) {
        // Empty lines around a calendar are nobody's fault.
        if !open.isEmpty || !Octets.isBlank(line.octets) {
            let isBlank = Octets.isBlank(line.octets)
            report(line.line, isBlank ? "an empty line" : "a line without a name and a colon: “\(line.excerpt)”")
        }
        append(.line(line))
    }

    private mutating func begin(_ line: ContentLine) throws(ICalendarSyntaxError) {
        guard open.count < limits.nesting else {
            throw error(.tooLarge, line.line, "components nested more than \(limits.nesting) deep")
        }
        open.append(Component(name: Octets.text(Octets.trimmed(line.valueOctets)).uppercased(), begin: line))
    }

    private mutating func end(_ line: ContentLine) throws(ICalendarSyntaxError) {
        let name = Octets.text(Octets.trimmed(line.valueOctets)).uppercased()
        guard var component = open.last else {
            report(line.line, "END:\(name.prefix(40)) closes nothing")
            return append(.line(line))
        }
        guard name.hasPrefix(component.name), !component.name.isEmpty || name.isEmpty else {
            let message = "END:\(name.prefix(40)), but \(component.name) of line \(component.line) is still open"
            throw error(.unbalanced, line.line, message)
        }
        if name != component.name { report(line.line, "“\(line.excerpt)” is taken as END:\(component.name)") }
        open.removeLast()
        component.end = line
        append(.component(component))
    }

    private mutating func finish() throws(ICalendarSyntaxError) -> ICalendarDocument {
        if let component = open.last {
            throw error(.unbalanced, component.line, "\(component.name) is never closed: the text ends before its END")
        }
        return document
    }
}

extension ICalendarParser {
    private mutating func append(_ item: Component.Item) {
        if open.isEmpty { document.items.append(item) } else { open[open.count - 1].items.append(item) }
    }

    private mutating func report(_ line: Int, _ message: String) {
        guard document.problems.count < limits.problems else { return }
        document.problems.append(ICalendarDocument.Problem(line: line, message: message))
    }

    private func error(_ kind: ICalendarSyntaxError.Kind, _ line: Int, _ message: String) -> ICalendarSyntaxError {
        ICalendarSyntaxError(kind: kind, line: line, message: message)
    }
}

extension ContentLine {
    /// The beginning of the line, for messages.
    var excerpt: String {
        let head = Octets.text(octets.prefix(160)).prefix(40)
        return octets.count > head.utf8.count ? head + "…" : String(head)
    }
}
