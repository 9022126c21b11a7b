import GRDB
import Household

extension Item {
    /// Writes the thing, whatever stood under its id before.
    func save(_ db: Database) throws {
        switch self {
        case .settings(let settings): try SettingsRecord(settings).save(db)
        case .place(let place): try PlaceRecord(place).upsert(db)
        case .travel(let travel): try TravelRecord(travel).upsert(db)
        case .resource(let resource): try ResourceRecord(resource).upsert(db)
        case .person(let person): try PersonRecord(person).save(db)
        case .stream(let stream): try StreamRecord(stream).save(db)
        case .goal(let goal): try GoalRecord(goal).upsert(db)
        case .entry(let entry):
            try EntryRecord(entry).upsert(db)
            try EntryLists.save(entry, db)
            try OverrideRecord.save(entry, db)
        }
    }

    /// Removes what has the thing's id; settings stay.
    func delete(_ db: Database) throws {
        switch self {
        case .settings: break
        case .place(let place): try PlaceRecord.delete(db, key: columns(place.id))
        case .travel(let travel): try TravelRecord.delete(db, key: TravelRecord(travel).key)
        case .resource(let resource): try ResourceRecord.delete(db, key: columns(resource.id))
        case .person(let person): try PersonRecord.delete(db, key: columns(person.id))
        case .stream(let stream): try StreamRecord.delete(db, key: columns(stream.id))
        case .entry(let entry): try EntryRecord.delete(db, key: columns(entry.id))
        case .goal(let goal): try GoalRecord.delete(db, key: columns(goal.id))
        }
    }
}
