internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// `famplan person`, `place`, `resource`, `stream`, `goal`: alone, the list.
struct ThingCommand<Group: ThingGroup>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Group.noun,
            abstract: Group.words.abstract,
            subcommands: [
                ThingListCommand<Group>.self, ThingShowCommand<Group>.self, ThingAddCommand<Group>.self,
                ThingEditCommand<Group>.self,
            ] + Group.further + [ThingRemoveCommand<Group>.self],
            defaultSubcommand: ThingListCommand<Group>.self
        )
    }
}

/// `famplan person list`
struct ThingListCommand<Group: ThingGroup>: Command {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Group.words.list,
            discussion: "famplan \(Group.noun) list\nfamplan \(Group.noun) list --json"
        )
    }

    @OptionGroup
    var options: Group.ListOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(
            try await session.client.things(Group.routes, all: options.all),
            with: Group.renderer()
        )
        return .done
    }
}

/// `famplan person show`
struct ThingShowCommand<Group: ThingGroup>: Command {
    static var configuration: CommandConfiguration {
        let words = Group.words.show
        return CommandConfiguration(commandName: "show", abstract: words.abstract, discussion: words.discussion)
    }

    @OptionGroup
    var named: NamedThing<Group>

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        try session.show(
            try await session.client.things(Group.routes, named.id),
            with: Group.renderer(isFull: true)
        )
        return .done
    }
}

/// `famplan person add`
struct ThingAddCommand<Group: ThingGroup>: Command {
    static var configuration: CommandConfiguration {
        let words = Group.words.add
        return CommandConfiguration(commandName: "add", abstract: words.abstract, discussion: words.discussion)
    }

    @Argument(help: ArgumentHelp("The new \(Group.noun)’s id.", valueName: Group.noun))
    var id: String

    @OptionGroup(title: "The \(Group.noun)")
    var options: Group.Fields

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = options.request(id, changing.options)
        try session.show(try await session.client.add(request, to: Group.routes), with: ChangeRenderer())
        return .done
    }
}

/// `famplan person edit`
struct ThingEditCommand<Group: ThingGroup>: Command {
    static var configuration: CommandConfiguration {
        let words = Group.words.edit
        return CommandConfiguration(commandName: "edit", abstract: words.abstract, discussion: words.discussion)
    }

    @OptionGroup
    var named: NamedThing<Group>

    @OptionGroup(title: "The \(Group.noun)")
    var options: Group.Fields

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        // Not when it is validated: that comes before an option that there is not is noticed.
        guard !options.isEmpty else {
            throw Self.usage("cannot edit “\(named.id)”: no field is given (such as \(Group.words.fields))")
        }
        let request = options.request(named.id, changing.options)
        try session.show(try await session.client.edit(request, of: Group.routes), with: ChangeRenderer())
        return .done
    }
}

/// `famplan person rm`
struct ThingRemoveCommand<Group: ThingGroup>: Command {
    static var configuration: CommandConfiguration {
        let words = Group.words.remove
        return CommandConfiguration(commandName: "rm", abstract: words.abstract, discussion: words.discussion)
    }

    @OptionGroup
    var named: NamedThing<Group>

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = Group.removal(named.id, changing.options)
        try session.show(try await session.client.remove(request, from: Group.routes), with: ChangeRenderer())
        return .done
    }
}

/// One that is there.
struct NamedThing<Group: ThingGroup>: ParsableArguments {
    @Argument(help: ArgumentHelp("The \(Group.noun).", valueName: Group.noun), completion: .live(Group.names))
    var id: String
}
