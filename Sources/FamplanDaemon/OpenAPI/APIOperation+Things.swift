import FamplanAPI
import HTTPTypes

extension APIOperation {
    /// The things of the household, kind by kind.
    static let things = [people, streams, places, resources, goals].flatMap(\.self)

    private static let people = each(
        .people,
        called: "people",
        example: "maya",
        report: PeopleReport.self,
        request: PersonRequest.self,
        removal: RemovePersonRequest.self,
        adding: #"{"person":"opa","fields":{"role":["carer"]},"channels":[],"without":[],\#(options)}"#,
        editing:
            #"{"person":"maya","fields":{"notify.digest":["06:45"]},"channels":["email"],"without":[],\#(options)}"#
    )

    private static let streams = each(
        .streams,
        called: "income streams",
        example: "northwind",
        report: StreamsReport.self,
        request: StreamRequest.self,
        removal: RemoveStreamRequest.self,
        adding: #"{"stream":"fjord","fields":{"owner":["maya"],"kind":["client"]},"rate":"110/hour",\#(options)}"#,
        editing: #"{"stream":"northwind","fields":{"archived":["today"]},\#(options)}"#,
        further: [Parameter(name: "all", words: "With those that are archived.", choices: ["true", "false"])]
    )

    private static let places = each(
        .places,
        called: "places",
        example: "school",
        report: PlacesReport.self,
        request: ThingRequest.self,
        removal: RemoveThingRequest.self,
        adding: #"{"id":"zoo","fields":{"minutesFromHome":["25"],"travel":["school=30"]},\#(options)}"#,
        editing: #"{"id":"school","fields":{"minutesFromHome":["20"]},\#(options)}"#
    )

    private static let resources = each(
        .resources,
        called: "resources",
        example: "car",
        report: ResourcesReport.self,
        request: ThingRequest.self,
        removal: RemoveThingRequest.self,
        adding: #"{"id":"quiet-room","fields":{"name":["Quiet room"]},\#(options)}"#,
        editing: #"{"id":"car","fields":{"name":["The car"]},\#(options)}"#
    )

    private static let goals = each(
        .goals,
        called: "goals",
        example: "us",
        report: GoalsReport.self,
        request: ThingRequest.self,
        removal: RemoveThingRequest.self,
        adding: #"{"id":"us","fields":{"kind":["together"],"min":["10h"]},\#(options)}"#,
        editing: #"{"id":"us","fields":{"min":["8h"]},\#(options)}"#
    )

    private static let options = #""options":{"dryRun":true,"strict":false}"#

    /// The four operations on one kind of thing.
    private static func each(
        _ routes: ThingRoutes,
        called plural: String,
        example: String,
        report: any (Decodable & Sendable).Type,
        request: any (Decodable & Sendable).Type,
        removal: any (Decodable & Sendable).Type,
        adding: String,
        editing: String,
        further: [Parameter] = []
    ) -> [APIOperation] {
        let one = Parameter(name: routes.noun, words: "The id of one \(routes.noun).", example: example)
        let posted = [
            (routes.all, "Add a \(routes.noun).", request, adding),
            (routes.edit, "Change what is said of a \(routes.noun).", request, editing),
            (routes.remove, "Take a \(routes.noun) out of the household, unless something names it.", removal, nil),
        ]
        return [
            APIOperation(
                method: .get,
                route: routes.all,
                summary: "The \(plural) of the household.",
                parameters: [one] + further,
                answer: report
            )
        ]
            + posted.map { route, summary, request, example in
                APIOperation(
                    method: .post,
                    route: route,
                    summary: summary,
                    request: request,
                    answer: ChangeAnswer.self,
                    example: example
                )
            }
    }
}
