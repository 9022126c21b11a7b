extension NewHousehold {
    /// The household file, with words for those who will change it.
    var file: String {
        var lines = [
            "# Our household, for famplan.", "#",
            "#   famplan apply FILE           shows what would change, asks, makes it so",
            "#   famplan export --household   writes it back, with changes by command", "#",
            "# Every key is explained in household-file.md (/usr/share/doc/famplan or docs/).",
            "# Calendars that are followed stand elsewhere, as secrets: famplan feed", "", "household:",
            "  name: \(quoted(name))", "  timeZone: \(timeZone)",
        ]
        lines += places
        lines += ["", "people:"] + parents.flatMap(person) + children.flatMap(person)
        lines += streams
        lines += entries
        lines += goals
        return lines.joined(separator: "\n") + "\n"
    }

    private var schools: [(child: Child, school: School)] {
        children.compactMap { child in child.school.map { (child, $0) } }
    }

    private var places: [String] {
        let far = schools.filter { $0.school.minutes > 0 }
        guard !far.isEmpty else { return [] }
        return ["", "# How far it is from home, one way. Home itself needs no line.", "places:"]
            + far.map { child, school in
                "  - { id: \(place(child)), name: \(quoted(school.title)), minutesFromHome: \(school.minutes) }"
            }
    }

    private func place(_ child: Child) -> String { "\(child.id)-school" }

    private func person(_ parent: Parent) -> [String] {
        var lines = ["  - id: \(parent.id)", "    name: \(quoted(parent.name))", "    role: parent"]
        if !parent.unixUser.isEmpty { lines.append("    unixUser: \(quoted(parent.unixUser))") }
        lines.append("    # work: { perDay: 8h, perWeek: 36h, rest: 11h }   # more than that is told")
        lines += notify(parent)
        return lines
    }

    private func notify(_ parent: Parent) -> [String] {
        guard !parent.digest.isEmpty || !parent.channels.isEmpty else { return [] }
        var lines = ["    notify:"]
        if !parent.digest.isEmpty { lines.append("      digest: \"\(parent.digest)\"") }
        guard !parent.channels.isEmpty else {
            return lines + ["      # channels: [ { channel: email, address: \(parent.id)@home.example } ]"]
        }
        lines.append("      channels:")
        return lines
            + parent.channels.map { channel in
                let address = channel.address.isEmpty ? "" : ", address: \(quoted(channel.address))"
                let hint = channel.secret.isEmpty ? "" : "   # its address is a secret, and was set by command"
                return "        - { channel: \(channel.name)\(address) }\(hint)"
            }
    }

    private func person(_ child: Child) -> [String] {
        var lines = ["  - id: \(child.id)", "    name: \(quoted(child.name))", "    role: child"]
        if !child.born.isEmpty { lines.append("    born: \(child.born)") }
        return lines + [
            "    # When somebody must be there: nearby, present (can be interrupted), hands-on.",
            "    care:",
            "      - { days: daily, from: \"06:30\", to: \"20:00\", level: present }",
            "      - { days: daily, from: \"20:00\", to: \"06:30\", level: nearby }",
        ]
    }

    private var streams: [String] {
        let all = parents.flatMap { parent in parent.streams.map { (parent, $0) } }
        guard !all.isEmpty else { return [] }
        return ["", "streams:"]
            + all.flatMap { parent, stream in
                var lines = [
                    "  - id: \(stream.id)", "    name: \(quoted(stream.name))", "    owner: \(parent.id)",
                    "    kind: \(stream.kind)",
                ]
                if let weekly = stream.weekly {
                    lines.append("    weekly: { min: \(weekly.min)h, max: \(weekly.max)h }")
                }
                return lines
            }
    }

    private var entries: [String] {
        guard !schools.isEmpty else { return [] }
        return ["", "entries:"]
            + schools.flatMap { child, school in
                var lines = [
                    "  - id: \(child.id)-school", "    kind: school", "    title: \(quoted(school.title))",
                    "    people: [\(child.id)]",
                ]
                if school.minutes > 0 { lines.append("    place: \(place(child))") }
                lines += [
                    "    start: \(school.from)T\(school.start)", "    end: \(school.from)T\(school.end)",
                    "    repeat: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                    "    # except: [2026-12-21/2027-01-03]   # holidays",
                ]
                if !school.dropOff.isEmpty { lines.append("    dropOff: \(school.dropOff)") }
                if !school.pickUp.isEmpty { lines.append("    pickUp: \(school.pickUp)") }
                return lines
            }
    }

    private var goals: [String] {
        var lines: [String] = []
        if let careShare, let parent = parents.last {
            lines.append(
                "  - { id: care, kind: care-share, person: \(parent.id), between: [\(careShare.min)%, \(careShare.max)%], weeks: 4 }"
            )
        }
        if let together { lines.append("  - { id: together, kind: together, min: \(together)h }") }
        return lines.isEmpty
            ? []
            : ["", "# What you decided to value. famplan measures against it, and never scolds.", "goals:"] + lines
    }

    /// Text in double quotes, as YAML reads it.
    func quoted(_ text: String) -> String { Self.quoted(text) }

    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.properties.generalCategory == .control: " "
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
