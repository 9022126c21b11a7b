import ICalendar

/// Any octets as iCalendar text: what is read is written again with nothing lost, however the text is cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let octets = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = Result { () throws(ICalendarSyntaxError) in try ICalendarParser.parse(octets) }
    checkPieces(octets, against: whole)
    guard case .success(let document) = whole else { return 0 }
    let written = document.octets
    // A fold inside of a byte order mark made it text, and written without the fold it is a mark again.
    guard !written.starts(with: [0xEF, 0xBB, 0xBF]) else { return 0 }
    precondition(SlowUnfolding.lines(of: written) == SlowUnfolding.lines(of: octets), "something was lost")
    precondition(written.split(separator: 0x0A).allSatisfy { $0.count <= 76 }, "a line longer than 75 octets")
    let again = Result { () throws(ICalendarSyntaxError) in try ICalendarParser.parse(written) }
    precondition((try? again.get())?.items == document.items, "what is written is not read as the same")
    for item in document.items { check(item) }
    return 0
}

private func checkPieces(_ octets: [UInt8], against whole: Result<ICalendarDocument, ICalendarSyntaxError>) {
    // Pieces of a length that the text itself gives, so that every cut is tried at some time.
    let length = Int(octets.last ?? 0) % 13 + 1
    let pieces = Result { () throws(ICalendarSyntaxError) in
        var parser = ICalendarParser()
        for start in stride(from: 0, to: octets.count, by: length) {
            try parser.take(octets[start..<min(start + length, octets.count)])
        }
        return try parser.finish()
    }
    precondition(pieces == whole, "in pieces it is another text")
}

/// Everything that can be asked of a line.
private func check(_ item: Component.Item) {
    switch item {
    case .component(let component):
        check(.line(component.begin))
        check(.line(component.end))
        for item in component.items { check(item) }
    case .line(let line):
        precondition(line.isWellFormed == !line.name.isEmpty, "a line has a name, or is malformed")
        precondition(line.valueOctets.endIndex == line.octets.endIndex, "a value goes on to the end of its line")
        _ = TextValue.list(line.value)
        let text = line.textValue
        precondition(TextValue.unescaped(TextValue.escaped(text)) == text, "escapes")
        for parameter in line.parameters { _ = parameter.values }
    }
}
