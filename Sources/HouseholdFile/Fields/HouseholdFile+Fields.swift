public import Household
public import ICalendar

/// The file's keys one by one: for commands that add and edit, and for showing what was changed.
extension HouseholdFile {
    /// The keys of one thing as the file would have them, each with its value in one line; of a person, those within
    /// others too: `notify.digest`.
    public static func fields(of item: Item, in household: Household) -> [(field: String, value: String)] {
        Pairs(item, in: household).pairs.flatMap { pair -> [(field: String, value: String)] in
            // What is set for a person is many things under few keys.
            if case .person = item, case .map(let inner) = pair.value.content {
                return inner.map { ("\(pair.key).\($0.key)", $0.value.flat) }
            }
            return [(pair.key, pair.value.flat)]
        }
    }

    /// An entry made of fields of the household file, laid over one that is there.
    ///
    /// A new start keeps the length unless an end or a duration is given, and takes the time of day of the exceptions
    /// along; it may be a date or a time of day alone, an end a time of day. The days stay the same where only the time of
    /// day is new; a start on which the repetition does not fall is refused. Overrides of starts that are no more go.
    ///
    /// - Parameters:
    ///   - fields: Each key with its values: several for a list, none to take the key away. People, streams, places and
    ///     resources by id or name.
    ///   - base: The entry to edit; nil to add one.
    ///   - household: Whose people, places and streams are named. The entry need not be in it.
    /// - Returns: The entry, without problems. The zone that it names may be missing in `household.zones`.
    /// - Throws: Everything that is wrong with the fields, each by its name.
    public static func entry(
        id: ID<Entry>,
        fields: [String: [String]],
        over base: Entry?,
        in household: Household,
        zones: ZoneDatabase = .system
    ) throws(HouseholdFileError) -> Entry {
        let report = Report()
        let cache = ZoneCache(zones, knowing: household)
        let reader = EntryReader(household: household, zones: cache)
        let fields = household.withIDs(in: fields)
        let tree =
            base.map { FieldTree(base: $0, fields: fields, zone: reader.zone(named:)) } ?? FieldTree(fields: fields)
        guard var keys = Keys(tree.tree, at: [], report: report) else { throw report.error(in: nil) }
        let read = reader.entry(id, &keys)
        keys.finish(hints: ["id": "cannot be changed", "overrides": "an occurrence is edited by its name (\(id)@DATE)"])
        guard var entry = read, report.isEmpty else { throw report.error(in: nil) }
        let checked = household.with(cache, for: entry)
        if let base {
            if let start = fields["start"], !start.isEmpty,
                let complaint = entry.complaint(ofStartAfter: base, in: checked)
            {
                report.note(complaint, at: ["start"], mark: nil)
                throw report.error(in: nil)
            }
            let recurrence = checked.recurrence(of: entry)
            entry.overrides.removeAll { !recurrence.contains($0.of) }
        }
        try report.check(checked.problems(in: [.entry(entry)]))
        return entry
    }

    /// What differs in one occurrence of an entry, made of fields laid over what differs already.
    ///
    /// Like ``entry(id:fields:over:in:zones:)``; only what an occurrence can have of its own: `title`, `note`, `people`,
    /// `for`, `place`, `attention`, `busy`, `tentative`, `start`, `end`, `duration`, `resources`, `dropOff`, `pickUp`. Taking
    /// a `note`, `place`, `dropOff` or `pickUp` away that the entry has leaves the occurrence without it.
    public static func override(
        fields: [String: [String]],
        over base: Override.Fields?,
        of entry: Entry,
        original: CivilDateTime,
        in household: Household,
        zones: ZoneDatabase = .system
    ) throws(HouseholdFileError) -> Override.Fields {
        let report = Report()
        let cache = ZoneCache(zones, knowing: household)
        let reader = EntryReader(household: household, zones: cache)
        let named = household.withIDs(in: fields)
        let tree = FieldTree(base: base ?? Override.Fields(), of: entry, fields: named)
        guard var keys = Keys(tree.tree, at: [], report: report) else { throw report.error(in: nil) }
        let read = reader.fields(&keys, of: entry, original: original)
        keys.finish(hints: EntryReader.overrideHints)
        guard let read, report.isEmpty else { throw report.error(in: nil) }
        var alone = entry
        alone.overrides = [Override(of: original, change: .changed(read))]
        let prefix = "overrides[\(entry.written(original))]."
        let problems = household.with(cache, for: alone).problems(in: [.entry(alone)])
        try report.check(problems.filter { $0.key.hasPrefix(prefix) }, without: prefix)
        return read
    }
}

extension Report {
    /// Throws the problems, if there are any, as what is wrong with fields.
    fileprivate func check(_ problems: [Problem], without prefix: String = "") throws(HouseholdFileError) {
        for problem in problems {
            note(problem.message, at: [String(problem.key.dropFirst(prefix.count))], mark: nil)
        }
        if !isEmpty { throw error(in: nil) }
    }
}

extension Household {
    /// With the zone that the entry names, which may be new to the household.
    fileprivate func with(_ cache: ZoneCache, for entry: Entry) -> Household {
        guard case .timed(_, let name?, _) = entry.time, zones[name] == nil, let zone = try? cache.zone(name) else {
            return self
        }
        var household = self
        household.zones[name] = zone
        return household
    }
}

extension Tree {
    /// In one line, for people: quotes only where the text could not be shown as it is.
    fileprivate var flat: String {
        switch content {
        case .text(let text, _):
            text.unicodeScalars.allSatisfy(Quoting.isPrintable) ? text : Quoting.quoted(text)
        case .list(let elements): elements.map(\.flat).joined(separator: ", ")
        case .map: rendered(isFlow: true)
        }
    }
}
