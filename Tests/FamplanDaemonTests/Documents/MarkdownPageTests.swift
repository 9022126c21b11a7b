import Testing

/// How a page is taken apart, and run.
@Suite("pages with commands")
struct MarkdownPageTests {
    @Test("a comment says what a page starts from; what it leaves out is as ever")
    func start() throws {
        let start = try PageStart(comment: "<!-- famplan: household=none now=2026-12-01T07:00:00+01:00 -->")
        #expect(start.household == nil)
        #expect(start.now == "2026-12-01T07:00:00+01:00")
        #expect(start.config == nil)
        let other = try PageStart(comment: "<!-- famplan: config=famplan.yaml credentials=ntfy-token,key -->")
        #expect(other.household == "config/household.example.yaml")
        #expect(other.config == "famplan.yaml")
        #expect(other.credentials == ["ntfy-token", "key"])
    }

    @Test(
        "a page that can't be read says where and why",
        arguments: [
            ("text\n<!-- famplan: houshold=none -->\n", "line 2: unknown key “houshold”"),
            ("<!-- famplan: household= -->\n", "line 1: “household=” is not key=value"),
            ("<!-- famplan: household=none\n-->\n", "line 1: a comment for famplan stands in one line"),
            ("a\n\n```console\n$ famplan week\n", "line 3: a fence that does not end"),
            ("```console\nfamplan week\n```\n", "line 1: a console block that does not begin with a command"),
            ("```yaml file=../famplan.yaml\n```\n", "line 1: “../famplan.yaml” is no name of a file"),
        ]
    )
    func faults(text: String, fault: String) throws {
        let error = try #require(throws: PageFault.self) { _ = try MarkdownPage(text) }
        #expect(error.description.hasPrefix(fault))
    }

    @Test("files and commands are found, and a command that goes on is one")
    func pieces() throws {
        let page = try MarkdownPage("```yaml file=a.yaml\nb: c\n```\n```console\n$ one \\\n  two\nsaid\n$ three\n```")
        #expect(
            page.pieces == [
                .file(name: "a.yaml", text: "b: c\n", source: ["```yaml file=a.yaml", "b: c", "```"]),
                .console(
                    fence: "```console",
                    [
                        MarkdownPage.ShownCommand(lines: ["$ one \\", "  two"], printed: ["said"]),
                        MarkdownPage.ShownCommand(lines: ["$ three"]),
                    ]
                ),
            ]
        )
    }

    @Test("what was printed once is replaced by what is printed now; each comment begins with an empty folder")
    func run() throws {
        let text = """
            <!-- famplan: household=none -->
            ```text file=note
            milk
            ```
            ```console
            $ cat note
            bread
            $ echo a; \\
              echo b
            ```
            <!-- famplan: household=none -->
            ```console
            $ ls
            ```
            """
        let real = """
            <!-- famplan: household=none -->
            ```text file=note
            milk
            ```
            ```console
            $ cat note
            milk

            $ echo a; \\
              echo b
            a
            b
            ```
            <!-- famplan: household=none -->
            ```console
            $ ls
            ```
            """
        #expect(try PageRun().text(of: MarkdownPage(text)) == real)
    }

    @Test("a folder that a page speaks of is its own; an empty household goes by the clocks of Berlin")
    func folder() throws {
        let text = """
            <!-- famplan: household=none folder=/srv/calendars -->
            ```text file=note
            milk
            ```
            ```console
            $ cat /srv/calendars/note
            $ famplan status | grep time
            ```
            """
        let real = try PageRun().text(of: MarkdownPage(text))
        #expect(real.contains("$ cat /srv/calendars/note\nmilk\n"))
        #expect(real.contains("time       Mon 23 Nov 2026 08:00 Europe/Berlin"))
    }

    @Test("a page may be asked for by one of its people; else the administrator asks")
    func user() throws {
        let block = "```console\n$ famplan status | grep you\n```"
        let asked = try PageRun().text(of: MarkdownPage("<!-- famplan: user=kofi -->\n\(block)\n\(block)"))
        #expect(asked.contains("you        kofi"))
        #expect(try PageRun().text(of: MarkdownPage(block)).contains("you        admin"))
    }

    @Test("in a terminal, what the page says after a question is typed; what it does not answer is Enter")
    func terminal() throws {
        let command = #"test -t 0 && printf 'Name? ' && read a && printf 'Age? [7] ' && read b && echo "$a,$b.""#
        let text = "<!-- famplan: household=none -->\n```console terminal\n$ \(command)\nName? Ada\n```"
        let real =
            "<!-- famplan: household=none -->\n```console terminal\n$ \(command)\nName? Ada\nAge? [7]\nAda,.\n```"
        #expect(try PageRun().text(of: MarkdownPage(text)) == real)
    }
}
