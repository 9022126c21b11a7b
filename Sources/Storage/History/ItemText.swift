import FoundationEssentials
import Household

/// The JSON in which the history keeps things: the thing's own fields, sorted by name.
enum ItemText {
    static func write(_ item: Item) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(Fields(item: item))
        return String(decoding: data, as: UTF8.self)
    }

    /// Nil where the text does not say a thing of this noun.
    static func read(_ text: String, _ noun: Item.Noun) -> Item? {
        let data = Data(text.utf8)
        let decoder = JSONDecoder()
        return switch noun {
        case .household: (try? decoder.decode(Settings.self, from: data)).map(Item.settings)
        case .place: (try? decoder.decode(Place.self, from: data)).map(Item.place)
        case .travel: (try? decoder.decode(Travel.self, from: data)).map(Item.travel)
        case .resource: (try? decoder.decode(Resource.self, from: data)).map(Item.resource)
        case .person: (try? decoder.decode(Person.self, from: data)).map(Item.person)
        case .stream: (try? decoder.decode(Stream.self, from: data)).map(Item.stream)
        case .entry: (try? decoder.decode(Entry.self, from: data)).map(Item.entry)
        case .goal: (try? decoder.decode(Goal.self, from: data)).map(Item.goal)
        }
    }

    /// Encodes the thing without a word about which noun it is: that stands in a column.
    private struct Fields: Encodable {
        let item: Item

        func encode(to encoder: any Encoder) throws {
            switch item {
            case .settings(let settings): try settings.encode(to: encoder)
            case .place(let place): try place.encode(to: encoder)
            case .travel(let travel): try travel.encode(to: encoder)
            case .resource(let resource): try resource.encode(to: encoder)
            case .person(let person): try person.encode(to: encoder)
            case .stream(let stream): try stream.encode(to: encoder)
            case .entry(let entry): try entry.encode(to: encoder)
            case .goal(let goal): try goal.encode(to: encoder)
            }
        }
    }
}
