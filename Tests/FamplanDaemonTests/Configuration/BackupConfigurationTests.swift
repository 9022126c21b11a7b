import ICalendar
import Testing

@testable import FamplanDaemon

@Suite("backups in famplan.yaml")
struct BackupConfigurationTests {
    @Test("nothing said: each night, seven days, four weeks, twelve months; nobody is told")
    func standard() throws {
        let configuration = try ConfigurationFolder().configuration("")
        #expect(configuration.backup == BackupPlan())
        #expect(configuration.backup?.time == CivilTime("03:30"))
        #expect(configuration.administrator == nil)
    }

    @Test("each key by itself, and off")
    func keys() throws {
        let folder = try ConfigurationFolder()
        let text = "backup: { time: \"12:15\", weekly: 0 }\nadministrator: maya\n"
        let configuration = try folder.configuration(text)
        #expect(configuration.backup?.time == CivilTime("12:15"))
        #expect(configuration.backup?.daily == 7)
        #expect(configuration.backup?.weekly == 0)
        #expect(configuration.administrator == "maya")
        #expect(try folder.configuration("backup: off\n").backup == nil)
    }
}
