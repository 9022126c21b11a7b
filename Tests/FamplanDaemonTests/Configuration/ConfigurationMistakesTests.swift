import ArgumentParser
import Foundation
import Testing

@testable import FamplanDaemon

@Suite("mistakes in famplan.yaml")
struct ConfigurationMistakesTests {
    private let folder: ConfigurationFolder
    private let documented: DocumentedConfiguration

    init() throws {
        folder = try ConfigurationFolder()
        documented = try DocumentedConfiguration()
    }

    /// For every key an impossible value, and what is said of it; `nothing`: any value of its type is possible.
    private static let impossible: [String: (value: String, expected: String)] = [
        "state": ("var/lib", "“var/lib” is not a path in full (try /var/lib/famplan)"),
        "socket": ("famplan.sock", "“famplan.sock” is not a path in full (try /run/famplan/famplan.sock)"),
        "logLevel": ("inof", "unknown level “inof” (did you mean “info”?)"),
        "horizon": ("8y", "“8y” is not a time from 1d to 400d (try 8w)"),
        "timeZone": ("Europe/Berln", "unknown time zone “Europe/Berln” (did you mean Europe/Berlin?)"),
        "listen": ("8093", "“8093” is not an address of this machine and a port (try 127.0.0.1:8093"),
        "address": ("home.example", "“home.example” is not what an address of the web begins with"),
        "backup › time": ("25:00", "“25:00” is not a time of day (try \"03:30\")"),
        "backup › daily": ("0", "“0” is not a number from 1 to 1000"),
        "backup › weekly": ("-1", "“-1” is not a number from 0 to 1000"),
        "backup › monthly": ("many", "“many” is not a number from 0 to 1000"),
        "administrator": ("Maya L", "“Maya L” is not a person's id (try maya)"),
        "heartbeat": ("hook-key", "what this credential holds is not an address of the web (https://…)"),
        "calendars": ("calendars", "“calendars” is not a path in full (try /srv/famplan/calendars)"),
        "feeds › school › url": ("school.ics", "“school.ics” is not the address of a file (file:///srv/"),
        "feeds › school › role": ("closur", "unknown role “closur” (did you mean “closure”?)"),
        "feeds › school › entries": ("[Noah School]", "“Noah School” names no entry (try noah-school)"),
        "feeds › school › name": ("{ a: b }", "is keys with values, but a single value is needed"),
        "feeds › school › every": ("often", "“often” is not a time (try 90m, 6h, 1d)"),
        "channels › email › kind": ("emial", "unknown kind “emial” (did you mean “email”?)"),
        "channels › email › from": ("famplan", "“famplan” is not a mail address (famplan@home.example)"),
        "channels › email › command": ("[sendmail, -i]", "“sendmail” is not a path in full"),
        "channels › phone › kind": ("ntfi", "unknown kind “ntfi” (did you mean “ntfy”?)"),
        "channels › phone › server": ("ntfy.sh", "“ntfy.sh” is not an address of the web (https://ntfy.sh)"),
        "channels › phone › token": ("ntfy-tokn", "no credential “ntfy-tokn” (did you mean “ntfy-token”?)"),
        "channels › phone › topic": ("a b", "“a b” is not a topic: 1 to 64 letters, digits, - and _"),
        "channels › phone › click": ("here", "“here” is not an address of the web (https://ntfy.sh)"),
        "channels › hook › kind": ("webhok", "unknown kind “webhok” (did you mean “webhook”?)"),
        "channels › hook › url": ("hook-ur", "no credential “hook-ur” (did you mean “hook-url”?)"),
        "channels › hook › key": ("hook-kee", "no credential “hook-kee” (did you mean “hook-key”?)"),
        "channels › script › kind": ("exce", "unknown kind “exce” (did you mean “exec”?)"),
        "channels › script › command": (
            "./tell", "“./tell” is not a path in full (try [/usr/local/bin/tell, --plain])"
        ),
        "channels › apprise › kind": ("aprise", "unknown kind “aprise” (did you mean “apprise”?)"),
        "channels › apprise › config": ("apprise", "no credential “apprise”: it is a file in $CREDENTIALS_DIRECTORY"),
        "channels › apprise › tag": ("-x y", "“-x y” is not a tag: letters, digits, - and _"),
        "channels › apprise › command": ("[apprise]", "“apprise” is not a path in full"),
        "channels › log › kind": ("jurnal", "unknown kind “jurnal” (did you mean “journal”?)"),
    ]

