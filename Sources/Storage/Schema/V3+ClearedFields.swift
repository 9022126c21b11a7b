extension V3 {
    /// What one occurrence has not, though its entry has: 1. Until now NULL could only say: as the entry has it.
    static let clearedFields = """
        ALTER TABLE entry_override ADD COLUMN no_note INTEGER NOT NULL DEFAULT 0
            CHECK (no_note = 0 OR (no_note = 1 AND note IS NULL AND NOT cancelled));
        ALTER TABLE entry_override ADD COLUMN no_place INTEGER NOT NULL DEFAULT 0
            CHECK (no_place = 0 OR (no_place = 1 AND place IS NULL AND NOT cancelled));
        ALTER TABLE entry_override ADD COLUMN no_drop_off INTEGER NOT NULL DEFAULT 0
            CHECK (no_drop_off = 0 OR (no_drop_off = 1 AND drop_off IS NULL AND NOT cancelled));
        ALTER TABLE entry_override ADD COLUMN no_pick_up INTEGER NOT NULL DEFAULT 0
            CHECK (no_pick_up = 0 OR (no_pick_up = 1 AND pick_up IS NULL AND NOT cancelled));
        """
}
