import Household
import ICalendar
import Testing

@testable import HouseholdFile

@Suite("A hostile file costs bounded time and memory")
struct LimitTests {
    @Test("aliases are read", .timeLimit(.minutes(1)))
    func aliases() throws {
        let text = """
            people:
              - { id: noah, role: child, care: &awake [{ days: daily, from: 06:30, to: 20:00, level: present }] }
              - { id: lena, role: child, care: *awake }
            """
        let household = try read(text)
        #expect(household.people.values.map(\.care.count) == [1, 1])
        #expect(household.people.values[0].care == household.people.values[1].care)
    }

    @Test("aliases may be used as often as one likes")
    func manyAliases() throws {
        let lines = (1...200).map { index in
            index == 1
                ? "- { id: e1, kind: family, start: 2026-11-24, except: &christmas [2026-12-23/2027-01-03] }"
                : "- { id: e\(index), kind: family, start: 2026-11-24, except: *christmas }"
        }
        let household = try read("entries:\n" + lines.joined(separator: "\n"))
        #expect(household.entries.values.allSatisfy { $0.repetition.exceptDays.count == 1 })
    }

    @Test("a hostile rule with very many overrides is read soon", .timeLimit(.minutes(1)))
    func manyOverrides() throws {
        let first = try #require(CivilDate("2026-01-02"))
        let overrides = (0..<20_000).map { "{ of: \(first.adding(days: $0)) }" }.joined(separator: ", ")
        let error = try #require(throws: HouseholdFileError.self) {
            try read(
                "entries: [{ id: x, kind: family, start: 2026-01-01T00:00, duration: 1m, "
                    + "repeat: FREQ=SECONDLY, overrides: [\(overrides)] }]"
            )
        }
        #expect(error.mistakes[0].message.contains("starts more than once on 2026-01-02"))
    }

    @Test("a billion laughs are refused", .timeLimit(.minutes(1)))
    func billionLaughs() throws {
        // given
        var lines = ["a0: &a0 [lol, lol]"]
        for level in 1...40 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            lines.append("a\(level): &a\(level) [\(aliases)]")
        }
        // when
        let error = try #require(throws: HouseholdFileError.self) { try read(lines.joined(separator: "\n")) }
        // then
        #expect(error.mistakes.map(\.message) == ["the aliases (*name) repeat too much: write it out"])
    }

    @Test(
        "what is nested too deeply is refused",
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 500_000),
            String(repeating: "- ", count: 500_000) + "x", String(repeating: "? ", count: 900) + "x",
            String(repeating: "{", count: 500) + String(repeating: "}", count: 500),
            String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
            String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
        ]
    )
    func deep(text: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try read(text) }
        #expect(error.mistakes.count == 1)
    }

    @Test(
        "keys that are lists or mappings are refused before they are compared, however many and deep they are",
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "? ", count: 11) + "{a: b}",
            "{" + String(repeating: "{a: b}: c, ", count: 380_000) + "}",
            String(repeating: "{", count: 900) + String(repeating: "}: x", count: 900),
            "? [" + String(repeating: "a, ", count: 1_000_000) + "]\n: x",
            String(repeating: "? - a\n  - b\n", count: 300_000),
        ]
    )
    func keys(text: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try read(text) }
        #expect(error.mistakes.map(\.message) == ["a key is a word, not a list or a mapping"])
        #expect(error.mistakes[0].line == 1)
    }

    @Test("a file of more than 4 MiB is refused")
    func large() throws {
        let text = "# " + String(repeating: "x", count: 4 << 20)
        let error = try #require(throws: HouseholdFileError.self) { try read(text) }
        #expect(error.description == "family.yaml: the file is larger than 4 MiB")
    }

    @Test("a million lines are read or refused soon", .timeLimit(.minutes(1)))
    func manyLines() throws {
        let error = try #require(throws: HouseholdFileError.self) {
            try read("places:\n" + String(repeating: "- x\n", count: 1_000_000))
        }
        #expect(error.description == "family.yaml:2: places: the file names more than 100000 things")
    }

    @Test(
        "text that is no YAML is refused",
        arguments: ["\u{0}", "a: b: c", "'", "\"\\uD800\"", "%YAML 9.9\n---\nx", "a\n---\nb"]
    )
    func noYAML(text: String) throws {
        let error = try #require(throws: HouseholdFileError.self) { try read(text) }
        #expect(error.mistakes.count == 1)
        #expect(error.mistakes[0].message.contains("YAML"))
    }

    @Test("what says nothing changes nothing", arguments: ["", "# nothing\n", "---\n", "\u{FEFF}", "{}", "people:\n"])
    func nothing(text: String) throws {
        #expect(try read(text) == Household(zones: ["UTC": .utc]))
    }

    private func read(_ text: String) throws -> Household {
        try HouseholdFile.read(text, name: "family.yaml", onto: Household(), prune: false)
    }
}
