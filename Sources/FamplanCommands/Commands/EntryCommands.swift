internal import ArgumentParser
internal import FamplanAPI
internal import FamplanClient

/// What an entry may be, as `add` and `import` take it.
enum EntryKindArgument: String, CaseIterable, ExpressibleByArgument {
    case work, care, school, appointment, away, family
}

/// `famplan add`
struct AddCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an entry, in words or by its fields.",
        discussion: """
            famplan add 'Dentist fri 15:00 for 45m @noah @maya'
            famplan add 'Northwind call tue 14:00-15:30 #northwind ~call at office-park every week until 18 Dec'
            famplan add 'Ama has Noah wed 14:30-17:30 @ama +noah' --pick-up kofi
            famplan add care --title 'Afternoon with Ama' --who ama --for noah --start 2026-11-25T14:30 --end 17:30

            @ is a person, + a child cared for, # a stream, ~ an attention (call, focus, light, free), “at” a place, \
            “every” a repetition. Days: tue, next fri, 24 Dec, 24.12., 2026-12-24, in 3 days. Times: 14:00-15:30, \
            2-3pm, 14:00 for 90m. What is left is the title; "…" within it is left as it is.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "What to add, in words; or work, care, school, appointment, away or family, and options.",
            valueName: "words"
        )
    )
    var words: [String]

    @Option(help: "Its id: made from the title where none is given.")
    var id: String?

    @OptionGroup(title: "The entry")
    var entry: EntryOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        var fields = entry.fields
        var phrase = words
        // A kind as a word of its own; within quotation marks it is part of the phrase.
        if let kind = EntryKindArgument(rawValue: words[0]) {
            fields["kind"] = [kind.rawValue]
            phrase.removeFirst()
        }
        let request = AddRequest(
            id: id,
            phrase: phrase.isEmpty ? nil : phrase.joined(separator: " "),
            fields: fields,
            options: changing.options
        )
        try session.show(try await session.client.add(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan edit`
struct EditCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change an entry, one occurrence of it, or one and all that follow.",
        discussion: """
            famplan edit noah-school@2026-11-25 --pick-up kofi
            famplan edit northwind-mornings@2026-12-01 --following --start 10:00
            famplan edit noah-school --pick-up ''
            An empty value takes a field away.
            """
    )

    @OptionGroup
    var target: TargetOptions

    @OptionGroup(title: "The entry")
    var entry: EntryOptions

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        // Not when it is validated: that comes before an option that there is not is noticed.
        guard !entry.fields.isEmpty else {
            throw Self.usage("cannot edit “\(target.id)”: no field is given (such as --start 15:00 or --place office)")
        }
        let request = EditRequest(target: target.target, fields: entry.fields, options: changing.options)
        try session.show(try await session.client.edit(request), with: ChangeRenderer())
        return .done
    }
}

/// `famplan move`
struct MoveCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Give an entry, or one occurrence of it, another start.",
        discussion: "famplan move northwind-mornings@2026-11-26 fri 13:00"
    )

    @OptionGroup
    var target: TargetOptions

    @Argument(help: "The new start: 2026-11-26T13:00, fri 15:00, tomorrow, 15:00.")
    var when: [String]

    @OptionGroup
    var changing: ChangingOptions

    @OptionGroup
    var shared: SharedOptions

    func execute(in session: Session) async throws -> ExitStatus {
        let request = MoveRequest(
            target: target.target,
            when: when.joined(separator: " "),
            options: changing.options
        )
        try session.show(try await session.client.move(request), with: ChangeRenderer())
        return .done
    }
}
