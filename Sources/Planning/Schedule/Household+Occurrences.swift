package import Household
package import ICalendar

extension Household {
    /// What an entry gives in a window, by overlap and in no order, each occurrence as an override leaves it. The entry
    /// need not be one of the household's.
    package func occurrences(
        of entry: Entry,
        over window: Interval
    ) -> [(of: Instant, interval: Interval, entry: Entry)] {
        Expansion(household: self, window: window).occurrences(of: entry)
    }
}