    /// Whether it holds others.
    private static func isGroup(_ key: DocumentedConfiguration.Key) -> Bool { key.value.isEmpty }

    /// Whether it is a name that somebody chose: a channel's, a feed's.
    private static func isChosen(_ key: DocumentedConfiguration.Key) -> Bool {
        key.path.count == 2 && ["channels", "feeds"].contains(key.path[0])
    }

    @Test("the commented configuration file is right with every key in force, and each has its row here")
    func whole() throws {
        try #expect(folder.mistakes(documented.text) == [])
        let keys = documented.keys.filter { !Self.isGroup($0) }.map(\.place)
        #expect(Set(keys) == Set(Self.impossible.keys))
        #expect(keys.count == Self.impossible.count)
    }

    @Test("an impossible value is told with its line, its key, itself, and what would be possible")
    func values() throws {
        for key in documented.keys {
            guard let (value, expected) = Self.impossible[key.place] else { continue }
            let said = try folder.mistakes(documented.replacing(key, with: "\(key.name): \(value)"))
            #expect(said.first?.hasPrefix("famplan.yaml:\(key.line + 1): \(key.place): \(expected)") == true, "\(said)")
            #expect(said.count == 1, "\(said)")
        }
    }

    @Test("a misspelt key is told with its line and the nearest one")
    func names() throws {
        for key in documented.keys where !Self.isChosen(key) {
            let wrong = "\(key.name.prefix(1))\(key.name)"
            let said = try folder.mistakes(documented.replacing(key, with: "\(wrong): \(key.value)"))
            let place = (key.path.dropLast() + [wrong]).joined(separator: " › ")
            let start = "famplan.yaml:\(key.line + 1): \(place): unknown key “\(wrong)” (did you mean “\(key.name)”?)"
            // Without its kind nothing else of a channel can be judged.
            let expected =
                key.name == "kind" ? "famplan.yaml:\(key.line): channels › \(key.path[1]) › kind: is needed" : start
            #expect(said.contains { $0.hasPrefix(expected) }, "\(said)")
        }
    }

    @Test("a channel's or a feed's name that is none is told with its line")
    func channelNames() throws {
        for key in documented.keys where Self.isChosen(key) {
            let said = try folder.mistakes(documented.replacing(key, with: "My \(key.name):"))
            let place = "famplan.yaml:\(key.line + 1): \(key.path[0]) › My \(key.name)"
            #expect(said == ["\(place): is not a name: 1 to 32 of a to z, 0 to 9 and - make one"])
        }
    }

    @Test("a value of the wrong type is told with its line, its key and what is needed")
    func types() throws {
        for key in documented.keys {
            let isCommand = key.name == "command"
            let wrong = ["command": "[/bin/sh, [a]]", "entries": "[a, [b]]"]
            let value = Self.isGroup(key) ? "[]" : wrong[key.name] ?? "[a, b]"
            var lines = documented.lines
            lines[key.line] = String(repeating: " ", count: key.indent) + "\(key.name): \(value)"
            // What was in it goes with it.
            let inner = documented.keys.filter { $0.path.starts(with: key.path) && $0.path != key.path }.map(\.line)
            for line in inner { lines[line] = "" }
            let said = try folder.mistakes(lines.joined(separator: "\n"))
            let expected =
                switch key.path.count {
                case 1 where key.name == "backup": "is a list, but “off” or keys with values are needed"
                case 1 where Self.isGroup(key): "is a list, but lines"
                case 2 where key.path[0] == "feeds": "is a list, but keys with values are needed"
                case 2 where Self.isChosen(key): "is a list, but keys with values are needed (try { kind: journal })"
                default: isCommand ? "needs a program and its arguments" : "is a list, but a single value is needed"
                }
            let place = "famplan.yaml:\(key.line + 1): \(key.place): \(expected)"
            #expect(said.count == 1 && said[0].hasPrefix(place), "\(said)")
        }
    }

