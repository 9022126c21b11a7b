import GRDB
import Household
import ICalendar
import Testing

@testable import Storage

@Suite("What SQLite refuses, whatever the program does")
struct ConstraintTests {
    @Test(
        "a value that cannot be is not stored",
        arguments: [
            "UPDATE entry SET kind = 'party'",
            "UPDATE entry SET kind = NULL",
            "UPDATE entry SET attention = 'asleep'",
            "UPDATE entry SET movable = 'year'",
            "UPDATE entry SET busy = 2",
            "UPDATE entry SET seconds = -1",
            "UPDATE entry SET seconds = 'long'",
            "UPDATE entry SET id = 'Swimming'",
            "UPDATE entry SET id = ''",
            "UPDATE entry SET start = '2026-11-24 14:00'",
            "UPDATE entry SET start = '2026-11-24T14:00Z'",
            "UPDATE entry SET start = '2026-02-30T14:00'",
            "UPDATE entry SET start = '2026-11-24T24:00'",
            "UPDATE entry SET start = '2026-11-24T9:00'",
            "UPDATE entry SET start = 'now'",
            "UPDATE entry SET start = NULL",
            "UPDATE entry SET first_day = '2026-11-24', days = 1",
            "UPDATE entry SET rule = 'EVERY=DAY'",
            "UPDATE entry SET place = 'moon'",
            "UPDATE entry SET stream = 'none'",
            "UPDATE entry SET pick_up = 'nobody'",
            "INSERT INTO entry_person VALUES ('swimming', 1, 'noah')",
            "INSERT INTO entry_person VALUES ('swimming', 0, 'maya')",
            "INSERT INTO entry_person VALUES ('gone', 0, 'maya')",
            "INSERT INTO entry_except_days VALUES ('swimming', 0, '2026-11-25', '2026-11-24')",
            "INSERT INTO entry_except_days VALUES ('swimming', 0, '2026-11-25', '2026-11-31')",
            "INSERT INTO entry_also VALUES ('swimming', 0, '2026-11-25')",
            "UPDATE person SET role = 'dog'",
            "UPDATE person SET born = '2019-13-02'",
            "UPDATE person SET born = '02.05.2019'",
            "UPDATE person SET escort = 'yes'",
            "UPDATE person SET unix_user = 'kofi'",
            "UPDATE person SET id = 'Ma ya'",
            "INSERT INTO care_window VALUES ('noah', 0, 0, '08:00', '09:00', 'present')",
            "INSERT INTO care_window VALUES ('noah', 0, 127, '8:00', '09:00', 'present')",
            "INSERT INTO care_window VALUES ('noah', 0, 127, '24:00', '09:00', 'present')",
            "INSERT INTO care_window VALUES ('noah', 0, 127, '08:00', '25:00', 'present')",
            "INSERT INTO care_window VALUES ('noah', 0, 127, '08:00', '09:00', 'close')",
            "INSERT INTO help_window VALUES ('ama', 0, 127, '08:00', '09:00')",
            "INSERT INTO help_window VALUES ('maya', 0, 127, '24:00', '09:00')",
            "UPDATE person SET digest_at = '7:00'",
            "UPDATE person SET digest_at = '24:00'",
            "UPDATE person SET balance_on = 0",
            "UPDATE person SET quiet_from = '21:00'",
            "UPDATE person SET quiet_to = '21:00'",
            "UPDATE person SET quiet_from = '21:00', quiet_to = 'late'",
            "INSERT INTO notify_channel VALUES ('nobody', 0, 'email', NULL, 'notice', 1, 1, NULL)",
            "INSERT INTO notify_channel VALUES ('maya', 0, 'E-mail', NULL, 'notice', 1, 1, NULL)",
            "INSERT INTO notify_channel VALUES ('maya', 0, 'email', '', 'notice', 1, 1, NULL)",
            "INSERT INTO notify_channel VALUES ('maya', 0, 'email', NULL, 'bad', 1, 1, NULL)",
            "INSERT INTO notify_channel VALUES ('maya', 0, 'email', NULL, 'notice', 2, 1, NULL)",
            "INSERT INTO notify_channel VALUES ('maya', 0, 'email', NULL, 'notice', 1, 1, 2)",
            "UPDATE person SET language = 'd'",
            "UPDATE person SET language = 'de_AT'",
            "INSERT INTO told_change VALUES ('maya', -1)",
            "INSERT INTO told_change VALUES ('maya', 1), ('maya', 2)",
            """
            INSERT INTO notify_channel VALUES
            ('maya', 0, 'email', 'a', 'notice', 1, 1, 0), ('maya', 1, 'email', 'a', 'notice', 1, 1, 1)
            """,
            "INSERT INTO person_rule VALUES ('maya', 0, 'handover', 'loud')",
            "INSERT INTO person_rule VALUES ('maya', 0, 'Hand over', 'off')",
            "INSERT INTO person_rule VALUES ('nobody', 0, 'handover', 'off')",
            "INSERT INTO person_rule VALUES ('maya', 0, 'handover', 'off'), ('maya', 1, 'handover', 'notice')",
            "INSERT INTO settings_rule VALUES (2, 0, 'handover', 'off')",
            "INSERT INTO settings_rule VALUES (1, 0, 'handover', 'off'), (1, 1, 'handover', 'notice')",
            "UPDATE settings SET currency = 'eur'",
            "INSERT INTO settings_exchange VALUES (1, 0, 'usd', '0.92')",
            "INSERT INTO settings_exchange VALUES (1, 0, 'USD', '-0.92')",
            "INSERT INTO settings_exchange VALUES (1, 0, 'USD', '0.92'), (1, 1, 'USD', '0.93')",
            "INSERT INTO stream_rate VALUES ('gone', 0, NULL, '95.00', NULL, 'hour')",
            "INSERT INTO stream_rate VALUES ('northwind', 0, '2026-02-30', '95.00', NULL, 'hour')",
            "INSERT INTO stream_rate VALUES ('northwind', 0, NULL, '95,00', NULL, 'hour')",
            "INSERT INTO stream_rate VALUES ('northwind', 0, NULL, 95.5, 'euro', 'hour')",
            "INSERT INTO stream_rate VALUES ('northwind', 0, NULL, '95.00', NULL, 'year')",
            "INSERT INTO stream_revenue VALUES ('northwind', 0, '1 March', '95.00', NULL)",
            "UPDATE stream SET billable = 2",
            "UPDATE stream SET currency = 'usd'",
            "UPDATE stream SET budget_hours = -1",
            "UPDATE stream SET budget_amount = '-5'",
            "UPDATE stream SET target = 'much'",
            "UPDATE stream SET archived = 'true'",
            "UPDATE settings SET week_start = 0",
            """
            INSERT INTO settings (id, name, time_zone, week_start, currency, coverage, minimum_gap)
                SELECT 2, name, time_zone, week_start, currency, coverage, minimum_gap FROM settings
            """,
            "UPDATE settings SET weight_care = 100",
            "UPDATE settings SET weight_care = 10001, weight_work = 1, weight_admin = 1, weight_own = 1",
            "UPDATE place SET minutes_from_home = -1",
            "DELETE FROM place WHERE id = 'home'",
            "INSERT INTO travel VALUES (1, 'school', 'home', 5)",
            "INSERT INTO travel VALUES (1, 'home', 'moon', 5)",
            "INSERT INTO goal (id, kind) VALUES ('us', 'together')",
            "INSERT INTO goal (id, kind, seconds) VALUES ('own', 'own-time', 5)",
            "INSERT INTO goal (id, kind, person, percent_low, percent_high, weeks) VALUES ('g', 'care-share', 'kofi', 60, 40, 4)",
            "INSERT INTO change (at, actor, summary) VALUES (0, '', 'x')",
            "INSERT INTO change (at, actor, summary, undoes) VALUES (0, 'maya', 'x', 99)",
            "UPDATE change_item SET noun = 'party'",
            "UPDATE change_item SET after = '{'",
            "UPDATE change_item SET before = NULL, after = NULL",
            """
            INSERT INTO conflict VALUES
                ('c', 'handover', 'warning', 'resolved', 0, 1, NULL, 'x', 0, 0, NULL, NULL, NULL, NULL, NULL)
            """,
            "INSERT INTO conflict VALUES ('c', 'handover', 'warning', 'open', 2, 1, NULL, 'x', 0, 0, NULL, NULL, NULL, NULL, NULL)",
            """
            INSERT INTO conflict VALUES
                ('c', 'handover', 'warning', 'accepted', 0, 1, NULL, 'x', 0, 0, NULL, NULL, NULL, NULL, NULL)
            """,
            "INSERT INTO conflict VALUES ('c', 'A quarrel', 'warning', 'open', 1, 2, NULL, 'x', 0, 0, NULL, NULL, NULL, NULL, NULL)",
            """
            INSERT INTO entry_override
                (entry, original_start, cancelled, title, own_people, own_children, own_resources)
                VALUES ('swimming', '2026-11-24T14:00', 1, 'x', 0, 0, 0)
            """,
            """
            INSERT INTO entry_override
                (entry, original_start, cancelled, own_people, own_children, own_resources, no_place)
                VALUES ('swimming', '2026-11-24T14:00', 1, 0, 0, 0, 1)
            """,
            """
            INSERT INTO entry_override
                (entry, original_start, cancelled, note, own_people, own_children, own_resources, no_note)
                VALUES ('swimming', '2026-11-24T14:00', 0, 'x', 0, 0, 0, 1)
            """,
        ]
    )
    func refused(sql: String) throws {
        let store = try Store.withFamily()
        try store.commit(.of([Change(adding: .stream(Family.northwind))]))
        let error = #expect(throws: DatabaseError.self) { try store.run(sql) }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT || sql.contains("'now'"))
    }

    @Test("all tables are strict and have what they name")
    func strict() throws {
        let store = try Store.withFamily()
        try store.writer.read { db in
            let loose = try String.fetchAll(
                db,
                sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
            )
            #expect(loose.allSatisfy { $0.hasPrefix("grdb_") || $0.hasPrefix("sqlite_") })
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
        }
    }
}
