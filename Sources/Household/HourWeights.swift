/// How much an hour of each kind counts for the family: 100 is an hour, 50 half of one.
public struct HourWeights: Hashable, Codable, Sendable {
    /// In hundredths, 0 to 10,000; so are the others.
    public var care: Int
    public var work: Int
    public var admin: Int
    public var own: Int

    /// What the family says nothing of counts as it is, and time of one's own as nothing.
    public init(care: Int = 100, work: Int = 100, admin: Int = 100, own: Int = 0) {
        self.care = care
        self.work = work
        self.admin = admin
        self.own = own
    }
}
