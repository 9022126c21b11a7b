import Logging

/// The kinds of events that the daemon logs: the one table of them.
///
/// The journal finds them by ``messageID``: `journalctl MESSAGE_ID=0e366e385b5445e588ec470849cf591f`. An id is never changed,
/// and never used for something else.
enum LoggedEvent: String, CaseIterable {
    /// It answers from now on.
    case serving
    /// It was told to stop, and answers what is under way.
    case stopping
    /// It can't start as told, or with the data that are there.
    case cannotStart = "cannot-start"
    /// A request was answered, whether or not it got what it asked for.
    case request
    /// A request was not answered as it should have been, by a mistake of ours.
    case requestFailed = "request-failed"
    /// A worker could not do what is due.
    case workerFailed = "worker-failed"
    /// The database can't be used: only what helps is answered.
    case outOfUse = "out-of-use"
    /// The day's backup could not be made.
    case backupFailed = "backup-failed"
    /// The configuration was read again.
    case reloaded
    /// It has mistakes, and the one before is kept.
    case notReloaded = "not-reloaded"
    /// The journal channel: somebody would have been told something.
    case message

    /// A UUID as systemd writes it, sd_journal_print(3).
    var messageID: String {
        switch self {
        case .serving: "c7acdd583003403ba05d5bf511669ffe"
        case .stopping: "023ba9a59a564dc0be76922662edf0d6"
        case .cannotStart: "273e2ffe94524ed68507f0911efb5cbb"
        case .request: "e4d868eef85f40bfa09f5a19519a0ddf"
        case .requestFailed: "0e366e385b5445e588ec470849cf591f"
        case .workerFailed: "9939ce55481d4a059a9688edf2812565"
        case .outOfUse: "84d8874bb7f44cb18c13139bbc6dc4fb"
        case .backupFailed: "d6c10d8ee75340f8bb3efa7ff327bc90"
        case .reloaded: "30358d290c264f68b3d83e7af8783372"
        case .notReloaded: "9689c63495914ea1a7d972309a5b2e25"
        case .message: "35d8bc955cd74deaabff6dd7ee1b6975"
        }
    }
}

/// What is said of an event besides the sentence: the names of the metadata, and of the journal's fields.
enum LogKey: String, CaseIterable {
    case event, request, duration, peer

    /// The field's name in the journal.
    var field: String {
        switch self {
        case .event: "FAMPLAN_EVENT"
        case .request: "FAMPLAN_REQUEST_ID"
        case .duration: "FAMPLAN_DURATION_MS"
        case .peer: "PEER_UID"
        }
    }
}

extension Logger {
    /// Logs an event of a known kind. Neither the sentence nor the metadata may hold what the family wrote, the id of a
    /// child, or a secret.
    func log(_ event: LoggedEvent, _ level: Level, _ message: Message, metadata: Metadata = [:]) {
        log(level: level, message, metadata: metadata.merging(["event": "\(event.rawValue)"]) { own, _ in own })
    }
}
