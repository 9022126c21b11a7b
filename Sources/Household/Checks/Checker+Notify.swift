import ICalendar

/// What a person wants to be told.
extension Checker {
    mutating func check(_ notify: NotificationSettings, of person: Person) {
        guard person.isAdult else {
            return require(
                notify == NotificationSettings(),
                "notify",
                "\(person.name) is a child (parents and carers are told things)"
            )
        }
        if let digest = notify.digest { begins(digest, "notify.digest") }
        if let quiet = notify.quiet { check(quiet) }
        if let language = notify.language { check(language: language) }
        for (index, subscription) in notify.channels.enumerated() {
            check(subscription, at: index)
            require(
                !notify.channels[..<index].contains { $0.reachesSame(as: subscription) },
                "notify.channels[\(index)]",
                "“\(subscription.channel)” with this address is named twice"
            )
        }
    }

    private mutating func check(_ quiet: NotificationSettings.QuietHours) {
        begins(quiet.from, "notify.quiet.from")
        require(
            quiet.from != quiet.to,
            "notify.quiet.to",
            "\(quiet.to) is the start too, so that it would never end (leave `channels` out to be told nothing)"
        )
    }

    /// The form alone: which languages there are, whoever writes dates in them knows.
    private mutating func check(language: String) {
        require(
            (2...35).contains(language.utf8.count) && language.utf8.allSatisfy(\.isOfTag),
            "notify.language",
            "“\(language)” is not the tag of a language (de, pt-BR)"
        )
    }

    private mutating func check(_ subscription: NotificationSettings.Subscription, at index: Int) {
        require(
            ID<NotificationSettings.Subscription>(subscription.channel) != nil,
            "notify.channels[\(index)].channel",
            "“\(subscription.channel)” is not the name of a channel (lower-case letters, digits, “-” and “.”)"
        )
        guard let address = subscription.address else { return }
        require(
            (1...320).contains(address.count) && !address.unicodeScalars.contains(where: \.isControl)
                && address.contains { !$0.isWhitespace },
            "notify.channels[\(index)].address",
            "is no address (1 to 320 letters in one line)"
        )
    }

    /// A time of day at which something can begin.
    private mutating func begins(_ time: CivilTime, _ key: String) {
        require(time < .endOfDay, key, "24:00 is the end of a day (00:00 is its start)")
    }
}

extension NotificationSettings.Subscription {
    fileprivate func reachesSame(as other: Self) -> Bool { channel == other.channel && address == other.address }
}

extension UInt8 {
    fileprivate var isOfTag: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
