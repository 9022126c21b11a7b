/// What the drawn lines mean.
enum Legend {
    /// `┣work, school━━┫ ├appointment──┤ …`
    static var kinds: Text {
        let shapes: [(Block.Shape, String)] = [
            (.work, "work, school"), (.appointment, "appointment"), (.away, "away"), (.care, "care"),
            (.family, "family"),
        ]
        return shapes.map { shape, word in
            Block(minutes: 0..<0, labels: [word], shape: shape).drawn(in: word.count + 4)
        }
        .joined(Text(" "))
    }

    /// `── available, ══ care, …`
    static var covers: Text {
        let shapes: [(Block.Shape, String)] = [
            (.available, "available"), (.care, "care"), (.together, "together"), (.way, "on the way"), (.gap, "nobody"),
        ]
        let signs = shapes.map { shape, word in
            Text(String(repeating: shape.glyphs.fill, count: 2), shape.style) + Text(" \(word)")
        }
        return signs.joined(Text(", ")) + Text(", empty no care needed.")
    }
}

extension Page {
    /// What stands in the lanes of adults and children, and before the names.
    mutating func addLegend() {
        addGap()
        add(Legend.kinds, indent: 0, hanging: 2)
        add(Text("Children’s lanes say who has them: ", .dim) + Legend.covers, indent: 0, hanging: 2)
        add(
            Text("! ~ · before a name: a conflict, see below. ‹ › goes on before, after.", .dim),
            indent: 0,
            hanging: 2
        )
    }
}
