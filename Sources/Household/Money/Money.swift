/// Money as it is paid: a whole number of the currency's smallest units.
public struct Money: Hashable, Sendable, CustomStringConvertible {
    /// Cents of euros, whole yen, thousandths of dinars.
    public let units: Int128
    public let currency: Currency

    public init(units: Int128, currency: Currency) {
        (self.units, self.currency) = (units, currency)
    }

    /// What an exact sum comes to: rounded to the currency's smallest unit, half to the even one.
    public init(rounding value: Fraction, currency: Currency) {
        self.init(
            units: (value * Fraction(Amount.power(currency.decimals))).rounded,
            currency: currency
        )
    }

    /// The exact number that it is: 12.50 EUR are 25/2.
    public var value: Fraction { Fraction(units, Amount.power(currency.decimals)) }

    /// `1234.50`, with the currency's decimals.
    public var amount: String { Amount.text(units, scale: currency.decimals) }

    /// `1234.50 EUR`
    public var description: String { "\(amount) \(currency)" }
}
