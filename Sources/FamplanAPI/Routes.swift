/// Where things are. The daemon's table and the client's calls both name paths from here.
public enum Route: String, CaseIterable, Sendable {
    /// GET: the description of all of this, for programs.
    case openAPI = "/openapi.json"
    case status = "/v1/status"
    case agenda = "/v1/agenda"
    case week = "/v1/week"
    /// GET: one day, all that a drawing of it needs.
    case day = "/v1/day"
    case month = "/v1/month"
    case now = "/v1/now"
    case conflicts = "/v1/conflicts"
    /// POST: live with a conflict.
    case accept = "/v1/conflicts/accept"
    /// POST: no longer.
    case reopen = "/v1/conflicts/reopen"
    /// GET: ways out of a conflict; POST: take one.
    case suggestions = "/v1/suggestions"
    case coverage = "/v1/coverage"
    case balance = "/v1/balance"
    /// GET: one parent's daily digest, as it would be sent.
    case digest = "/v1/digest"
    case dates = "/v1/dates"
    /// GET: what a command line could name (`of`).
    case names = "/v1/names"
    case history = "/v1/history"
    case undo = "/v1/undo"
    /// GET: the household file; POST: apply one.
    case household = "/v1/household"
    /// GET: the people, or one (`person`); POST: add one.
    case people = "/v1/people"
    case editPerson = "/v1/people/edit"
    case removePerson = "/v1/people/remove"
    /// GET: hours and money of some days, planned and actual.
    case income = "/v1/income"
    /// GET: hours against deadlines.
    case capacity = "/v1/capacity"
    /// GET: the income streams, or one (`stream`); POST: add one.
    case streams = "/v1/streams"
    case editStream = "/v1/streams/edit"
    case removeStream = "/v1/streams/remove"
    /// GET: the places, or one (`place`); POST: add one.
    case places = "/v1/places"
    case editPlace = "/v1/places/edit"
    case removePlace = "/v1/places/remove"
    /// GET: the resources, or one (`resource`); POST: add one.
    case resources = "/v1/resources"
    case editResource = "/v1/resources/edit"
    case removeResource = "/v1/resources/remove"
    /// GET: the goals, or one (`goal`); POST: add one.
    case goals = "/v1/goals"
    case editGoal = "/v1/goals/edit"
    case removeGoal = "/v1/goals/remove"
    /// GET: conflicts and changes as they happen, a document a line.
    case watch = "/v1/watch"
    /// POST: add an entry.
    case entries = "/v1/entries"
    /// POST: change an entry, or one of its occurrences.
    case edit = "/v1/entries/edit"
    case move = "/v1/entries/move"
    case skip = "/v1/entries/skip"
    case remove = "/v1/entries/remove"
    /// POST: a child stays at home.
    case ill = "/v1/ill"
    /// POST: begin to log what is really done.
    case start = "/v1/log/start"
    case stop = "/v1/log/stop"
    /// GET: what was really done; POST: log what is over.
    case log = "/v1/log"
    case editLog = "/v1/log/edit"
    case removeLog = "/v1/log/remove"
    /// GET: what one parent asked the other to take over; POST: ask.
    case swaps = "/v1/swaps"
    /// GET: one of them, and what it would do.
    case swap = "/v1/swaps/show"
    case answerSwap = "/v1/swaps/answer"
    case withdrawSwap = "/v1/swaps/withdraw"
    /// GET: what was really done, as a timesheet or for another program.
    case exportLog = "/v1/log/export"
    /// POST: what another program wrote down.
    case importLog = "/v1/log/import"
    /// POST: an iCalendar file.
    case calendar = "/v1/import"
    /// GET: the household's entries as an iCalendar file.
    case export = "/v1/export"
    /// GET: a copy of the database; see ``BackupContents``.
    case backup = "/v1/backup"
    /// POST: take a backup back; the body is the file.
    case restore = "/v1/restore"
    /// GET: look at everything that the service stands on.
    case doctor = "/v1/doctor"
    /// GET: the calendars that are followed; POST: follow one.
    case feeds = "/v1/feeds"
    /// POST: look at them now.
    case refreshFeeds = "/v1/feeds/refresh"
    /// POST: follow one no longer.
    case removeFeed = "/v1/feeds/remove"
    case outbox = "/v1/outbox"
    /// POST: try a message again now.
    case retry = "/v1/outbox/retry"
    /// POST: do not send a message.
    case drop = "/v1/outbox/drop"
    /// POST: send somebody a message to see whether it arrives.
    case testNotification = "/v1/notify/test"
}
