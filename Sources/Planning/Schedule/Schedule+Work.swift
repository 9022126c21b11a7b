import Household
import ICalendar

extension Schedule {
    var parents: [Int] { people.indices.filter { people[$0].role == .parent } }

    /// When somebody works on one stream within an interval. Overlapping work is once.
    func work(of person: Int, on stream: ID<Stream>, in interval: Interval) -> IntervalSet {
        let own = timelines[person].touching(interval).filter { occurrence in
            let entry = traits[occurrence.traits].entry
            return entry.kind == .work && entry.stream == stream
        }
        return IntervalSet(own.map(\.interval))
    }
}
