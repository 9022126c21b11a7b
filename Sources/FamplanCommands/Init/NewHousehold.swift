/// What a family said of itself when it was asked.
struct NewHousehold {
    struct Parent {
        var id: String
        var name: String
        /// Their account on this machine; empty: none.
        var unixUser: String
        var streams: [Stream] = []
        /// `07:00`; empty: no overview.
        var digest = ""
    }

    struct Stream {
        var id: String
        var name: String
        /// `client`, `employment`, `product` or `admin`.
        var kind: String
        /// In hours a week; nil: as many as there are.
        var weekly: (min: Int, max: Int)?
    }

    struct Child {
        var id: String
        var name: String
        /// `2019-05-02`; empty: not said.
        var born: String
        var school: School?
    }

    /// School, nursery, Kita: the same hours on each weekday.
    struct School {
        var title: String
        var start: String
        var end: String
        /// The first day of it.
        var from: String
        var minutes: Int
        /// Ids of parents; empty: either.
        var dropOff: String
        var pickUp: String
    }

    var name: String
    var timeZone: String
    var parents: [Parent] = []
    var children: [Child] = []
    /// Nil: no goal.
    var careShare: (min: Int, max: Int)?
    /// Whether they want ten hours a week together.
    var together: Int?
}
