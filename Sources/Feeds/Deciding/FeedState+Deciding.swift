public import ICalendar

extension FeedState {
    /// What a look at the feed means: the state after it, and what is to be done. No clock, no input or output.
    public func after(_ fetch: FeedFetch, at now: Instant, _ manner: FeedManner) -> FeedDecision {
        var decision =
            switch fetch {
            case .failed(let failure): failed("\(failure)", at: now, manner)
            case .answered(let answer): after(answer, at: now, manner)
            }
        decision.state.begun = nil
        return decision
    }

    /// What is to be remembered while a look goes on: should the daemon not outlive it, it is not looked at again at once,
    /// and later each time.
    public func beginning(at now: Instant) -> FeedState {
        var next = self
        if let begun {
            next.staleSince = staleSince ?? begun
            next.trouble = FeedTrouble(kind: .failing, words: "the look at it before did not come to an end")
        }
        next.failures += 1
        next.begun = now
        next.next = now.adding(seconds: FeedInterval.afterFailure(next.failures, nil, jitter: 0))
        return next
    }

    private func after(_ answer: FeedAnswer, at now: Instant, _ manner: FeedManner) -> FeedDecision {
        switch answer.status {
        case 200: return after(calendar: answer, at: now, manner)
        case 304 where answer.wasConditional: return unchanged(answer, at: now, manner)
        case 304: return failed("the server says “not modified” of what it was asked for anew (304)", at: now, manner)
        case 401:
            return stopped(
                .locked,
                "the server asks who is asking (401): give an address that lets famplan in",
                at: now
            )
        case 410: return stopped(.gone, "the calendar is gone for good (410)", at: now)
        default:
            return failed(words(for: answer.status), at: now, manner, retryAfter: answer.retryAfter)
        }
    }

    private func after(calendar answer: FeedAnswer, at now: Instant, _ manner: FeedManner) -> FeedDecision {
        let body = FeedBody(octets: answer.body)
        func refused(_ words: String) -> FeedDecision { failed(words, at: now, manner, body: answer.body) }
        if body.isWebPage(contentType: answer.contentType) {
            return refused("a web page came instead of a calendar: perhaps somebody has to log in")
        }
        let digest = body.digest
        if digest == self.digest {
            var decision = unchanged(answer, at: now, manner)
            decision.state.lastWhole = now
            return decision
        }
        guard body.eventCount <= manner.mostEvents * 4 else { return refused(Self.tooMany(manner)) }
        do throws(CalendarFileError) {
            let file = try CalendarFile.read(
                answer.body,
                defaultZone: manner.zone,
                zones: manner.zones,
                limits: Self.limits(manner)
            )
            let snapshot = FeedSnapshot(file, known: events, at: now)
            guard snapshot.count <= manner.mostEvents else { return refused(Self.tooMany(manner)) }
            guard snapshot.known.count <= manner.mostEvents * 2 else {
                return refused(
                    "more events come and go in it than famplan takes (\(manner.mostEvents * 2) in five weeks)"
                )
            }
            let exceptions = snapshot.events.reduce(0) { $0 + $1.event.excluded.count }
            guard exceptions <= manner.mostExceptions else {
                return refused("there are more exceptions in it than famplan takes (\(manner.mostExceptions))")
            }
            let year = Interval(now, now.adding(seconds: Self.year))
            guard !snapshot.events.map(\.event).areOn(moreThan: manner.mostOccurrences, in: year) else {
                return refused(
                    "its events are on more often than famplan takes (\(manner.mostOccurrences) times a year)"
                )
            }
            return after(snapshot, of: answer, digest, at: now, manner)
        } catch {
            return refused(Self.words(for: error))
        }
    }

