/// The ids that a tz database says it has, links included.
struct ZoneList: Sendable {
    /// In the order of their bytes.
    let sorted: [String]
    /// Ids by their spelling in lower case.
    let spellings: [String: String]

    /// Reads `tzdata.zi`, which lists everything; where a system leaves it out, the tables for choosing a zone by place.
    init(directory: String) {
        var ids = Self.compiled(readFile("\(directory)/tzdata.zi", limit: 4 << 20) ?? [])
        if ids.isEmpty {
            for table in ["zone1970.tab", "zone.tab"] {
                ids.formUnion(Self.tabulated(readFile("\(directory)/\(table)", limit: 1 << 20) ?? []))
            }
        }
        sorted = ids.filter(Self.isPlain).sorted()
        spellings = Dictionary(sorted.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    var isEmpty: Bool { sorted.isEmpty }

    func contains(_ id: String) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == id
    }

    /// `Z Europe/Berlin 0:53:28 …` is a zone, `L Europe/Berlin Arctic/Longyearbyen` another name for one.
    private static func compiled(_ bytes: [UInt8]) -> Set<String> {
        var ids: Set<String> = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let place: Int
            switch line.first {
            case UInt8(ascii: "Z"): place = 1
            case UInt8(ascii: "L"): place = 2
            default: continue
            }
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
            if words.count > place { ids.insert(String(decoding: words[place], as: UTF8.self)) }
        }
        return ids
    }

    /// `DE,DK⇥+5230+01322⇥Europe/Berlin⇥most of Germany`
    private static func tabulated(_ bytes: [UInt8]) -> Set<String> {
        var ids: Set<String> = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let columns = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3)
            if columns.count > 2 { ids.insert(String(decoding: columns[2], as: UTF8.self)) }
        }
        return ids
    }

    /// Even a list is not believed if it names a way out of the directory.
    private static func isPlain(_ id: String) -> Bool {
        let safe = id.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
            default: false
            }
        }
        return safe && !id.isEmpty && !id.hasPrefix("/")
    }
}
