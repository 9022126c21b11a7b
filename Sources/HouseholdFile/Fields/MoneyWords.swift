import Household
import ICalendar

/// Money on the command line: `95.00/hour`, `105 USD/day`, `EUR 420`, `2450.00 per month`.
struct MoneyWords {
    private let text: String
    private let amount: Amount
    private let currency: Currency?
    /// What stands after the slash, or after `per`.
    private let per: String?

    init(_ text: String) throws(Complaint) {
        self.text = text
        let spaced = text.replacing("/", with: " per ").split(separator: " ").map(String.init)
        let parts = spaced.split(separator: "per", maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        per = parts.count == 2 ? parts[1].joined(separator: " ") : nil
        let words = parts[0]
        let amounts = words.compactMap { Amount($0) }
        let currencies = words.compactMap { Currency($0) }
        guard (1...2).contains(words.count), amounts.count == 1, amounts.count + currencies.count == words.count else {
            throw Complaint("“\(Words.shortened(text))” is not an amount of money (95.00, 95.00 EUR)")
        }
        (amount, currency) = (amounts[0], currencies.first)
    }

    func rate(from: CivilDate?) throws(Complaint) -> Rate {
        guard let per else {
            throw Complaint(
                "“\(Words.shortened(text))” does not say for what (\(amount)/hour; hour, day, month or project)"
            )
        }
        return Rate(from: from, amount: amount, currency: currency, per: try Words.word(per))
    }

    func revenue(from: CivilDate?) throws(Complaint) -> Revenue {
        guard per == nil || per == Rate.Unit.month.rawValue else {
            throw Complaint("“\(Words.shortened(text))” is not what comes in each month (\(amount))")
        }
        return Revenue(from: from, amount: amount, currency: currency)
    }
}
