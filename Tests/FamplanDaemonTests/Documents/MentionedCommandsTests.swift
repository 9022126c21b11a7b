import Testing

/// Commands that documents mention are commands: nothing is written, since nobody answers at the socket.
@Suite("commands mentioned in documents")
struct MentionedCommandsTests {
    @Test("what a page mentions is there, with the options that it names", arguments: MarkdownFiles.all)
    func exist(name: String) throws {
        for arguments in MentionedCommands.arguments(in: try ProjectFile.text(name)) {
            let said = try Programs.famplan(arguments, socket: "/nonexistent/socket").errors
            // What stands for something (ID, or nothing at all) may be missing.
            let isUnknown = ["Unknown option", "nexpected argument", "Unknown command"].contains { said.contains($0) }
            #expect(!isUnknown, "\(name) mentions famplan \(arguments.joined(separator: " ")): \(said)")
        }
    }

    @Test("commands are found in sentences and in blocks, and end where the shell goes on")
    func found() {
        let text = """
            Say `famplan ill noah [--until fri]`, `famplan place show|add x`, `famplan today: nothing`, or `other`.
            ```sh
            sudo famplan edit a --title 'b c' \\
                --note "d" > e   # f
            ls
            famplan week | less
            ```
            ```console
            $ famplan now
            ```
            """
        #expect(
            MentionedCommands.arguments(in: text) == [
                ["ill", "noah", "--until", "fri"], ["place", "show", "x"],
                ["edit", "a", "--title", "b c", "--note", "d"], ["week"],
            ]
        )
    }
}
