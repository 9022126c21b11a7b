/// How much an hour of each kind counts, in hundredths; NULL where the family says nothing of it.
extension V11 {
    static let weights = """
        ALTER TABLE settings ADD COLUMN weight_care INTEGER CHECK (weight_care BETWEEN 0 AND 10000);
        ALTER TABLE settings ADD COLUMN weight_work INTEGER CHECK (
            weight_work BETWEEN 0 AND 10000 AND (weight_work IS NULL) = (weight_care IS NULL)
        );
        ALTER TABLE settings ADD COLUMN weight_admin INTEGER CHECK (
            weight_admin BETWEEN 0 AND 10000 AND (weight_admin IS NULL) = (weight_care IS NULL)
        );
        ALTER TABLE settings ADD COLUMN weight_own INTEGER CHECK (
            weight_own BETWEEN 0 AND 10000 AND (weight_own IS NULL) = (weight_care IS NULL)
        );
        """
}
