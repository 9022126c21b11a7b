import FamplanAPI
import HTTPTypes

extension APIOperation {
    /// One for each endpoint of ``API``; a test holds the two together.
    static let all = [looking, changing, logging, swapping, feeding, money, things, telling].flatMap(\.self)

    private static let looking = [
        APIOperation(method: .get, route: .openAPI, summary: "This document."),
        APIOperation(method: .get, route: .status, summary: "How the daemon is.", answer: Status.self),
        APIOperation(
            method: .get,
            route: .agenda,
            summary: "What is on, in order of start.",
            parameters: [.from, .to, .who],
            answer: Agenda.self
        ),
        APIOperation(
            method: .get,
            route: .export,
            summary:
                "The entries as an iCalendar file: whole series of which something is in the range; all where none is given.",
            parameters: [.from, .to, .who],
            answer: CalendarText.self
        ),
        APIOperation(
            method: .get,
            route: .week,
            summary: "Everything that a drawn week needs.",
            parameters: [
                Parameter(name: "date", words: "A day of the week that is wanted; today's.", example: "2026-11-24"),
                Parameter(name: "logged", words: "With what was really done.", choices: ["true", "false"]),
            ],
            answer: Week.self
        ),
        APIOperation(
            method: .get,
            route: .day,
            summary: "Everything that a drawn day needs.",
            parameters: [
                Parameter(name: "date", words: "The day; today.", example: "2026-11-24"),
                .who,
            ],
            answer: Week.self
        ),
        APIOperation(
            method: .get,
            route: .month,
            summary: "Everything that a drawn month needs.",
            parameters: [Parameter(name: "month", words: "The month, or a day of it; this one.", example: "2026-12")],
            answer: Month.self
        ),
        APIOperation(method: .get, route: .now, summary: "Who is where, and who has the children.", answer: Now.self),
        APIOperation(
            method: .get,
            route: .conflicts,
            summary: "What is wrong, in order of start.",
            parameters: [
                .from, .to, .who,
                Parameter(name: "kind", words: "Of this kind alone.", choices: ConflictItem.kinds),
                Parameter(
                    name: "severity",
                    words: "Of this severity alone.",
                    choices: ["notice", "warning", "critical"]
                ),
                Parameter(name: "since", words: "Seen first then or later.", example: "yesterday"),
                Parameter(name: "resolved", words: "With those that are resolved.", choices: ["true", "false"]),
            ],
            answer: Conflicts.self
        ),
        APIOperation(
            method: .get,
            route: .watch,
            summary: "Conflicts and changes as they happen: a WatchEvent document a line, until the connection ends.",
            parameters: [
                Parameter(name: "after", words: "Begin with what was changed after this change.", example: "12"),
                Parameter(name: "once", words: "End once it is said how things are.", choices: ["true", "false"]),
            ],
            contentType: "application/x-ndjson"
        ),
        APIOperation(
            method: .get,
            route: .suggestions,
            summary: "Ways out of a conflict.",
            parameters: [Parameter(name: "conflict", words: "Its id.", isNeeded: true)],
            answer: Suggestions.self
        ),
        APIOperation(
            method: .get,
            route: .coverage,
            summary: "Who has the children.",
            parameters: [.from, .to, Parameter(name: "child", words: "The id or name of one child.")],
            answer: CoverageReport.self
        ),
        APIOperation(
            method: .get,
            route: .balance,
            summary: "Where the family's time goes.",
            parameters: [
                .from, .to,
                Parameter(
                    name: "weeks",
                    words: "So many whole weeks, 1 to 170, one by one, up to that before `to`, or this one.",
                    example: "4"
                ),
            ],
            answer: BalanceReport.self
        ),
        APIOperation(
            method: .get,
            route: .digest,
            summary: "One parent's daily digest, as it would be sent.",
            parameters: [
                Parameter(name: "for", words: "A parent's id or name; whoever asks.", example: "maya"),
                Parameter(name: "date", words: "The day; today.", example: "2026-11-24"),
                Parameter(name: "balance", words: "With the week's balance.", choices: ["true", "false"]),
            ],
            answer: DigestReport.self
        ),
        APIOperation(
            method: .get,
            route: .dates,
            summary: "What a repetition gives.",
            parameters: [
                Parameter(name: "rule", words: "An RRULE value.", isNeeded: true, example: "FREQ=WEEKLY;BYDAY=TU"),
                Parameter(name: "start", words: "A wall time.", isNeeded: true, example: "2026-11-24T09:00"),
                Parameter(name: "zone", words: "A time zone.", isNeeded: true, example: "Europe/Berlin"),
                Parameter(name: "until", words: "None at or after this instant.", example: "2026-12-24T00:00:00Z"),
                Parameter(name: "limit", words: "At most so many, 1 to 10000; 20.", example: "5"),
            ],
            answer: Dates.self
        ),
        APIOperation(
            method: .get,
            route: .names,
            summary: "What a command line could name.",
            parameters: [
                Parameter(
                    name: "of",
                    words: "What is to be named.",
                    isNeeded: true,
                    example: "entry",
                    choices: NameKind.allCases.map(\.rawValue)
                )
            ],
            answer: NamesReport.self
        ),
        APIOperation(
            method: .get,
            route: .history,
            summary: "Who changed what, newest first.",
            parameters: [
                Parameter(name: "limit", words: "At most so many, 1 to 10000; 20.", example: "5"),
                Parameter(name: "thing", words: "Of the entry with this id alone."),
            ],
            answer: History.self
        ),
        APIOperation(method: .get, route: .household, summary: "The household file.", answer: HouseholdText.self),
        APIOperation(
            method: .get,
            route: .backup,
            summary: "A copy of the database.",
            contentType: "application/vnd.sqlite3"
        ),
        APIOperation(
            method: .get,
            route: .doctor,
            summary: "Look at everything that the service stands on.",
            answer: DoctorReport.self
        ),
    ]

