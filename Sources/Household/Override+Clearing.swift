extension Override {
    /// What one occurrence can be without, though its entry has it: by the names of the household file.
    public enum Clearable: String, Hashable, Codable, Sendable, CaseIterable {
        case note
        /// It is at home then; an `away` is nowhere known.
        case place
        case dropOff, pickUp
    }
}

extension Override.Fields {
    /// The occurrence has none, whatever its entry has; until it is given one again.
    public mutating func clear(_ field: Override.Clearable) {
        switch field {
        case .note: note = nil
        case .place: place = nil
        case .dropOff: dropOff = nil
        case .pickUp: pickUp = nil
        }
        without = Override.Clearable.allCases.filter { $0 == field || hasCleared($0) }
    }

    /// Whether the occurrence has none though its entry may have one.
    public func hasCleared(_ field: Override.Clearable) -> Bool { without?.contains(field) ?? false }

    /// A value puts an end to having none.
    mutating func restore(_ field: Override.Clearable) {
        let rest = without?.filter { $0 != field } ?? []
        without = rest.isEmpty ? nil : rest
    }

    /// What the occurrence has: its own value, else none, else the entry's.
    func own<Value>(_ value: Value?, _ field: Override.Clearable, else inherited: Value?) -> Value? {
        value ?? (hasCleared(field) ? nil : inherited)
    }
}

extension Entry {
    /// Whether there is something that an occurrence could be without.
    public func has(_ field: Override.Clearable) -> Bool {
        switch field {
        case .note: note != nil
        case .place: place != nil
        case .dropOff: dropOff != nil
        case .pickUp: pickUp != nil
        }
    }
}
