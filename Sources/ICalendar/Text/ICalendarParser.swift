/// Reads iCalendar text into components; nothing is lost and nothing is interpreted (RFC 5545 §3.1, §3.4).
///
/// The text may come piece by piece, as from a network: `take` each, then `finish`. Malformed lines are kept and reported.
/// What cannot be a whole calendar, with BEGIN and END that do not pair, is refused, for it is most often half a download.
public struct ICalendarParser: Sendable {
    /// Bounds that keep a hostile text from costing more than its size.
    public struct Limits: Sendable {
        /// Octets of the whole text.
        public var size = 64 << 20
        /// Octets of one unfolded line. Attachments stand in lines, hence the room.
        public var lineLength = 16 << 20
        /// Unfolded lines, those that begin and end components among them. Each costs some dozens of octets to keep.
        public var lines = 1_000_000
        /// VEVENT components.
        public var events = 1_000_000
        /// Components within components.
        public var nesting = 16
        /// Problems that are kept; further ones are dropped.
        public var problems = 1_000

        /// The limits as they stand here, to be changed one by one.
        public init() {}
    }

    /// Octets that are unfolded before their lines are looked at.
    static let blockSize = 128 << 10

    private var open: [Component] = []
    private var document = ICalendarDocument(items: [], problems: [])
    private let limits: Limits
    private var unfolding = Unfolding()
    private var size = 0
    private var lines = 0
    private var events = 0

    /// A parser that has read nothing yet.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// The document that the octets hold.
    ///
    /// - Throws: `ICalendarSyntaxError` if BEGIN and END do not pair or a limit is passed.
    public static func parse(
        _ octets: some Collection<UInt8>,
        limits: Limits = Limits()
    ) throws(ICalendarSyntaxError) -> ICalendarDocument {
        var parser = ICalendarParser(limits: limits)
        try parser.take(octets)
        return try parser.finish()
    }

    /// Reads the next piece of a text; pieces may end anywhere, even inside a character.
    ///
    /// - Throws: `ICalendarSyntaxError`, as soon as it is sure; the parser is of no use then.
    public mutating func take(_ octets: some Collection<UInt8>) throws(ICalendarSyntaxError) {
        size = size.addingClamped(octets.count)
        guard size <= min(limits.size, Int(Int32.max)) else {
            throw error(.tooLarge, max(lines, 1), "more than \(limits.size) octets")
        }
        var rest = octets[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.blockSize)
            rest = rest.dropFirst(Self.blockSize)
            if piece.withContiguousStorageIfAvailable({ unfolding.take($0) }) == nil {
                Array(piece).withUnsafeBufferPointer { unfolding.take($0) }
            }
            guard unfolding.openLength <= limits.lineLength else { throw tooLong(unfolding.number) }
            guard lines + unfolding.lineCount <= limits.lines else { throw tooManyLines(unfolding.number) }
            if unfolding.count >= Self.blockSize { try take(unfolding.completed()) }
        }
    }

    /// The document, once all of the text was taken.
    ///
    /// - Throws: `ICalendarSyntaxError` if something in it, or at its end, can't be.
    public mutating func finish() throws(ICalendarSyntaxError) -> ICalendarDocument {
        try take(unfolding.finish())
        if let component = open.last {
            throw error(.unbalanced, component.line, "\(component.name) is never closed: the text ends before its END")
        }
        defer { self = ICalendarParser(limits: limits) }
        return document
    }
}

extension ICalendarParser {
    private mutating func take(_ block: Unfolding.Block) throws(ICalendarSyntaxError) {
        for line in block.lines { try take(line, of: block.octets) }
    }

    private mutating func take(_ raw: Unfolding.Line, of octets: [UInt8]) throws(ICalendarSyntaxError) {
        let range = Int(raw.start)..<Int(raw.end)
        guard range.count <= limits.lineLength else { throw tooLong(Int(raw.number)) }
        lines += 1
        guard lines <= limits.lines else { throw tooManyLines(Int(raw.number)) }
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
        let name = Octets.text(Octets.trimmed(line.valueOctets)).uppercased()
        if name == "VEVENT" { events += 1 }
        guard events <= limits.events else {
            throw error(.tooLarge, line.line, "more than \(limits.events) events")
        }
        open.append(Component(name: name, begin: line))
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
}

extension ICalendarParser {
    private mutating func append(_ item: Component.Item) {
        if open.isEmpty { document.items.append(item) } else { open[open.count - 1].items.append(item) }
    }

    private mutating func report(_ line: Int, _ message: String) {
        guard document.problems.count < limits.problems else { return }
        document.problems.append(ICalendarDocument.Problem(line: line, message: message))
    }

    private func tooLong(_ line: Int) -> ICalendarSyntaxError {
        error(.tooLarge, line, "a line of more than \(limits.lineLength) octets")
    }

    private func tooManyLines(_ line: Int) -> ICalendarSyntaxError {
        error(.tooLarge, line, "more than \(limits.lines) lines")
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
