/// What only its people are told.
enum V7 {
    static let all = [column, history]

    private static let column =
        "ALTER TABLE entry ADD COLUMN private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))"

    /// What was there before was for everybody; a text that is damaged stays as it is.
    private static let history = """
        UPDATE change_item SET before = json_set(before, '$.isPrivate', json('false'))
        WHERE noun = 'entry' AND json_valid(before);
        UPDATE change_item SET after = json_set(after, '$.isPrivate', json('false'))
        WHERE noun = 'entry' AND json_valid(after);
        UPDATE applied_item SET content = json_set(content, '$.isPrivate', json('false'))
        WHERE noun = 'entry' AND json_valid(content);
        UPDATE imported_entry SET content = json_set(content, '$.isPrivate', json('false')) WHERE json_valid(content);
        """
}