    private func after(
        _ snapshot: FeedSnapshot,
        of answer: FeedAnswer,
        _ digest: String,
        at now: Instant,
        _ manner: FeedManner
    ) -> FeedDecision {
        let missing = snapshot.missing
        if isTooMuch(missing.count, of: snapshot.ahead), !isAgreed(missing) {
            var next = good(answer, at: now)
            next.held = HeldCalendar(since: now, missing: missing, of: snapshot.ahead)
            let words =
                "\(missing.count) of \(snapshot.ahead) coming events are missing: kept until a second look agrees"
            next.trouble = FeedTrouble(kind: .held, words: words)
            next.next = now.adding(seconds: next.wait(manner))
            return FeedDecision(state: next, outcome: .held)
        }
        var next = good(answer, at: now)
        (next.etag, next.lastModified, next.lastWhole) = (answer.etag, answer.lastModified, now)
        next.digest = digest
        next.published = snapshot.published
        next.events = snapshot.known
        next.next = now.adding(seconds: next.wait(manner))
        return FeedDecision(state: next, outcome: .apply(snapshot.update))
    }

    /// In seconds.
    private static let year = 366 * 86_400

    /// Whether so much is missing that it looks like a mistake of the server: all, or more than half of five or more.
    private func isTooMuch(_ missing: Int, of ahead: Int) -> Bool {
        ahead > 0 && missing == ahead || ahead >= 5 && missing * 2 > ahead
    }

    /// Whether the look before lacked all of this. What was missing then may be over by now.
    private func isAgreed(_ missing: [String]) -> Bool {
        held.map { Set(missing).isSubset(of: $0.missing) } ?? false
    }

    private static func limits(_ manner: FeedManner) -> ICalendarParser.Limits {
        var limits = ICalendarParser.Limits()
        limits.events = manner.mostEvents * 4
        return limits
    }

    private func unchanged(_ answer: FeedAnswer, at now: Instant, _ manner: FeedManner) -> FeedDecision {
        var next = good(answer, at: now)
        if let etag = answer.etag { next.etag = etag }
        if let lastModified = answer.lastModified { next.lastModified = lastModified }
        next.next = now.adding(seconds: next.wait(manner))
        return FeedDecision(state: next, outcome: .unchanged)
    }

    private func good(_ answer: FeedAnswer, at now: Instant) -> FeedState {
        var next = self
        if let address = answer.address { next.address = address.secretText }
        (next.lastSuccess, next.staleSince, next.failures) = (now, nil, 0)
        (next.trouble, next.held) = (nil, nil)
        return next
    }

    private func failed(
        _ words: String,
        at now: Instant,
        _ manner: FeedManner,
        retryAfter: Int? = nil,
        body: [UInt8]? = nil
    ) -> FeedDecision {
        var next = self
        next.failures += 1
        next.staleSince = staleSince ?? now
        next.trouble = FeedTrouble(kind: .failing, words: words)
        next.next = now.adding(seconds: FeedInterval.afterFailure(next.failures, retryAfter, jitter: manner.jitter))
        return FeedDecision(state: next, outcome: .failed(body: body))
    }

    private func stopped(_ kind: FeedTrouble.Kind, _ words: String, at now: Instant) -> FeedDecision {
        var next = self
        next.failures += 1
        next.staleSince = staleSince ?? now
        next.trouble = FeedTrouble(kind: kind, words: words)
        next.next = nil
        return FeedDecision(state: next, outcome: .failed(body: nil))
    }

    private func wait(_ manner: FeedManner) -> Int {
        FeedInterval.seconds(users: manner.every, published: published, jitter: manner.jitter)
    }
}

extension FeedState {
    private func words(for status: Int) -> String {
        switch status {
        case 403: "the server does not let famplan in (403)"
        case 404: "there is no calendar at this address (404)"
        case 429: "the server asks to be asked less often (429)"
        case 500..<600: "the server has trouble of its own (\(status))"
        default: "the server gives no calendar (\(status))"
        }
    }

    /// Nothing of what the text says: it is kept in the log's sight.
    private static func words(for error: CalendarFileError) -> String {
        switch error {
        case .noCalendar: "what came is not a calendar"
        case .unbalanced: "what came is not complete: it ends before the calendar does"
        case .tooLarge: "what came is too large or too deep to be read"
        case .nothingUsable(let skipped): "none of the \(skipped.count) events that came can be used"
        }
    }

    private static func tooMany(_ manner: FeedManner) -> String {
        "there are more events in it than famplan takes (\(manner.mostEvents))"
    }
}
