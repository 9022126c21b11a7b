import FamplanAPI
import Household
import HouseholdFile
import ICalendar
import Phrases

/// Changes of entries, as drafts.
extension Planner {
    func add(_ request: AddRequest, by actor: Actor) throws -> ChangeAnswer {
        let (fields, remarks) = try understood(request, by: actor)
        // The id is shown to everybody: that of something private says nothing of it.
        let isPrivate = fields["private"] == ["true"]
        let title = isPrivate ? "" : fields["title"]?.first ?? ""
        let id = try request.id.map(newID) ?? freeID(for: title, kind: fields["kind"]?.first ?? "entry")
        let entry = try HouseholdFile.entry(
            id: id,
            fields: withOwner(inDates(household.withIDs(in: fields))),
            over: nil,
            in: household,
            zones: zones
        )
        var draft = Draft([Change(adding: .entry(entry))], summary: "add \(entry.kind.rawValue) “\(entry.title)”")
        draft.warnings = remarks + household.remarks(on: [entry])
        return try make(draft, by: actor, options: request.options)
    }

    func edit(_ request: EditRequest, by actor: Actor) throws -> ChangeAnswer {
        let target = try self.target(request.target, by: actor)
        let summary = "edit “\(target.entry.title)” (\(request.target.name))"
        var draft = try edited(target, inDates(request.fields), summary: summary)
        draft.warnings += warningOfThePast(draft, of: target.entry) + news(in: draft)
        return try make(draft, by: actor, options: request.options)
    }

    /// What is worth knowing of the entries as they would be, and was not of those before.
    private func news(in draft: Draft) -> [String] {
        let before = Set(remarks(on: draft.changes.map(\.before)))
        return remarks(on: draft.changes.map(\.after)).filter { !before.contains($0) }
    }

    private func remarks(on items: [Item?]) -> [String] {
        let entries = items.compactMap { item -> Entry? in
            guard case .entry(let entry)? = item else { return nil }
            return entry
        }
        return household.remarks(on: entries)
    }

    /// A series that begins later than it did has no past any more, and its hours are gone from the balance.
    private func warningOfThePast(_ draft: Draft, of entry: Entry) -> [String] {
        let zone = household.zone(of: entry)
        guard entry.repetition.isRepeating, case .entry(let after)? = draft.changes.first?.after,
            after.id == entry.id, after.time.start > entry.time.start,
            zone.instant(of: entry.time.start) < clock()
        else { return [] }
        return [
            "it begins on \(after.time.start.date.inWords) now: what there was of it before is gone "
                + "(to change it from a day on: famplan edit \(entry.id)@DATE --following)"
        ]
    }

    func move(_ request: MoveRequest, by actor: Actor) throws -> ChangeAnswer {
        let target = try self.target(request.target, by: actor)
        let old = target.currentStart
        let start = try moved(old, to: request.when, of: target)
        let text = target.entry.time.isAllDay ? "\(start.date)" : "\(start)"
        let summary = "move “\(target.entry.title)” (\(request.target.name)) to \(text)"
        return try make(edited(target, ["start": [text]], summary: summary), by: actor, options: request.options)
    }

    func skip(_ request: RemoveRequest, by actor: Actor) throws -> ChangeAnswer {
        let target = try self.target(request.target, by: actor)
        guard target.occurrence != nil else {
            throw ErrorBody(
                .invalid,
                "cannot skip “\(target.entry.id)”: say which occurrence (\(target.entry.id)@DATE), or use `rm`"
            )
        }
        return try remove(target, request, verb: "skip", by: actor)
    }

    func remove(_ request: RemoveRequest, by actor: Actor) throws -> ChangeAnswer {
        try remove(target(request.target, by: actor), request, verb: "remove", by: actor)
    }

    private func remove(
        _ target: Target,
        _ request: RemoveRequest,
        verb: String,
        by actor: Actor
    ) throws -> ChangeAnswer {
        let before = Item.entry(target.entry)
        let change: Change
        switch try target.scope() {
        case .whole: change = Change(removing: before)
        case .one(let start): change = Change(from: before, to: .entry(target.entry.skipping(start)))
        case .following(let start): change = Change(from: before, to: .entry(try split(target.entry, at: start).before))
        }
        var draft = Draft([change], summary: "\(verb) “\(target.entry.title)” (\(request.target.name))")
        draft.moments = moments(of: target)
        return try make(draft, by: actor, options: request.options)
    }

    // MARK: What is meant

    func target(_ target: EntryTarget, by actor: Actor) throws -> Target {
        guard let name = EntryName(target.name) else {
            throw ErrorBody(
                .invalid,
                "“\(target.name)” names no entry (try noah-school, or noah-school@2026-11-25 for one day)"
            )
        }
        let viewer = actor.viewer(in: household)
        let entry = try household.entry(named: name.entry, for: viewer)
        if entry.isHidden(from: viewer) { throw isPrivate(entry) }
        let occurrence = try name.occurrence.map { try household.originalStart($0, of: entry) }
        return Target(entry: entry, occurrence: occurrence, following: target.following)
    }

