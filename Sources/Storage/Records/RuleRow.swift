import GRDB
import Household

/// What is said of one kind of conflict: a row of a list that settings and people own.
struct RuleRow: RowPart {
    private let kind: ConflictKind
    private let setting: RuleSetting

    init(from row: inout RowReader) throws(UnreadableRow) {
        kind = try row.next()
        setting = try row.next()
    }

    private init(kind: ConflictKind, setting: RuleSetting) { (self.kind, self.setting) = (kind, setting) }

    var columns: [DatabaseValue] { Storage.columns(kind, setting) }

    static func rows(_ rules: [ConflictKind: RuleSetting]) -> [RuleRow] {
        ConflictKind.allCases.compactMap { kind in rules[kind].map { RuleRow(kind: kind, setting: $0) } }
    }

    static func rules(_ rows: [RuleRow]?) -> [ConflictKind: RuleSetting] {
        // Kinds are unique in every list.
        Dictionary(uniqueKeysWithValues: (rows ?? []).map { ($0.kind, $0.setting) })
    }
}
