import FamplanAPI
import Household
import HouseholdFile
import ICalendar
import Phrases

/// The income streams of the household.
extension Planner {
    /// Those that are not archived today, or all, or one whatever it is.
    func streams(_ stream: String?, all: Bool) throws -> StreamsReport {
        let id = try stream.map(self.stream)
        let words = StreamWords(household: household, today: today)
        let streams = household.streams.values.filter { stream in
            id.map { $0 == stream.id } ?? (all || !stream.isArchived(on: today))
        }
        let people = household.people.values.map { ($0.id.rawValue, $0.name) }
        return StreamsReport(streams: streams.map(words.report), names: Dictionary(uniqueKeysWithValues: people))
    }

    func addStream(_ request: StreamRequest, by actor: Actor) throws -> ChangeAnswer {
        guard let id = ID<Stream>(request.stream) else {
            throw ErrorBody(
                .invalid,
                "“\(request.stream)” is not an id: lower-case letters, digits, “-” and “.”, at most 64"
            )
        }
        guard household.streams[id] == nil else {
            throw ErrorBody(.clash, "there is a stream “\(id)” already: `famplan stream edit \(id)` changes it")
        }
        let stream = try stream(id, request, over: nil)
        var draft = Draft([Change(adding: .stream(stream))], summary: "add stream “\(stream.name)”")
        draft.warnings = remarks(on: stream)
        return try make(draft, by: actor, options: request.options)
    }

    func editStream(_ request: StreamRequest, by actor: Actor) throws -> ChangeAnswer {
        let id = try self.stream(request.stream)
        guard let base = household.streams[id] else { throw ErrorBody(.notFound, "no stream “\(id)”") }
        let stream = try stream(id, request, over: base)
        let changes = stream == base ? [] : [Change(from: .stream(base), to: .stream(stream))]
        var draft = Draft(changes, summary: "edit stream “\(base.name)” (\(id))")
        draft.warnings = remarks(on: stream)
        return try make(draft, by: actor, options: request.options)
    }

    func removeStream(_ request: RemoveStreamRequest, by actor: Actor) throws -> ChangeAnswer {
        let id = try self.stream(request.stream)
        guard let stream = household.streams[id] else { throw ErrorBody(.notFound, "no stream “\(id)”") }
        guard !household.entries.values.contains(where: { $0.stream == id }) else {
            throw ErrorBody(
                .clash,
                "cannot remove stream “\(stream.name)” (\(id)): entries name it "
                    + "(`famplan stream archive \(id)` lets it end and keeps its past)"
            )
        }
        let draft = Draft([Change(removing: .stream(stream))], summary: "remove stream “\(stream.name)” (\(id))")
        return try make(draft, by: actor, options: request.options)
    }

    private func stream(_ text: String) throws -> ID<Stream> {
        if let id = ID<Stream>(text), household.streams[id] != nil { return id }
        throw ErrorBody(.notFound, Spelling.unknown("stream", text, among: household.streams.keys.map(\.rawValue)))
    }

    private func stream(
        _ id: ID<Stream>,
        _ request: StreamRequest,
        over base: Stream?
    ) throws -> Stream {
        var fields = request.fields
        if let archived = fields["archived"] { fields["archived"] = archived.map(date) }
        return try HouseholdFile.stream(
            id: id,
            fields: fields,
            rate: request.rate,
            revenue: request.revenue,
            from: request.from.map(date),
            over: base,
            in: household
        )
    }

    /// A day in words as a date; anything else stays as it is, for whoever reads it to complain of.
    private func date(_ text: String) -> String {
        guard case .date(let date)? = try? DateWords(present).meaning(of: text) else { return text }
        return date.description
    }

    private func remarks(on stream: Stream) -> [String] {
        var alone = Household()
        alone.streams[stream.id] = stream
        return alone.remarks()
    }
}