    @Test("a key without a value is told, but for a channel list")
    func nothing() throws {
        for key in documented.keys where !Self.isGroup(key) {
            let said = try folder.mistakes(documented.replacing(key, with: "\(key.name):"))
            let line = said.first?.contains("is needed") == true ? [key.line + 1, key.line] : [key.line + 1]
            let isTold = line.contains { said.first?.hasPrefix("famplan.yaml:\($0): \(key.place): ") == true }
            #expect(said.count == 1 && isTold, "\(said)")
        }
    }

    @Test("a key that is there twice is told with both lines, and the rest is read all the same")
    func duplicates() throws {
        for key in documented.keys {
            let own = documented.lines[key.line].dropFirst(key.indent)
            let inner = ["channels": "kind: journal", "feeds": "url: file:///x.ics, role: info"]
            let again =
                Self.isGroup(key)
                ? "\(key.name): { \(key.path.count == 2 ? inner[key.path[0]] ?? "" : "") }" : String(own)
            let text = documented.replacing(key, with: again, String(own)) + "\nhorizn: 8w\n"
            let said = try folder.mistakes(text)
            let first = "famplan.yaml:\(key.line + 2): \(key.place): "
            #expect(said.count == 2, "\(said)")
            #expect(said.first == "\(first)the key “\(key.name)” is there already, in line \(key.line + 1)", "\(said)")
            #expect(said.last?.contains("unknown key “horizn” (did you mean “horizon”?)") == true, "\(said)")
        }
    }

    @Test("everything that is wrong is told at once, in the order of the file")
    func all() throws {
        let said = try folder.mistakes(
            """
            logLevel: loud
            horizn: 8w
            channels:
              phone: { kind: ntfy, sever: x, topic: a b }
              phone: { kind: journal }
              email: { kind: email, from: famplan, command: sendmail }
              hook: { kind: webhook }
            logLevel: info
            """
        )
        let expected = [
            "famplan.yaml:1: logLevel: unknown level “loud” (known: ", "famplan.yaml:2: horizn: unknown key “horizn”",
            "famplan.yaml:4: channels › phone › sever: unknown key “sever” (did you mean “server”?)",
            "famplan.yaml:4: channels › phone › topic: “a b” is not a topic",
            "famplan.yaml:5: channels › phone: the key “phone” is there already, in line 4",
            "famplan.yaml:6: channels › email › from: “famplan” is not a mail address",
            "famplan.yaml:6: channels › email › command: “sendmail” is not a path in full",
            "famplan.yaml:7: channels › hook › url: is needed",
            "famplan.yaml:8: logLevel: the key “logLevel” is there already, in line 1",
        ]
        #expect(said.count == expected.count, "\(said)")
        for (line, start) in zip(said, expected) { #expect(line.hasPrefix(start)) }
    }

    @Test("at most twenty are told, and how many more there are")
    func many() throws {
        let said = try folder.mistakes((1...260).map { "key\($0): x" }.joined(separator: "\n"))
        #expect(said.count == 21)
        #expect(said[19].hasPrefix("famplan.yaml:20: key20: unknown key “key20”"))
        #expect(said.last == "and 240 more")
    }

    @Test("two of the environment's are told by the variables' names")
    func environment() throws {
        let environment = ["FAMPLAN_HORIZON": "8y", "FAMPLAN_LOG_LEVEL": "inof", "FAMPLAN_TIME_ZONE": "UTC"]
        let fault = #expect(throws: ConfigurationFault.self) {
            try DaemonConfiguration(Arguments.parse([]), environment: environment)
        }
        #expect(
            fault?.lines == [
                "FAMPLAN_LOG_LEVEL: unknown level “inof” (did you mean “info”?)",
                "FAMPLAN_HORIZON: “8y” is not a time from 1d to 400d (try 8w)",
            ]
        )
    }
}

