import FamplanAPI
import Household
import HouseholdFile
import ICalendar
import Phrases

/// The income streams of the household.
struct StreamKind: ThingKind {
    var noun: Item.Noun { .stream }
    var hasPast: Bool { true }
    func things(of household: Household) -> OrderedDictionary<ID<Stream>, Stream> { household.streams }
    func names(of household: Household) -> KnownNames<Stream>? { household.streamNames }
    func item(_ stream: Stream) -> Item { .stream(stream) }
    func isPast(_ stream: Stream, in snapshot: Snapshot) -> Bool { stream.isArchived(on: snapshot.today) }
    func words(_ stream: Stream) -> String { "stream “\(stream.name)”" }

    func wayOut(_ stream: Stream) -> String? {
        "`famplan stream archive \(stream.id)` lets it end and keeps its past"
    }

    func report(_ streams: [Stream], in snapshot: Snapshot) -> StreamsReport {
        let words = StreamWords(household: snapshot.household, today: snapshot.today)
        return StreamsReport(
            streams: streams.map(words.report),
            names: WireFormat(household: snapshot.household).names
        )
    }

    func made(
        _ id: ID<Stream>,
        _ wanted: StreamRequest,
        over base: Stream?,
        in household: Household,
        at present: Present
    ) throws -> Stream {
        let words = DateWords(present)
        var fields = wanted.fields
        if let archived = fields["archived"] { fields["archived"] = archived.map { date($0, words) } }
        return try HouseholdFile.stream(
            id: id,
            fields: fields,
            rate: wanted.rate,
            revenue: wanted.revenue,
            from: wanted.from.map { date($0, words) },
            over: base,
            in: household
        )
    }

    typealias Removal = RemoveStreamRequest

    /// A day in words as a date; anything else stays as it is, for whoever reads it to complain of.
    private func date(_ text: String, _ words: DateWords) -> String {
        guard case .date(let date)? = try? words.meaning(of: text) else { return text }
        return date.description
    }

    func warnings(_ stream: Stream, over base: Stream?) -> [String] {
        var alone = Household()
        alone.streams[stream.id] = stream
        return alone.remarks()
    }
}
