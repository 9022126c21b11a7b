import FamplanAPI
import Household
import HouseholdFile
import ICalendar

/// Says what the household says of income streams.
struct StreamWords {
    let household: Household
    let today: CivilDate

    func report(_ stream: Stream) -> StreamReport {
        let shown = ["id", "name", "owner", "kind", "client", "archived"]
        return StreamReport(
            id: stream.id.rawValue,
            name: stream.name,
            owner: stream.owner.rawValue,
            kind: stream.kind.rawValue,
            client: stream.client,
            pays: pays(stream),
            archived: stream.archived?.description,
            isArchived: stream.isArchived(on: today),
            fields: HouseholdFile.fields(of: .stream(stream), in: household).filter { !shown.contains($0.field) }
                .map { PersonField(field: $0.field, value: $0.value) }
        )
    }

    /// What it pays today: `95.00 EUR per hour`.
    private func pays(_ stream: Stream) -> [String] {
        guard !stream.isArchived(on: today) else { return [] }
        let usual = stream.currency ?? Currency(trusted: household.settings.currency)
        let rate = stream.rates.last { $0.from.map { $0 <= today } ?? true }
        let revenue = stream.revenue.last { $0.from.map { $0 <= today } ?? true }
        return [
            rate.map { rate in
                let per = rate.per == .project ? "for all of it" : "per \(rate.per.rawValue)"
                return "\(rate.amount) \(rate.currency ?? usual) \(per)"
            },
            revenue.map { "\($0.amount) \($0.currency ?? usual) coming in each month" },
        ].compactMap(\.self)
    }
}
