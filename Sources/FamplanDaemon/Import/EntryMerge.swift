import Household
import ICalendar

/// One entry compared three ways, field by field.
struct EntryMerge {
    /// As it is now, with what the file has changed.
    private(set) var merged: Entry
    /// The fields that are neither as the file said last nor as it says: by their names in the household file.
    private(set) var clashing: [String] = []
    private let last: Entry?
    private let now: Entry
    private let file: Entry
    private let overwrite: Bool

    /// - Parameters:
    ///   - last: what the file said last; nil where that is not known.
    ///   - overwrite: take the file's side of every field, but for those of which a calendar file cannot speak.
    init(last: Entry?, now: Entry, file: Entry, overwrite: Bool) {
        merged = now
        (self.last, self.now, self.file, self.overwrite) = (last, now, file, overwrite)
        take("kind", \.kind)
        take("title", \.title)
        take("note", \.note)
        take("people", \.people)
        take("for", \.children)
        take("stream", \.stream)
        take("place", \.place)
        take("attention", \.attention)
        take("busy", \.busy)
        take("tentative", \.tentative)
        take("when", \.when)
        take("url", \.url)
        // The rest, as who fetches the children, is the family's alone.
    }

    private mutating func take<Value: Equatable>(_ name: String, _ field: WritableKeyPath<Entry, Value>) {
        let said = file[keyPath: field]
        guard said != now[keyPath: field], overwrite || said != last?[keyPath: field] else { return }
        if overwrite || last?[keyPath: field] == now[keyPath: field] {
            merged[keyPath: field] = said
        } else {
            clashing.append(name)
        }
    }
}

extension Entry {
    /// Start, length, repetition and single occurrences only make sense together.
    fileprivate struct When: Equatable {
        var time: EntryTime
        var repetition: Repetition
        var overrides: [Override]
    }

    fileprivate var when: When {
        get { When(time: time, repetition: repetition, overrides: overrides) }
        set { (time, repetition, overrides) = (newValue.time, newValue.repetition, newValue.overrides) }
    }

    /// Whether a calendar file said the same of both, whatever the family made of it.
    func saysTheSame(as other: Entry) -> Bool {
        title == other.title && note == other.note && when == other.when && tentative == other.tentative
            && url == other.url
    }
}
