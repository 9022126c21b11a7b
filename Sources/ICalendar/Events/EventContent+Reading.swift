extension EventContent {
    /// Takes the line if it is one of the content's; false if it is not.
    mutating func take(_ line: ContentLine, _ key: String, _ findings: inout Findings) -> Bool {
        switch key {
        case "SUMMARY": summary = line.textValue
        case "LOCATION": location = line.textValue
        case "DESCRIPTION": description = line.textValue
        case "URL": url = line.value
        case "CATEGORIES": categories += TextValue.list(line.value).filter { !$0.isEmpty }
        case "STATUS": status = Status(rawValue: line.value.withoutBlanks.uppercased())
        case "TRANSP": isTransparent = line.value.withoutBlanks.uppercased() == "TRANSPARENT"
        case "CLASS": classification = line.valueOctets.isEmpty ? nil : line.value.withoutBlanks.uppercased()
        case "SEQUENCE": takeSequence(line, &findings)
        case "GEO": check(geo: line, &findings)
        case _ where key.hasPrefix("X-"): extensions.append(line)
        default: return false
        }
        return true
    }

    private mutating func takeSequence(_ line: ContentLine, _ findings: inout Findings) {
        if let number = Int(line.value.withoutBlanks) {
            sequence = number
        } else {
            findings.warn(line, "SEQUENCE “\(line.value.prefix(40))” is not a number")
        }
    }

    /// Nothing is made of GEO but this: a position that cannot be read is worth a word.
    private func check(geo line: ContentLine, _ findings: inout Findings) {
        let parts = line.value.split(separator: ";", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ Double($0.withoutBlanks) != nil }) { return }
        findings.warn(line, "GEO “\(line.value.prefix(40))” is not a latitude and a longitude (48.2;16.37)")
    }
}
