/// BYSETPOS: picks dates out of a period by their place in it.
enum SetPositions {
    /// The places, from 0, that `positions` name among `count` dates: in order, each once.
    static func places(_ positions: [Int], of count: Int) -> [Int] {
        let places = positions.map { $0 > 0 ? $0 - 1 : count + $0 }.filter { (0..<count).contains($0) }
        return places.count > 1 ? Set(places).sorted() : places
    }

    /// All of them if there are no positions.
    static func pick<Value>(_ positions: [Int], from values: [Value]) -> [Value] {
        positions.isEmpty ? values : places(positions, of: values.count).map { values[$0] }
    }
}
