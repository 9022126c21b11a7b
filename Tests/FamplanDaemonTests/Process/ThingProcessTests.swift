import FamplanAPI
import Foundation
import Testing

/// Places, resources and goals from the shell, on a daemon of their own.
@Suite("the things of a household from the shell")
struct ThingProcessTests {
    @Test("a place is added, shown, changed and removed; each is told, dry first, and undone")
    func place() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        let file = "\(daemon.folder.path)/household.yaml"
        try smallHousehold.write(toFile: file, atomically: true, encoding: .utf8)
        try #require(try daemon.famplan(["apply", file, "--yes"]).status == 0)
        func run(_ words: String...) throws -> Programs.Result { try daemon.famplan(words) }
        func places() throws -> [PlaceItem] {
            let text = try run("place", "list", "--json").output
            return try JSONDecoder().decode(Document<PlacesReport>.self, from: Data(text.utf8)).body.places
        }

        let dry = try run("place", "add", "zoo", "--minutes", "25", "--travel", "school=30", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("Dry run: nothing was written."))
        #expect(try places().map(\.id) == ["home", "school"])

        let added = try run("place", "add", "zoo", "--minutes", "25", "--travel", "school=30", "--strict")
        #expect(
            added.output
                == "place “zoo” (zoo): 25 minutes from home\nthe way between School and zoo: 30 minutes\n"
                + "✓ No conflict comes or goes with it.\n\nChange 2. Take it back: famplan undo 2\n"
        )
        #expect(try places().last?.travel == [WayItem(place: "school", minutes: 30)])
        #expect(try run("place", "show", "zoo").output.contains("travel  30 min to School"))
        #expect(try run("undo").status == 0)
        #expect(try places().map(\.id) == ["home", "school"])

        let used = try run("place", "rm", "school")
        #expect(used.status == 1 && used.errors.contains("it is named by entry noah-school"))
        #expect(try run("place", "rm", "scool").status == 4)
        #expect(try run("place", "edit", "school", "--minutes", "soon").status == 2)
        let asked = try run("place", "rm", "school", "--json")
        #expect(try JSONDecoder().decode(ErrorBody.self, from: Data(asked.output.utf8)).error.kind == .clash)
    }

    @Test("a resource and a goal come and go, and the history has them")
    func others() throws {
        let daemon = try DaemonProcess(try TemporaryFolder())
        func run(_ words: String...) throws -> Programs.Result { try daemon.famplan(words) }
        #expect(try run("resource", "add", "car", "--name", "The car").output.contains("added resource car"))
        #expect(try run("resource", "list").output.contains("car  The car  0 uses"))
        #expect(
            try run("goal", "add", "us", "--kind", "together", "--min", "10h").output
                .contains("goal us: the family: at least 10h together a week")
        )
        #expect(try run("goal", "edit", "us", "--min", "8h").output.contains("min  10h → 8h"))
        #expect(try run("goal", "show", "us", "--json").output.contains(#""kind":"together""#))
        #expect(try run("goal", "rm", "us").status == 0)
        #expect(try run("resource", "rm", "car").status == 0)
        let history = try run("history").output
        for line in ["remove resource “The car” (car)", "remove goal “us”", "edit goal “us”", "add resource “The car”"]
        {
            #expect(history.contains(line), "\(history)")
        }
    }
}
