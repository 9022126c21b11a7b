import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore
import ICalendar
import Planning
import Storage

/// What only looks: decode, one call, encode.
struct ReadController: Sendable {
    let planner: Planner
    let about: About

    @Sendable func agenda(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let range = try reading.range(from: query.text("from"), to: query.text("to"))
        let who = try query.text("who").map { try reading.person($0, option: "who") }
        return try .json(reading.document(reading.agenda(range, who: who)))
    }

    @Sendable func coverage(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let range = try reading.range(from: query.text("from"), to: query.text("to"))
        let child = try query.text("child").map { try reading.child($0, option: "child") }
        return try .json(reading.document(reading.coverage(range, child: child)))
    }

    @Sendable func balance(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let weeks = try query.text("weeks").map { try reading.weeks($0, to: query.text("to")) } ?? []
        let hull = weeks.last.map { Interval(weeks[0].start, $0.end) }
        let range = try hull ?? reading.range(from: query.text("from"), to: query.text("to"))
        let logged = try planner.store.loggedTimes(from: range.start, to: range.end)
        return try .json(reading.document(reading.balance(range, logged: logged, weeks: weeks)))
    }

    @Sendable func week(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let words = RangeWords(reading.snapshot.household, now: reading.snapshot.now)
        let date = try request.uri.queryParameters.text("date").map(words.week)
        let range = reading.weekRange(of: date ?? reading.snapshot.today)
        let (plan, conflicts) = try await planner.conflicts(in: range, for: context.viewer)
        var week = reading.week(plan, conflicts: conflicts)
        if try request.uri.queryParameters.flag("logged") {
            try Access.parents.check(context.actor, context.viewer, in: reading.snapshot.household)
            let log = try await planner.timeLog(range, person: nil, stream: nil, for: context.viewer)
            (week.logged, week.names) = (log.times, log.names)
        }
        return try .json(reading.document(week))
    }

    @Sendable func day(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let words = RangeWords(reading.snapshot.household, now: reading.snapshot.now)
        let date = try query.text("date").map { try words.moment($0, option: "date").date }
        let who = try query.text("who").map { try reading.person($0, option: "who") }
        let range = reading.dayRange(of: date ?? reading.snapshot.today)
        let (plan, conflicts) = try await planner.conflicts(in: range, for: context.viewer)
        return try .json(reading.document(try reading.day(plan, conflicts: conflicts, who: who)))
    }

    @Sendable func month(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let range = try reading.monthRange(request.uri.queryParameters.text("month"))
        let (plan, conflicts) = try await planner.conflicts(in: range, for: context.viewer)
        return try .json(reading.document(reading.month(plan, conflicts: conflicts)))
    }

    @Sendable func now(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let (plan, conflicts) = try await planner.conflicts(in: reading.restOfDay, for: context.viewer)
        var now = reading.now(plan, conflicts: conflicts)
        let running = try await planner.runningItems(for: context.viewer)
        if !running.isEmpty {
            now.running = running
            now.names = WireFormat(household: reading.snapshot.household).names
        }
        return try .json(reading.document(now))
    }

    @Sendable func conflicts(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let reading = Reading(snapshot: await planner.snapshot(for: context.viewer))
        let query = request.uri.queryParameters
        let range = try reading.range(from: query.text("from"), to: query.text("to"))
        let filter = try ConflictFilter(
            kind: query.text("kind"),
            severity: query.text("severity"),
            who: query.text("who").map { try reading.person($0, option: "who") },
            since: query.text("since").map(reading.pastMoment)
        )
        let current = try await planner.conflicts(in: range, for: context.viewer).conflicts
        let past = try query.flag("resolved") ? await planner.pastConflicts(in: range, for: context.viewer) : []
        return try .json(reading.document(reading.conflicts(range, current: current, past: past, filter)))
    }

    @Sendable func suggestions(_ request: Request, _ context: FamplanContext) async throws -> Response {
        guard let id = request.uri.queryParameters.text("conflict") else {
            throw ErrorBody(.invalid, "“suggestions” needs a conflict (`famplan conflicts` shows their ids)")
        }
        let body = try await planner.suggestions(for: id, by: context.actor)
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }

    @Sendable func digest(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let body = try await planner.digest(
            for: query.text("for"),
            on: query.text("date"),
            withBalance: query.flag("balance"),
            linking: about.current.now.configuration.actions?.address,
            by: context.actor
        )
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }

    @Sendable func dates(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let dates = try RecurrenceAnswer(zones: planner.zones).dates(
            rule: query.text("rule"),
            start: query.text("start"),
            zone: query.text("zone"),
            until: query.text("until"),
            limit: query.text("limit")
        )
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(Dates(dates: dates)))
    }

    @Sendable func history(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let limit = query.text("limit").map { Int($0) } ?? 20
        guard let limit, (1...10_000).contains(limit) else {
            throw ErrorBody(.invalid, "limit: “\(query.text("limit") ?? "")” is not a number from 1 to 10000")
        }
        let changes = try await planner.history(limit: limit, id: query.text("thing"))
        let items = try await planner.historyItems(changes, for: context.viewer)
        let snapshot = await planner.snapshot(for: context.viewer)
        return try .json(Reading(snapshot: snapshot).document(History(changes: items)))
    }

    @Sendable func household(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let text = await planner.householdText(for: context.viewer)
        return try .json(
            Reading(snapshot: await planner.snapshot(for: context.viewer)).document(HouseholdText(text: text))
        )
    }

    @Sendable func export(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let query = request.uri.queryParameters
        let body = try await planner.calendarText(
            who: query.text("who"),
            from: query.text("from"),
            to: query.text("to"),
            for: context.viewer
        )
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }

    @Sendable func status(_ request: Request, _ context: FamplanContext) async throws -> Response {
        try await planner.judgeHorizon()
        let body = try await about.status(of: planner, asked: context.actor)
        return try .json(Reading(snapshot: await planner.snapshot(for: context.viewer)).document(body))
    }
}