    private static let feeding = [
        APIOperation(
            method: .get,
            route: .feeds,
            summary: "The calendars that are followed.",
            answer: FeedList.self
        ),
        APIOperation(
            method: .post,
            route: .feeds,
            summary: "Follow a calendar, and look at it now.",
            request: FeedAddRequest.self,
            answer: FeedList.self,
            example: #"{"url":"http://127.0.0.1:1/x.ics","role":"info","fields":{},"closes":[],"allowsPrivate":false}"#
        ),
        APIOperation(
            method: .post,
            route: .refreshFeeds,
            summary: "Look at one feed, or at all, now.",
            request: FeedNameRequest.self,
            answer: FeedList.self
        ),
        APIOperation(
            method: .post,
            route: .removeFeed,
            summary: "Follow a calendar no longer.",
            request: FeedNameRequest.self,
            answer: FeedList.self
        ),
    ]

    private static let options = #""options":{"dryRun":true,"strict":false}"#

    private static let changing = [
        APIOperation(
            method: .post,
            route: .household,
            summary: "Apply a household file.",
            request: ApplyRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"text":"resources: [ { id: car } ]","name":"f","prune":false,"overwrite":false,\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .entries,
            summary: "Add an entry.",
            request: AddRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"fields":{"kind":["family"],"title":["Walk"],"start":["2026-11-28"]},\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .edit,
            summary: "Change an entry, or one of its occurrences.",
            request: EditRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"target":{"name":"noah-school","following":false},"fields":{"note":["x"]},\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .move,
            summary: "Move an entry, or one of its occurrences.",
            request: MoveRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"target":{"name":"noah-school","following":false},"when":"09:00",\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .skip,
            summary: "Let one occurrence not happen.",
            request: RemoveRequest.self,
            answer: ChangeAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .remove,
            summary: "Remove an entry, or one of its occurrences.",
            request: RemoveRequest.self,
            answer: ChangeAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .ill,
            summary: "A child stays at home.",
            request: IllRequest.self,
            answer: ChangeAnswer.self,
            example: #"{"person":"noah",\#(options)}"#
        ),
        APIOperation(
            method: .post,
            route: .calendar,
            summary: "Take over an iCalendar file.",
            request: ImportRequest.self,
            answer: ImportAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .undo,
            summary: "Take a change back.",
            request: UndoRequest.self,
            answer: ChangeAnswer.self,
            example: "{\(options)}"
        ),
        APIOperation(
            method: .post,
            route: .accept,
            summary: "Live with a conflict, or with several.",
            request: AcceptRequest.self,
            answer: ConflictAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .reopen,
            summary: "Live with a conflict, or with several, no longer.",
            request: ReopenRequest.self,
            answer: ConflictAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .suggestions,
            summary: "Take a way out.",
            request: TakeRequest.self,
            answer: ChangeAnswer.self
        ),
    ]