    private func edited(_ target: Target, _ fields: EntryFields, summary: String) throws -> Draft {
        let entry = target.entry
        switch try target.scope() {
        case .whole:
            let after = try changed(entry, fields)
            return Draft(after == entry ? [] : [Change(from: .entry(entry), to: .entry(after))], summary: summary)
        case .one(let start):
            var override = try HouseholdFile.override(
                fields: fields,
                over: entry.fields(ofOverride: start),
                of: entry,
                original: start,
                in: household,
                zones: zones
            )
            // Where it is anyway, it goes on to follow the series.
            if override.start == start { override.start = nil }
            let plain = entry.withoutOverride(of: start)
            let after = override == Override.Fields() ? plain : entry.overriding(start, with: override)
            guard after != entry else { return Draft([], summary: summary) }
            var draft = Draft([Change(from: .entry(entry), to: .entry(after))], summary: summary)
            draft.moments =
                moments(of: target) + (override.start.map { [household.zone(of: entry).instant(of: $0)] } ?? [])
            return draft
        case .following(let start):
            let (before, after) = try split(entry, at: start)
            let changes = [
                Change(from: .entry(entry), to: .entry(before)), Change(adding: .entry(try changed(after, fields))),
            ]
            return Draft(changes, summary: summary)
        }
    }

    /// When the one occurrence is that a change is about.
    private func moments(of target: Target) -> [Instant] {
        target.occurrence.map { [household.zone(of: target.entry).instant(of: $0)] } ?? []
    }

    private func changed(_ entry: Entry, _ fields: EntryFields) throws -> Entry {
        try HouseholdFile.entry(id: entry.id, fields: fields, over: entry, in: household, zones: zones)
    }

    /// Refused at an extra date while the rule goes on: the rule would begin anew at another time.
    func split(_ entry: Entry, at start: CivilDateTime) throws -> (before: Entry, after: Entry) {
        let (counted, next) = entry.dates(before: start, in: household.zone(of: entry)) ?? (0, nil)
        if let next, next != start {
            throw ErrorBody(
                .invalid,
                "cannot begin anew at \(entry.id)@\(start): it is an extra date, not one of the repetition's "
                    + "(the next of these is \(entry.id)@\(next))"
            )
        }
        return entry.split(at: start, counted: counted, isRuleOver: next == nil, id: freeID(after: entry.id))
    }

    private func moved(_ old: CivilDateTime, to words: String, of target: Target) throws -> CivilDateTime {
        let meaning = try DateWords(present).meaning(of: words)
        let isSeries = target.occurrence == nil && target.entry.repetition.isRepeating
        if target.entry.time.isAllDay { try checkWholeDays(meaning, words, of: target) }
        switch meaning {
        case .time(let time): return CivilDateTime(old.date, time)
        case .date, .both:
            guard !isSeries else {
                throw ErrorBody(
                    .invalid,
                    "cannot move all of “\(target.entry.title)” to “\(words)”: it repeats. Move one occurrence "
                        + "(\(target.entry.id)@DATE), say a time of day, or `edit --start … --repeat …`"
                )
            }
            if case .both(let both) = meaning { return both }
            if case .date(let date) = meaning { return CivilDateTime(date, old.time) }
            return old
        case nil:
            throw ErrorBody(.invalid, "cannot move to “\(words)”: not a day or time (try \(DateWords.examples))")
        }
    }

    /// What lasts whole days can move to another day; how long it would last at a time of day, nobody has said.
    private func checkWholeDays(_ meaning: DateWords.Meaning?, _ words: String, of target: Target) throws {
        switch meaning {
        case .time, .both: break
        case .date, nil: return
        }
        let id = target.entry.id
        let hint: String
        if case .one = try target.scope() {
            hint = "say a day, or skip that one and add an entry with hours"
        } else {
            hint = "say a day, or give it hours: `famplan edit \(id) --start 15:00 --duration 1h`"
        }
        throw ErrorBody(.invalid, "cannot move “\(target.entry.title)” to “\(words)”: it lasts whole days (\(hint))")
    }

    /// `tue 14:00` as `2026-11-24T14:00`; what the household file reads is left as it is.
    private func inDates(_ fields: EntryFields) throws -> EntryFields {
        let words = DateWords(present)
        var fields = fields
        for key in ["start", "end"] {
            guard let text = fields[key]?.first, fields[key]?.count == 1 else { continue }
            switch try words.meaning(of: text) {
            case .date(let date): fields[key] = ["\(date)"]
            case .both(let both): fields[key] = ["\(both)"]
            case .time, nil: break
            }
        }
        return fields
    }

    /// Work on a stream is its owner's where nobody is named.
    private func withOwner(_ fields: EntryFields) -> EntryFields {
        guard fields["kind"] == ["work"], fields["people"] == nil, let name = fields["stream"]?.first,
            let id = ID<Stream>(name), let stream = household.streams[id]
        else { return fields }
        return fields.merging(["people": [stream.owner.rawValue]]) { own, _ in own }
    }

    // MARK: Ids

    private func newID(_ text: String) throws -> ID<Entry> {
        guard let id = ID<Entry>(text) else {
            throw ErrorBody(.invalid, "“\(text)” is not an id: lower-case letters, digits, “-” and “.”, at most 64")
        }
        guard household.entries[id] == nil else {
            throw ErrorBody(.clash, "there is an entry “\(id)” already: `famplan edit \(id)` changes it")
        }
        return id
    }

    private func freeID(for title: String, kind: String) -> ID<Entry> {
        let slug = EntrySlug.make(from: title) ?? kind
        let id = ID<Entry>(slug) ?? ID(trusted: "entry")
        return household.entries[id] == nil ? id : freeID(after: id)
    }

    /// `school-2`, `school-3` …
    private func freeID(after id: ID<Entry>) -> ID<Entry> {
        let base = id.rawValue.prefix(58)
        var number = 2
        while household.entries[ID(trusted: "\(base)-\(number)")] != nil { number += 1 }
        return ID(trusted: "\(base)-\(number)")
    }
}
