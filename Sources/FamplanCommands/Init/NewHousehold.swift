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
        var channels: [Channel] = []
    }

    /// One way in which a parent is told things.
    struct Channel {
        /// As the daemon's configuration calls it.
        var name: String
        /// A mail address; empty where there is none, or where it is a secret.
        var address = ""
        /// What only those may know who are to read along: it stands in no file.
        var secret = ""
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

    /// A calendar elsewhere that is to be followed.
    struct Calendar {
        enum Source: Hashable {
            /// Often all that is needed to read it: it stands in no file.
            case address(String)
            /// A path in full. Only the daemon's own configuration can name one.
            case file(String)
        }

        var source: Source
        var name: String
        /// `closure`, `school`, `busy` or `info`.
        var role: String
        /// Ids of the entries that a closure closes.
        var closes: [String] = []
        /// Ids of those whom it is about.
        var people: [String] = []
        var stream = ""
        /// Whether its server may be in a network of one's own.
        var isAtHome = false
    }

    var name: String
    var timeZone: String
    var parents: [Parent] = []
    var children: [Child] = []
    var calendars: [Calendar] = []
    /// Nil: no goal.
    var careShare: (min: Int, max: Int)?
    /// Whether they want ten hours a week together.
    var together: Int?
}
