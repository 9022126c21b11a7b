/// A large value behind one reference: copying what holds it copies no more than that.
///
/// A household is some forty references, an entry some fifteen. The rules copy what holds them for every moment, every
/// pair and every conflict, and would count each reference up and down.
final class Held<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
