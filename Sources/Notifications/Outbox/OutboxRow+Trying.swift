import ICalendar

/// How a row goes on: claimed, sent, tried again, given up.
extension OutboxRow {
    /// How long it is tried, in seconds: a day from the first try.
    static let triedFor = 86_400
    private static let shortestWait = 60
    private static let longestWait = 3_600

    /// The row as it stands while it is being sent: should we die meanwhile, it is sent again after the usual wait.
    func claimed(at now: Instant) -> OutboxRow {
        var row = self
        row.attempts += 1
        row.firstTry = firstTry ?? now
        row.nextTry = now.adding(seconds: row.wait)
        return row
    }

    /// What a try makes of a claimed row.
    func after(_ delivery: Delivery, at now: Instant) -> OutboxRow {
        switch delivery {
        case .sent: return settled(.sent, nil, at: now)
        case .refused(let why): return settled(.dead, why, at: now)
        case .delayed(let seconds, let why):
            var row = self
            row.error = why
            row.nextTry = now.adding(seconds: max(row.wait, min(seconds ?? 0, Self.triedFor)))
            let start = firstTry ?? now
            guard row.nextTry - start <= Self.triedFor else { return settled(.dead, why, at: now) }
            return row
        }
    }

    func settled(_ state: State, _ why: String?, at now: Instant) -> OutboxRow {
        var row = self
        (row.state, row.error, row.settledAt) = (state, why, now)
        return row
    }

    func isStale(at now: Instant) -> Bool { letter.notAfter.map { $0 <= now } ?? false }

    /// Seconds until the next try after `attempts` of them: a minute, two, four, at most an hour, and up to a quarter of
    /// that more, so that not all go at once. The same row always waits the same.
    var wait: Int {
        let exponent = min(max(attempts - 1, 0), 10)
        let wait = min(Self.shortestWait << exponent, Self.longestWait)
        let text = "\(letter.message.id) \(letter.channel) \(letter.address ?? "") \(attempts)"
        // FNV-1a, 64 bits.
        let hash = text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return wait + Int((hash >> 33) % UInt64(wait / 4))
    }
}
