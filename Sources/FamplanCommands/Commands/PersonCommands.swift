internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan person`: alone, the list.
struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "The people of the household, and what they want to be told.",
        subcommands: [
            PersonListCommand.self, PersonShowCommand.self, PersonAddCommand.self, PersonEditCommand.self,
            PersonRemoveCommand.self,
        ],
        defaultSubcommand: PersonListCommand.self
    )
}

/// `famplan person list`
struct PersonListCommand: Command {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Everybody, a line each.")

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.people(), with: PeopleRenderer())
        return .done
    }
}

/// `famplan person show`
struct PersonShowCommand: Command {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "All that is said of one person.")

    @Argument(help: "The person.")
    var person: String

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(try await session.client.people(person), with: PeopleRenderer(isFull: true))
        return .done
    }
}

/// `famplan person add`
struct PersonAddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add somebody to the household.",
        discussion: "famplan person add opa --role carer --name 'Grandpa Kwame'"
    )

    @Argument(help: "The new person’s id.")
    var person: String

    @OptionGroup(title: "The person")
    var options: PersonOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = options.request(person, changing.options)
        try session.show(try await session.client.addPerson(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan person edit`
struct PersonEditCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change what is said of a person, or what they want to be told.",
        discussion: """
            An empty value takes a field away: famplan person edit maya --digest ''
            famplan person edit maya --digest 06:45 --quiet 22:00-06:30 --language de
            famplan person edit maya --channel phone=critical,no-digest --no-channel email
            """
    )

    @Argument(help: "The person.")
    var person: String

    @OptionGroup(title: "The person")
    var options: PersonOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        // Not when it is validated: that comes before an option that there is not is noticed.
        guard !options.isEmpty else {
            throw Self.usage("cannot edit “\(person)”: no field is given (such as --digest 06:45 or --channel phone)")
        }
        let request = options.request(person, changing.options)
        try session.show(try await session.client.editPerson(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan person rm`
struct PersonRemoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rm",
        abstract: "Take somebody out of the household whom nothing in it names."
    )

    @Argument(help: "The person.")
    var person: String

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = RemovePersonRequest(person: person, options: changing.options)
        try session.show(try await session.client.removePerson(request), with: ChangeRenderer())
        return .done
    }
}