    private static let logging = [
        APIOperation(
            method: .get,
            route: .log,
            summary: "What was really done, in order of start.",
            parameters: [
                Parameter(name: "from", words: "A day or a wall time; a week before the end.", example: "2026-11-16"),
                Parameter(name: "to", words: "Where it ends; the end of today.", example: "2026-11-23"),
                .who,
                Parameter(name: "stream", words: "The id of one stream.", example: "northwind"),
            ],
            answer: TimeLog.self
        ),
        APIOperation(
            method: .get,
            route: .exportLog,
            summary: "What was logged and began in a range, as a timesheet or for another program.",
            parameters: [
                Parameter(
                    name: "format",
                    words: "What it is written as; text.",
                    choices: TimeFormat.allCases.map(\.rawValue)
                ),
                Parameter(name: "from", words: "A day or a wall time; a week before the end.", example: "2026-11-16"),
                Parameter(name: "to", words: "Where it ends; the end of today.", example: "2026-11-23"),
                .who,
                Parameter(name: "stream", words: "The id of one stream.", example: "northwind"),
                Parameter(name: "client", words: "The name of one client."),
            ],
            answer: LogText.self
        ),
        APIOperation(
            method: .post,
            route: .importLog,
            summary: "Take over what hledger or Timewarrior wrote down.",
            request: LogImportRequest.self,
            answer: LogImportAnswer.self,
            example:
                #"{"text":"i 2026-11-20 09:00 maya:northwind\no 2026-11-20 10:00\n","name":"f","meaning":{},"dryRun":true}"#
        ),
        APIOperation(
            method: .post,
            route: .start,
            summary: "Begin to log what is really done.",
            request: StartRequest.self,
            answer: LogAnswer.self,
            example: #"{"what":["northwind"],"person":"maya","switching":true,"isPrivate":false,"dryRun":true}"#
        ),
        APIOperation(
            method: .post,
            route: .stop,
            summary: "End what is running.",
            request: StopRequest.self,
            answer: LogAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .log,
            summary: "Log what is over.",
            request: LogAddRequest.self,
            answer: LogAnswer.self,
            example: #"{"what":["northwind"],"from":"2026-11-20T09:00","length":"90m","person":"maya","#
                + #""isPrivate":false,"dryRun":true}"#
        ),
        APIOperation(
            method: .post,
            route: .editLog,
            summary: "Mend what was logged.",
            request: LogEditRequest.self,
            answer: LogAnswer.self
        ),
        APIOperation(
            method: .post,
            route: .removeLog,
            summary: "Take out what was logged.",
            request: LogRemoveRequest.self,
            answer: LogAnswer.self
        ),
    ]

    private static let telling = [
        APIOperation(
            method: .post,
            route: .restore,
            summary: "Take a backup back: everything becomes as it was then.",
            takes: "application/vnd.sqlite3",
            answer: RestoreAnswer.self
        ),
        APIOperation(
            method: .get,
            route: .outbox,
            summary: "Messages on their way, the newest first.",
            parameters: [Parameter(name: "limit", words: "At most so many, 1 to 10000; 20.", example: "5")],
            answer: OutboxList.self
        ),
        APIOperation(
            method: .post,
            route: .retry,
            summary: "Try a message again now.",
            request: OutboxRequest.self,
            answer: OutboxList.self
        ),
        APIOperation(
            method: .post,
            route: .drop,
            summary: "Do not send a message.",
            request: OutboxRequest.self,
            answer: OutboxList.self
        ),
        APIOperation(
            method: .post,
            route: .testNotification,
            summary: "Send somebody a message to see whether it arrives.",
            request: TestNotificationRequest.self,
            answer: OutboxList.self
        ),
    ]
}

extension APIOperation.Parameter {
    fileprivate static let from = Self(name: "from", words: "A day or a wall time; today.", example: "2026-11-23")
    fileprivate static let to = Self(name: "to", words: "Where it ends; 14 days later.", example: "2026-12-07")
    fileprivate static let who = Self(name: "who", words: "The id or name of one person.", example: "maya")
}
