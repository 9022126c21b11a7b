import FamplanAPI
import FamplanClient
import FamplanCommands
import Testing

@Suite struct GoldenTests {
    /// A document and how it is shown.
    struct Example: Sendable, CustomTestStringConvertible {
        var document: String
        var name: String
        var render: @Sendable ([UInt8], inout Page) throws -> Void
        var testDescription: String { name }

        init<Shown: Renderer>(_ document: String, as name: String? = nil, _ renderer: Shown) {
            self.document = document
            self.name = name ?? document
            render = { raw, page in
                try renderer.render(try Answer<Shown.Body>(raw: raw).document(), on: &page)
            }
        }
    }

    static let examples = [
        Example("agenda", AgendaRenderer()),
        Example("agenda-empty", AgendaRenderer()),
        Example("conflicts", ConflictsRenderer()),
        Example("conflicts-none", ConflictsRenderer()),
        Example("conflicts-new", ConflictsRenderer()),
        Example("conflicts-new-none", ConflictsRenderer(filter: "person maya")),
        Example("conflicts-resolved", ConflictsRenderer()),
        Example("conflicts-only-resolved", ConflictsRenderer()),
        Example("suggestions", SuggestionsRenderer()),
        Example("suggestions-none", SuggestionsRenderer()),
        Example("week", WeekRenderer()),
        Example("day", DayRenderer()),
        Example("day-kofi", DayRenderer()),
        Example("month", MonthRenderer()),
        Example("now", NowRenderer()),
        Example("coverage", CoverageRenderer()),
        Example("coverage-cut", CoverageRenderer()),
        Example("balance", BalanceRenderer()),
        Example("history", HistoryRenderer()),
        Example("history", as: "history-full", HistoryRenderer(isFull: true)),
        Example("change", ChangeRenderer()),
        Example("change-dry", ChangeRenderer()),
        Example("change-nothing", ChangeRenderer()),
        Example("change-clash", ChangeRenderer()),
        Example("import", ImportRenderer(rejects: "school.ics.rejects.ics")),
        Example("status", StatusRenderer()),
        Example("status-messages", StatusRenderer()),
        Example("outbox", OutboxRenderer()),
        Example("outbox-none", OutboxRenderer()),
        Example("people", PeopleRenderer()),
        Example("people", as: "people-full", PeopleRenderer(isFull: true)),
        Example("people-none", PeopleRenderer()),
        Example("change-person", ChangeRenderer()),
        Example("streams", StreamsRenderer()),
        Example("streams", as: "streams-full", StreamsRenderer(isFull: true)),
        Example("places", ThingsRenderer<PlacesReport>()),
        Example("places", as: "places-full", ThingsRenderer<PlacesReport>(isFull: true)),
        Example("places-none", ThingsRenderer<PlacesReport>()),
        Example("resources", ThingsRenderer<ResourcesReport>()),
        Example("resources", as: "resources-full", ThingsRenderer<ResourcesReport>(isFull: true)),
        Example("goals", ThingsRenderer<GoalsReport>()),
        Example("goals", as: "goals-full", ThingsRenderer<GoalsReport>(isFull: true)),
        Example("goals-none", ThingsRenderer<GoalsReport>()),
        Example("dates", DatesRenderer()),
        Example("income", IncomeRenderer()),
        Example("income-month", IncomeRenderer()),
        Example("income-none", IncomeRenderer()),
        Example("capacity", CapacityRenderer()),
        Example("capacity-none", CapacityRenderer()),
        Example("streams", StreamsRenderer()),
        Example("stream", StreamsRenderer(isFull: true)),
        Example("log", LogRenderer()),
        Example("doctor", DoctorRenderer()),
        Example("swap", SwapRenderer()),
        Example("swap-accepted", SwapRenderer()),
        Example("swap-declined", SwapRenderer()),
        Example("swaps", SwapListRenderer()),
    ]

    @Test("a document looks as it did when somebody looked at it", arguments: examples, [80, 120])
    func golden(example: Example, width: Int) throws {
        var page = Page(look: Look(width: width))

        try example.render(TestFiles.document(example.document), &page)

        try TestFiles.expectGolden(page.string, "\(example.name)-\(width)")
    }

    static let drawings = examples.filter { ["week", "day", "month", "now", "coverage-cut"].contains($0.name) }

    @Test("a wide terminal is used, and a narrow one is enough", arguments: drawings, [40, 200])
    func extremes(example: Example, width: Int) throws {
        var page = Page(look: Look(width: width))

        try example.render(TestFiles.document(example.document), &page)

        try TestFiles.expectGolden(page.string, "\(example.name)-\(width)")
    }

    @Test("in ASCII the drawing is the same, cell for cell", arguments: drawings)
    func ascii(example: Example) throws {
        let raw = try TestFiles.document(example.document)
        var drawn = Page(look: Look(width: 80))
        var folded = Page(look: Look(width: 80, usesUnicode: false))

        try example.render(raw, &drawn)
        try example.render(raw, &folded)

        try TestFiles.expectGolden(folded.string, "\(example.name)-ascii-80")
        let widths = { (page: Page) in page.string.split(separator: "\n").map { DisplayWidth.of($0) } }
        #expect(widths(drawn) == widths(folded))
    }

    @Test("in colour everything is where it is without", arguments: drawings)
    func coloured(example: Example) throws {
        var page = Page(look: Look(width: 80, usesColor: true))

        try example.render(TestFiles.document(example.document), &page)

        try TestFiles.expectGolden(page.string, "\(example.name)-colour-80")
    }

    @Test("colour adds escape sequences and takes nothing away", arguments: examples)
    func color(example: Example) throws {
        let raw = try TestFiles.document(example.document)
        var plain = Page(look: Look(width: 80))
        var coloured = Page(look: Look(width: 80, usesColor: true))

        try example.render(raw, &plain)
        try example.render(raw, &coloured)

        #expect(CleanText.block(coloured.string) == plain.string)
    }

    @Test("no line is wider than the terminal", arguments: examples, [60, 80, 100, 132, 200])
    func fits(example: Example, width: Int) throws {
        var page = Page(look: Look(width: width))

        try example.render(TestFiles.document(example.document), &page)

        // Commands to copy are left in one piece.
        let tooWide = page.lines.filter { $0.width > width && !$0.string.contains("famplan ") }
        #expect(tooWide.isEmpty, "\(tooWide.map(\.string))")
    }

    @Test("a household without people says how to begin")
    func emptyHousehold() throws {
        let midnight = "2026-11-23T00:00:00+01:00"
        let week = Week(
            from: midnight,
            to: "2026-11-30T00:00:00+01:00",
            household: "Home",
            people: [],
            places: [:],
            items: [],
            children: [],
            conflicts: []
        )
        var page = Page(look: Look())

        try WeekRenderer().render(Document(now: midnight, timeZone: "Europe/Berlin", body: week), on: &page)

        #expect(
            page.string == """
                Nobody lives here yet.

                Set up a household by answering questions: famplan init
                Or from its file: famplan apply FILE

                """
        )
    }
}

extension Text {
    var string: String { runs.map(\.string).joined() }
}
