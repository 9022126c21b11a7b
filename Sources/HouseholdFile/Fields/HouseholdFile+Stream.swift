public import Household
import ICalendar

extension HouseholdFile {
    /// An income stream made of fields of the household file, laid over one that is there.
    ///
    /// - Parameters:
    ///   - fields: Each key with its values: several for a list, none to take the key away. Keys within others have a dot:
    ///     `weekly.min`, `budget.hours`.
    ///   - rate: What it pays: `95.00/hour`, `105 USD/day`; empty: nothing.
    ///   - revenue: What comes in each month: `420.00`, `420 USD`; empty: nothing.
    ///   - from: The day from which both hold: `2027-01-01`, or `always`, for all that was said before. Needed where something
    ///     was said before.
    ///   - base: The stream to edit; nil to add one.
    ///   - household: Whose people there are. The stream need not be in it.
    /// - Returns: The stream, without problems.
    /// - Throws: Everything that is wrong with the fields, each by its name.
    public static func stream(
        id: ID<Stream>,
        fields: [String: [String]],
        rate: String? = nil,
        revenue: String? = nil,
        from: String? = nil,
        over base: Stream?,
        in household: Household
    ) throws(HouseholdFileError) -> Stream {
        try LaidThing(noun: .stream, id: id.rawValue, base: base.map { Pairs($0).pairs }, household: household)
            .read(
                fields,
                { $0.stream() },
                as: Item.stream,
                adjust: { stream, mistakes in
                    stream.rates = lay(rate, over: stream.rates, from, at: "rate", mistakes) {
                        words,
                        from throws(Complaint) in
                        try words.rate(from: from)
                    }
                    stream.revenue = lay(revenue, over: stream.revenue, from, at: "revenue", mistakes) {
                        words,
                        from throws(Complaint) in
                        try words.revenue(from: from)
                    }
                    if rate == nil, revenue == nil, from != nil {
                        mistakes.note("says when a rate begins, but none is given (--rate 95.00/hour)", at: "from")
                    }
                }
            )
    }

    private static func lay<Value: Dated>(
        _ text: String?,
        over values: [Value],
        _ from: String?,
        at key: String,
        _ mistakes: LaidThing.Mistakes,
        _ read: (MoneyWords, CivilDate?) throws(Complaint) -> Value
    ) -> [Value] {
        guard let text else { return values }
        do throws(Complaint) {
            if text.isEmpty, from == nil { return [] }
            guard let from else {
                guard values.isEmpty else {
                    throw Complaint("since when? (--from 2027-01-01, or --from always for all that was before)")
                }
                return [try read(try MoneyWords(text), nil)]
            }
            if from == "always" { return text.isEmpty ? [] : [try read(try MoneyWords(text), nil)] }
            let date = try Words.date(from)
            let new = try read(try MoneyWords(text), date)
            return (values.filter { $0.from != date } + [new]).sorted {
                ($0.from ?? .first) < ($1.from ?? .first)
            }
        } catch {
            mistakes.note(error.message, at: key)
            return values
        }
    }
}

/// What holds from a day on.
private protocol Dated {
    var from: CivilDate? { get }
}

extension Rate: Dated {}
extension Revenue: Dated {}
