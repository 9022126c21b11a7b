public import Household
public import ICalendar

/// The household file: the whole plan as YAML that people write.
public enum HouseholdFile {
    /// The things that a file may name at most.
    public static let mostThings = 100_000

    /// What a file says.
    public struct Content: Sendable {
        /// The household afterwards, without problems, and with every zone that it names.
        public let household: Household
        /// The things that the file names, each as it is afterwards, in the order of the file.
        public let named: [Item]
    }

    /// The household that ``content(of:name:onto:prune:zones:)`` gives.
    public static func read(
        _ text: String,
        name: String,
        onto current: Household,
        prune: Bool,
        zones: ZoneDatabase = .system
    ) throws(HouseholdFileError) -> Household {
        try content(of: text, name: name, onto: current, prune: prune, zones: zones).household
    }

    /// Reads the text of a file over what is there.
    ///
    /// A thing of the file takes the place of the one with its id; keys that are left out have their defaults. What the
    /// file does not name stays, or goes with `prune`; the settings stay where the file says nothing of them.
    ///
    /// - Parameters:
    ///   - text: UTF-8, at most 4 MiB.
    ///   - name: What the file is called, for messages.
    ///   - current: The household before.
    ///   - prune: Remove everything that the file does not name.
    ///   - zones: Where time zones are looked up.
    /// - Throws: Everything that is wrong with the file.
    public static func content(
        of text: String,
        name: String,
        onto current: Household,
        prune: Bool,
        zones: ZoneDatabase = .system
    ) throws(HouseholdFileError) -> Content {
        let report = Report()
        var reader = FileReader(onto: current, prune: prune, zones: ZoneCache(zones, knowing: current), report: report)
        do throws(YAMLError) {
            reader.read(try Tree.parse(text) ?? .map([]))
        } catch {
            report.note(error.message, at: [], mark: error.mark)
        }
        guard report.isEmpty else { throw report.error(in: name) }
        return Content(household: reader.household, named: reader.named)
    }
}
