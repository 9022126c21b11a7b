public import Household
import ICalendar

extension HouseholdFile {
    /// The ways from a place to others, of words: `office-park=50` is 50 minutes, either way.
    ///
    /// - Parameters:
    ///   - words: `office-park=` takes the way away: it is the sum through home again.
    ///   - household: Where the other places are. The place itself need not be in it.
    /// - Returns: The minutes between each two; nil where the way is taken away.
    /// - Throws: Everything that is wrong with the words.
    public static func ways(
        from place: ID<Place>,
        _ words: [String],
        in household: Household
    ) throws(HouseholdFileError) -> [(between: Travel.Pair, minutes: Int?)] {
        let mistakes = LaidThing.Mistakes(place: [Item.Noun.place.section, place.rawValue])
        var ways: [(between: Travel.Pair, minutes: Int?)] = []
        for word in words {
            do throws(Complaint) {
                let way = try way(from: place, word, in: household)
                guard !ways.contains(where: { $0.between == way.between }) else {
                    throw Complaint("the way of “\(Words.shortened(word))” is said twice")
                }
                ways.append(way)
            } catch {
                mistakes.note(error.message, at: "travel")
            }
        }
        guard mistakes.isEmpty else { throw mistakes.error }
        return ways
    }

    private static func way(
        from place: ID<Place>,
        _ word: String,
        in household: Household
    ) throws(Complaint) -> (between: Travel.Pair, minutes: Int?) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw Complaint("“\(Words.shortened(word))” does not say where to and how long (office-park=50)")
        }
        let other = try neighbour(parts[0], of: place, in: household)
        let pair = Travel.Pair(place, other)
        guard !parts[1].isEmpty else {
            guard household.travels[Travel(between: pair, minutes: 0).id] != nil else {
                throw Complaint("there is no travel time of its own between “\(place)” and “\(other)”")
            }
            return (pair, nil)
        }
        let minutes = try Words.minutes(parts[1])
        guard (0...1440).contains(minutes) else { throw Complaint("\(minutes) minutes are out of range (0 to 1440)") }
        return (pair, minutes)
    }

    private static func neighbour(
        _ text: String,
        of place: ID<Place>,
        in household: Household
    ) throws(Complaint) -> ID<Place> {
        if text == place.rawValue { throw Complaint("“\(text)” is the place itself (another place is needed)") }
        if text == Place.home.id.rawValue {
            throw Complaint("the way from home is minutesFromHome (--minutes 15)")
        }
        guard let other = household.places[ID(trusted: text)] else {
            throw Complaint(
                Spelling.unknown("place", Words.shortened(text), among: household.places.keys.map(\.rawValue))
            )
        }
        return other.id
    }
}
