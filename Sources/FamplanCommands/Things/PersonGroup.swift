internal import FamplanAPI

/// `famplan person`
enum PersonGroup: ThingGroup {
    typealias Fields = PersonOptions

    static let routes = ThingRoutes.people
    static let names = NameKind.person
    static let words = GroupWords(
        abstract: "The people of the household, and what they want to be told.",
        list: "Everybody, a line each.",
        show: .init("All that is said of one person.", "famplan person show maya"),
        add: .init(
            "Add somebody to the household.",
            "famplan person add opa --role carer --name 'Grandpa Kwame'"
        ),
        edit: .init(
            "Change what is said of a person, or what they want to be told.",
            """
            famplan person edit maya --digest 06:45 --quiet 22:00-06:30 --language de
            famplan person edit maya --channel phone=critical,no-digest --no-channel email
            famplan person edit maya --digest ''
            An empty value takes a field away.
            """
        ),
        remove: .init("Take somebody out of the household whom nothing in it names.", "famplan person rm opa"),
        fields: "--digest 06:45 or --channel phone"
    )

    static func renderer(isFull: Bool) -> PeopleRenderer { PeopleRenderer(isFull: isFull) }

    static func removal(_ id: String, _ options: ChangeOptions) -> RemovePersonRequest {
        RemovePersonRequest(person: id, options: options)
    }
}
