extension ContentLine {
    /// The parameters, in order.
    public var parameters: [Parameter] {
        ContentLine.pieces(parameterOctets.dropFirst(), separator: Octets.semicolon).compactMap { piece in
            guard let equals = piece.firstIndex(of: Octets.equals) else {
                return piece.isEmpty ? nil : Parameter(name: Octets.text(piece), rawValue: "")
            }
            return Parameter(name: Octets.text(piece[..<equals]), rawValue: Octets.text(piece[(equals + 1)...]))
        }
    }

    /// The first value of the parameter of that name, whatever its case; nil if there is no such parameter.
    public func parameter(_ name: String) -> String? {
        guard nameOctets.endIndex < valueOctets.startIndex - 1 else { return nil }
        let match = parameters.first { $0.name.uppercased() == name.uppercased() }
        return match.map { $0.values.first ?? "" }
    }

    /// A line made of its parts; `value` is written as it is, so a TEXT value comes through `TextValue.escaped`.
    ///
    /// - Precondition: the name is letters, digits and hyphens, and nothing holds a line end.
    public init(name: String, parameters: [Parameter] = [], value: String) {
        precondition(!name.isEmpty && name.utf8.allSatisfy(Octets.isNameOctet), "“\(name)” is no property name")
        var text = name
        for parameter in parameters { text += ";\(parameter.name)=\(parameter.rawValue)" }
        text += ":\(value)"
        let octets = Array(text.utf8)
        let hasLineEnd = octets.contains(Octets.lineFeed) || octets.contains(Octets.carriageReturn)
        precondition(!hasLineEnd, "a line end in \(name)")
        self.init(storage: octets, range: 0..<octets.count, line: 0)
    }

    /// Splits at a separator that is not between quotes; a quote that is never closed is an ordinary character.
    static func pieces(_ octets: ArraySlice<UInt8>, separator: UInt8) -> [ArraySlice<UInt8>] {
        guard !octets.isEmpty else { return [] }
        guard octets.contains(Octets.quote) else {
            return octets.split(separator: separator, omittingEmptySubsequences: false)
        }
        let areQuotesPaired = octets.count { $0 == Octets.quote }.isMultiple(of: 2)
        var isQuoted = false
        return octets.split(omittingEmptySubsequences: false) { byte in
            if byte == Octets.quote, areQuotesPaired { isQuoted.toggle() }
            return byte == separator && !isQuoted
        }
    }
}
