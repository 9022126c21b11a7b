private import CYaml

/// Refuses what no household file needs, before it costs anything: deep nesting, and lists or mappings as keys, each of which
/// would be compared with its neighbours as a whole.
///
/// It follows libyaml's events, which take time in proportion to the text, and builds nothing.
struct Nesting {
    /// What is open at this place; of a mapping, whether a key comes next.
    private enum Open {
        case list
        case map(isKeyNext: Bool)
    }

    private var open: [Open] = []

    /// What is no YAML at all passes: it is said better where it is read.
    static func check(_ text: String) throws(YAMLError) {
        var text = text
        let error = text.withUTF8 { bytes in Nesting.firstMistake(in: bytes) }
        if let error { throw error }
    }

    private static func firstMistake(in bytes: UnsafeBufferPointer<UInt8>) -> YAMLError? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return nil }
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
        var nesting = Nesting()
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT { return nil }
            if let message = nesting.take(event.type) {
                let mark = Tree.Mark(line: event.start_mark.line + 1, column: event.start_mark.column + 1)
                return YAMLError(mark: mark, message: message)
            }
        }
    }

    /// Gives what is wrong with the event where it stands.
    private mutating func take(_ event: yaml_event_type_t) -> String? {
        switch event {
        case YAML_SCALAR_EVENT, YAML_ALIAS_EVENT: return begin(nil)
        case YAML_SEQUENCE_START_EVENT: return begin(.list)
        case YAML_MAPPING_START_EVENT: return begin(.map(isKeyNext: true))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: _ = open.popLast()
        default: break
        }
        return nil
    }

    private mutating func begin(_ node: Open?) -> String? {
        guard open.count <= Tree.Limit.depth else { return "is nested too deeply" }
        if case .map(let isKeyNext) = open.last {
            if isKeyNext, node != nil { return "a key is a word, not a list or a mapping" }
            open[open.count - 1] = .map(isKeyNext: !isKeyNext)
        }
        if let node { open.append(node) }
        return nil
    }
}