@Suite("what famplan.yaml may at most be, and what is never repeated of it")
struct ConfigurationLimitTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test("too large, too deep, aliases that multiply, no YAML, no text: refused in one line, with the place")
    func limits() throws {
        let laughs = (1...9).map { level in
            "a\(level): &a\(level) [\(Array(repeating: level == 1 ? "lol" : "*a\(level - 1)", count: 10).joined(separator: ","))]"
        }
        let cases = [
            (String(repeating: "# a note\n", count: 120_000), "famplan.yaml: the file is larger than 1 MiB"),
            (
                "channels: \(String(repeating: "[", count: 40))\(String(repeating: "]", count: 40))",
                "famplan.yaml:1: is nested too deeply"
            ),
            (String(repeating: "[", count: 100_000), "famplan.yaml:1: is not YAML"),
            (laughs.joined(separator: "\n"), "famplan.yaml:7: the aliases (*name) repeat too much"),
            ("logLevel: info\nchannels: { phone: { kind: ntfy }\n", "famplan.yaml:3: is not YAML"),
            ("channels: *none", "famplan.yaml:1: is not YAML"), ("? [a]\n: b", "famplan.yaml:1: a key is a word"),
            ("- a", "famplan.yaml:1: is a list, but keys with values are needed"),
        ]
        for (text, expected) in cases {
            let said = try folder.mistakes(text)
            #expect(said.count == 1 && said[0].hasPrefix(expected), "\(said.first?.prefix(200) ?? "")")
        }
        try Data([0x6C, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: folder.path))
        let fault = #expect(throws: ConfigurationFault.self) {
            try DaemonConfiguration(Arguments.parse(["--config", folder.path]), environment: [:])
        }
        #expect(fault?.description == "\(folder.path): is not a UTF-8 text")
    }

    @Test(
        "a secret that stands in the file itself is not repeated, whatever is wrong beside it",
        arguments: [
            "token: tk_Abc123", "token: [tk_Abc123]", "token: { tk: tk_Abc123 }", "tokn: tk_Abc123",
            "server: 'https//me:tk_Abc123@ntfy.sh'", "token: tk_Abc123, token: tk_Abc123", "token: 'tk_Abc123",
            "token: tk_Abc123, kind: [", "kind: ntfy, token: \"tk_Abc123\\q\"",
        ]
    )
    func secrets(_ keys: String) throws {
        for line in ["{ kind: ntfy, \(keys) }", "{ \(keys) }"] {
            let said = try folder.mistakes("channels:\n  phone: \(line)\n").joined(separator: "\n")
            #expect(!said.isEmpty)
            #expect(!said.contains("Abc123"), "\(said)")
        }
        let alone = try folder.mistakes("channels: { phone: 'https://ntfy.sh/tk_Abc123' }")
        #expect(alone.count == 1 && !alone[0].contains("Abc123"))
    }

    @Test("what credentials hold is in no mistake")
    func held() throws {
        try folder.give("hook-url", "not-a-s3cret-address")
        let said = try folder.mistakes("channels: { hook: { kind: webhook, url: hook-url, key: hook-kee } }")
        #expect(said.count == 2)
        #expect(!said.joined().contains("s3cret"))
    }

    @Test("what would do something to a terminal, and what is endless, is not repeated as it is")
    func terminal() throws {
        let said = try folder.mistakes(
            #"logLevel: "\e[31mred\u202Edessert""# + "\n\(String(repeating: "k", count: 1_000)): 1"
        )
        #expect(said.count == 2)
        #expect(said[0].contains("“�[31mred�dessert”"))
        #expect(said.allSatisfy { $0.count < 500 })
    }
}
