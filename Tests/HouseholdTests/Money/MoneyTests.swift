import Household
import Testing

@Suite("Money is exact")
struct MoneyTests {
    @Test(
        "an amount keeps the decimals that it was written with",
        arguments: ["95.00", "0.5", "1200", "0", "0.000001"]
    )
    func written(text: String) throws {
        #expect(try #require(Amount(text)).description == text)
    }

    @Test("zeros before an amount go", arguments: [("007.50", "7.50"), ("0000000000000001", "1"), ("00.1", "0.1")])
    func zeros(text: String, amount: String) throws {
        #expect(try #require(Amount(text)).description == amount)
    }

    @Test(
        "what is no amount is none",
        arguments: [
            "", ".", "5.", ".5", "-1", "+1", "1e3", "1,5", "1.2.3", "٣", "1000000000", "0.0000001", " 1", "nan",
        ]
    )
    func notAnAmount(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test("half a cent goes to the even cent", arguments: [(5, 0), (15, 2), (25, 2), (35, 4), (26, 3), (24, 2)])
    func halfEven(thousandths: Int, cents: Int) {
        let money = Money(rounding: Fraction(Int128(thousandths), 1000), currency: Currency("EUR")!)
        #expect(money.units == Int128(cents))
        let negative = Money(rounding: Fraction(Int128(-thousandths), 1000), currency: Currency("EUR")!)
        #expect(negative.units == Int128(-cents))
    }

    @Test(
        "money has the decimals of its currency",
        arguments: [("EUR", "1234.57"), ("JPY", "1235"), ("KWD", "1234.568"), ("CLF", "1234.5678")]
    )
    func decimals(code: String, text: String) throws {
        let currency = try #require(Currency(code))
        #expect(Money(rounding: Fraction(12_345_678, 10_000), currency: currency).amount == text)
    }

    @Test("three thirds are one, and a long sum of sevenths and 3600ths loses nothing")
    func fractions() {
        let third = Fraction(1, 3)
        #expect(third + third + third == Fraction(1))
        var sum = Fraction.zero
        for number in 1...5000 { sum += Fraction(Int128(number), number.isMultiple(of: 2) ? 7 : 3600) }
        #expect(sum == Fraction(2500 * 2501, 7) + Fraction(2500 * 2500, 3600))
        #expect(Fraction(1, 3) < Fraction(34, 100))
        #expect(!(Fraction(-1, 3) < Fraction(-34, 100)))
    }

    @Test("the dearest hours there can be are held")
    func greatest() throws {
        let amount = try #require(Amount("999999999.999999"))
        let month = amount.value * Fraction(31 * 24 * 3600, 3600)
        let part = amount.value * Fraction(1, 100_000 * 3600 - 1)
        let sum = month + part + amount.value * Fraction(17, 31)
        #expect(Money(rounding: sum, currency: Currency("EUR")!).amount == "744548387099.55")
    }

    @Test("currencies are added up by the stated rate alone")
    func exchange() throws {
        // given
        let (eur, usd, jpy) = (Currency("EUR")!, Currency("USD")!, Currency("JPY")!)
        let sum = MoneySum([
            Money(units: 1000, currency: eur), Money(units: 1001, currency: usd), Money(units: 1, currency: usd),
            Money(units: 500, currency: jpy),
        ])
        let dollars = Exchange(currency: usd, rate: Amount("0.925")!)
        let yen = Exchange(currency: jpy, rate: Amount("0.0061")!)
        // when
        let without = ExchangeTable(Settings(exchange: [dollars]))
        let with = ExchangeTable(Settings(exchange: [dollars, yen]))
        // then
        #expect(sum.parts.map(\.description) == ["10.00 EUR", "500 JPY", "10.02 USD"])
        #expect(sum.total(in: without) == nil)
        #expect(without.missing(sum.currencies) == [jpy])
        // 10.02 × 0.925 = 9.2685; 500 × 0.0061 = 3.05
        #expect(sum.total(in: with)?.description == "22.32 EUR")
    }
}
