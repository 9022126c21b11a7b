import Foundation
import Testing

/// What a real shell offers at Tab, with the completion file that is installed, a daemon, and odd names.
@Suite("completions in the shells")
struct CompletionTests {
    /// Whoever runs the tests is Maya: what is private to Kofi is not offered.
    private static let household = """
        household: { name: Test, timeZone: Europe/Berlin }
        places:
          - { id: school, name: School, minutesFromHome: 15 }
          - { id: office-park, name: Client site, minutesFromHome: 40 }
        people:
          - { id: maya, name: Maya, role: parent, unixUser: USER }
          - { id: kofi, name: Kofi, role: parent }
          - { id: noah, name: Noah, role: child }
        streams:
          - { id: northwind, name: Northwind, owner: maya, kind: client, client: 'O''Brien & "Söhne" $(touch pwned) `touch pwned`' }
        entries:
          - { id: noah-school, kind: school, title: School, people: [noah], place: school, start: 2026-11-25T08:15,
              end: 2026-11-25T14:15, repeat: "FREQ=WEEKLY;COUNT=2" }
          - { id: walk, kind: family, title: "Walk: $(touch pwned)", start: 2026-11-24T09:00, duration: 1h, also: [2026-11-24T15:00] }
          - { id: kofi-visit, kind: appointment, title: Visit, people: [kofi], private: true, start: 2026-11-27T09:00, duration: 1h }
        """

    private struct Answer: Decodable {
        let line: String
        /// What stands there after Tab; of fish what stood there before.
        let text: String
        let listed: String
    }

    private static let lines = [
        "famplan place show ", "famplan place rm sch", "famplan skip noah", "famplan rm walk@2026-11-24T1",
        "famplan rm ", "famplan log export --client ", "famplan add care --who maya,k",
        "famplan person show --socket /nowhere ",
        "famplan resou", "famplan log export --client \"O",
    ]

    /// By line: what a shell shows of it.
    private func answers(of shell: String) throws -> [String: Answer] {
        let folder = try TemporaryFolder()
        let daemon = try DaemonProcess(folder)
        let user = try #require(getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
        let file = "\(folder.path)/household.yaml"
        try Self.household.replacing("USER", with: user).write(toFile: file, atomically: true, encoding: .utf8)
        try #require(try daemon.famplan(["apply", file, "--yes"]).status == 0)
        let script = "\(folder.path)/famplan.\(shell)"
        let generated = try daemon.famplan(["--generate-completion-script", shell])
        try generated.output.write(toFile: script, atomically: true, encoding: .utf8)
        // A folder that is called as a place is: no reason to offer a path.
        let work = "\(folder.path)/work"
        try FileManager.default.createDirectory(atPath: "\(work)/school", withIntermediateDirectories: true)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments =
            [ProjectFile.path("Tests/FamplanDaemonTests/Completion/press_tab.py"), shell, script] + Self.lines
        process.currentDirectoryURL = URL(fileURLWithPath: work)
        let programs = URL(fileURLWithPath: Programs.path("famplan")).deletingLastPathComponent().path
        process.environment = [
            "PATH": "\(programs):/usr/bin:/bin", "FAMPLAN_SOCKET": daemon.socket, "LANG": "C.UTF-8",
            "HOME": folder.path,
        ]
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(complained)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: work) == ["school"], "a name was run")
        let answers = try JSONDecoder().decode([Answer].self, from: said)
        return Dictionary(uniqueKeysWithValues: answers.map { ($0.line, $0) })
    }

    @Test(
        "bash and zsh complete names that the daemon knows, each as one word, and nothing that is hidden",
        arguments: ["bash", "zsh"]
    )
    func typed(shell: String) throws {
        let answers = try answers(of: shell)
        func text(_ line: String) -> String? { answers[line]?.text }
        func listed(_ line: String) -> String { answers[line]?.listed ?? "" }
        for name in ["home", "school", "office-park"] { #expect(listed("famplan place show ").contains(name)) }
        #expect(text("famplan place rm sch") == "famplan place rm school ")
        #expect(text("famplan skip noah") == "famplan skip noah-school@2026-1")
        #expect(text("famplan rm walk@2026-11-24T1") == "famplan rm walk@2026-11-24T15:00 ")
        #expect(listed("famplan rm ").contains("noah-school") && !listed("famplan rm ").contains("kofi-visit"))
        #expect(
            text("famplan log export --client ")
                == #"famplan log export --client O\'Brien\ \&\ \"Söhne\"\ \$\(touch\ pwned\)\ \`touch\ pwned\` "#
        )
        // A name that would not stay within the quotes that were begun is none of bash's offers; zsh escapes it.
        let quoted = "famplan log export --client \"O"
        #expect(shell != "bash" || text(quoted) == quoted)
        #expect(text(quoted)?.contains("\" $(") == false)
        #expect(text("famplan add care --who maya,k") == "famplan add care --who maya,kofi ")
        #expect(text("famplan resou") == "famplan resource ")
        // Nobody answers there: nothing is offered, and nothing said.
        let silent = "famplan person show --socket /nowhere "
        #expect(text(silent) == silent && !listed(silent).lowercased().contains("cannot"))
    }

    @Test("fish lists the same names, with what they mean")
    func fish() throws {
        let answers = try answers(of: "fish")
        func listed(_ line: String) -> [String]? { answers[line]?.listed.split(separator: "\n").map(String.init) }
        #expect(listed("famplan place show ") == ["home\tHome", "school\tSchool", "office-park\tClient site"])
        #expect(
            listed("famplan skip noah") == ["noah-school@2026-11-25\tSchool", "noah-school@2026-12-02\tSchool"]
        )
        #expect(listed("famplan rm walk@2026-11-24T1") == ["walk@2026-11-24T15:00\tWalk: $(touch pwned)"])
        #expect(listed("famplan rm ") == ["noah-school\tSchool", "walk\tWalk: $(touch pwned)"])
        #expect(
            listed("famplan log export --client ")?.first?.hasPrefix(
                "O'Brien & \"Söhne\" $(touch pwned) `touch pwned`\t"
            ) == true
        )
        #expect(listed("famplan add care --who maya,k") == ["maya,kofi\tKofi"])
        #expect(listed("famplan person show --socket /nowhere ") == [])
    }
}
