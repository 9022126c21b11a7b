/// Rows in columns, as wide as what they hold; too wide a table is narrowed where it may be, and cells wrap.
struct Table {
    struct Column {
        /// Below this it is not narrowed; nil: never narrowed.
        var least: Int?
        /// How much wider than another it stays while both are narrowed.
        var weight = 1
        /// Whether what stands in it ends at one edge, as figures do.
        var isNumber = false
    }

    static let gutter = 2

    private let columns: [Column]
    private let indent: Int
    private var rows: [[Text]] = []

    init(_ columns: [Column], indent: Int = 0) {
        self.columns = columns
        self.indent = indent
    }

    mutating func add(_ cells: [Text]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// Takes in the rows of a table with the same columns.
    mutating func add(rowsOf other: Table) {
        precondition(other.columns.count == columns.count, "both have the same columns")
        rows += other.rows
    }

    /// The columns' widths when all of the rows are to be `width` wide.
    func widths(in width: Int) -> [Int] {
        var widths = columns.indices.map { column in rows.map { $0[column].width }.max() ?? 0 }
        let gutters = Self.gutter * max(widths.count { $0 > 0 } - 1, 0)
        var excess = indent + widths.reduce(0, +) + gutters - width
        while excess > 0 {
            // A cell at a time from the widest, so that columns shrink towards one another.
            let shrinkable = columns.indices.filter { widths[$0] > columns[$0].least ?? .max }
            guard let widest = shrinkable.max(by: { widths[$0] * columns[$1].weight < widths[$1] * columns[$0].weight })
            else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    /// The rows in lines, with widths of their own or those of a larger table.
    func lines(widths: [Int]) -> [Text] {
        rows.flatMap { row in
            let cells = zip(row, widths).map { $0.wrapped(to: $1) }
            return (0..<(cells.map(\.count).max() ?? 0)).map { line(of: cells, $0, widths) }
        }
    }

    private func line(of cells: [[Text]], _ number: Int, _ widths: [Int]) -> Text {
        var line = Text(String(repeating: " ", count: indent))
        for ((cell, width), column) in zip(zip(cells, widths), columns) where width > 0 {
            if line.width > indent { line += Text(String(repeating: " ", count: Self.gutter)) }
            let text = number < cell.count ? cell[number] : Text()
            let space = Text(String(repeating: " ", count: max(width - text.width, 0)))
            line += column.isNumber ? space + text : text + space
        }
        return line
    }
}

extension Page {
    mutating func add(_ table: Table) {
        for line in table.lines(widths: table.widths(in: look.width)) { add(line) }
    }
}
