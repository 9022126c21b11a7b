internal import ArgumentParser
internal import FamplanAPI

/// What every changing command takes.
struct ChangingOptions: ParsableArguments {
    @Flag(help: "Say what it would do; write nothing.")
    var dryRun = false

    @Flag(help: "Refuse it if it creates a conflict.")
    var strict = false

    var options: ChangeOptions { ChangeOptions(dryRun: dryRun, strict: strict) }
}

/// Which entry, or which of its occurrences, a change is about.
struct TargetOptions: ParsableArguments {
    @Argument(help: "An entry, or one occurrence of it: ID@2026-11-24, ID@2026-11-24T14:00.", completion: .targets)
    var id: String

    @Flag(help: "With ID@DATE: that occurrence and all that follow.")
    var following = false

    func validate() throws {
        guard following, !id.contains("@") else { return }
        throw ValidationError("--following needs an occurrence to begin with: \(id)@2026-11-24.")
    }

    var target: EntryTarget { EntryTarget(name: id, following: following) }
}
