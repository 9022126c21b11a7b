import FoundationEssentials
import Household
import HouseholdFile

/// What stands in `famplan.yaml`: flat keys, each with one value, the heartbeat, the channels and the feeds.
struct ConfigurationFile {
    /// Possible ones, as they are written.
    var values: [Setting: String] = [:]
    /// By name.
    var channels: [String: ChannelConfiguration] = [:]
    /// Nil: no links.
    var actions: ActionsConfiguration?
    /// Nil: off.
    var backup: BackupPlan? = BackupPlan()
    /// A person's id.
    var administrator: String?
    var heartbeat: HeartbeatConfiguration?
    var feeds: [FeedConfiguration] = []
    /// A folder, nil: no calendar files are kept.
    var calendars: String?

    /// Whether the file must be there.
    enum Path {
        case required(String)
        case optional(String)
    }

    /// Nothing where an optional file is not there.
    ///
    /// - Throws: all that is wrong with it.
    static func read(_ path: Path, _ credentials: Credentials) throws(ConfigurationFault) -> ConfigurationFile {
        let name: String
        switch path {
        case .required(let path): name = path
        case .optional(let path):
            guard FileManager.default.fileExists(atPath: path) else { return ConfigurationFile() }
            name = path
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw ConfigurationFault("cannot read the configuration file \(name)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationFault("\(name): is not a UTF-8 text")
        }
        let report = Report()
        let contents = contents(of: text, report, credentials)
        guard report.isEmpty else { throw ConfigurationFault(report.error(in: name)) }
        return contents
    }

    private static func contents(of text: String, _ report: Report, _ credentials: Credentials) -> ConfigurationFile {
        var contents = ConfigurationFile()
        guard let tree = ConfigurationText.tree(of: text, report),
            var keys = Keys(tree, at: [], report: report)
        else { return contents }
        for setting in Setting.allCases {
            contents.values[setting] = keys.given(setting.rawValue, setting.checkedInFile)
        }
        if let channels = keys.tree("channels") {
            contents.channels = ChannelsFile(report: report, credentials: credentials).channels(channels)
        }
        contents.actions = ActionsConfiguration.read(&keys)
        if let backup = keys.tree("backup") { contents.backup = BackupPlan.read(backup, report) }
        contents.administrator = keys.given("administrator") { text throws(Complaint) in
            guard ID<Person>(text) != nil else {
                throw Complaint("“\(Words.shortened(text))” is not a person's id (try maya)")
            }
            return text
        }
        contents.heartbeat = keys.given("heartbeat") { text throws(Complaint) in
            HeartbeatConfiguration(name: text, address: try credentials.address(text))
        }
        contents.calendars = keys.given("calendars") { text throws(Complaint) in
            guard text.hasPrefix("/") else {
                throw Complaint("“\(Words.shortened(text))” is not a path in full (try /srv/famplan/calendars)")
            }
            return text
        }
        if let feeds = keys.tree("feeds") { contents.feeds = FeedsFile(report: report).feeds(feeds) }
        keys.finish()
        return contents
    }
}
