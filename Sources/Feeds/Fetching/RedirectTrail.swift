/// Where redirects have led so far, and where the feed is to be asked for next time.
struct RedirectTrail {
    private(set) var current: FeedAddress
    /// Follows permanent redirects only, and only until a temporary one has come.
    private(set) var stored: FeedAddress
    private let start: FeedAddress
    private var isPermanent = true
    private var count = 0
    private let limit: Int

    init(from address: FeedAddress, limit: Int) {
        (start, current, stored, self.limit) = (address, address, address, limit)
    }

    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    mutating func follow(status: Int, to location: String?) throws(FetchFailure) {
        guard count < limit else { throw .tooManyRedirects(limit: limit) }
        count += 1
        let next: FeedAddress
        do throws(FeedAddressError) {
            guard let location else { throw .notAnAddress }
            next = try current.following(location).withUser(of: start)
        } catch {
            throw .badRedirect
        }
        guard next.isSecure || !current.isSecure else { throw .insecureRedirect }
        isPermanent = isPermanent && (status == 301 || status == 308)
        // The password is not for another server, and lost if only the new address were kept.
        if start.authorization != nil, !next.isSameOrigin(as: start) { isPermanent = false }
        if isPermanent { stored = next }
        current = next
    }
}
