import FamplanAPI
import Household
import HouseholdFile
import Phrases

/// What only one entry can use at a time.
struct ResourceKind: ThingKind {
    var noun: Item.Noun { .resource }
    func things(of household: Household) -> OrderedDictionary<ID<Resource>, Resource> { household.resources }
    func names(of household: Household) -> KnownNames<Resource>? { household.resourceNames }
    func item(_ resource: Resource) -> Item { .resource(resource) }
    func words(_ resource: Resource) -> String { "resource “\(resource.name)”" }

    func report(_ resources: [Resource], in snapshot: Snapshot) -> ResourcesReport {
        ResourcesReport(
            resources: resources.map { resource in
                ResourceItem(
                    id: resource.id.rawValue,
                    name: resource.name,
                    usedBy: users(of: resource, in: snapshot.household).map(ThingName.init)
                )
            }
        )
    }

    func made(
        _ id: ID<Resource>,
        _ wanted: ThingRequest,
        over base: Resource?,
        in household: Household,
        at present: Present
    ) throws -> Resource {
        try HouseholdFile.resource(id: id, fields: wanted.fields, over: base, in: household)
    }

    typealias Removal = RemoveThingRequest
}
