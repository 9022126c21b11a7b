internal import ArgumentParser
internal import FamplanAPI

/// `famplan`: alone, it prints its help.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "famplan",
        abstract: "One household’s plan: work, children, and everything else on the shared calendar.",
        discussion: """
            Dates: today, tomorrow, fri, 2026-11-24. An occurrence of an entry: ID@2026-11-24.
            Exit codes: 0 done, 1 failed, 2 usage, 3 conflicts found, 4 no such id or more than one, 5 not allowed, \
            69 daemon not reachable, 75 busy.
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    TodayCommand.self, AgendaCommand.self, WeekCommand.self, MonthCommand.self, NowCommand.self,
                    ConflictsCommand.self,
                    SuggestCommand.self, CoverageCommand.self, BalanceCommand.self, DigestCommand.self,
                    DatesCommand.self, HistoryCommand.self, WatchCommand.self, StatusCommand.self,
                ]
            ),
            CommandGroup(
                name: "Changing",
                subcommands: [
                    AddCommand.self, EditCommand.self, MoveCommand.self, SkipCommand.self, RemoveCommand.self,
                    IllCommand.self,
                    UndoCommand.self, AcceptCommand.self, ReopenCommand.self, SwapCommand.self,
                ]
            ),
            CommandGroup(
                name: "Time really worked",
                subcommands: [StartCommand.self, StopCommand.self, LogCommand.self]
            ),
            CommandGroup(
                name: "The household",
                subcommands: [
                    ThingCommand<PersonGroup>.self, ThingCommand<PlaceGroup>.self, ThingCommand<ResourceGroup>.self,
                    ThingCommand<GoalGroup>.self,
                ]
            ),
            CommandGroup(
                name: "Money",
                subcommands: [ThingCommand<StreamGroup>.self, IncomeCommand.self, CapacityCommand.self]
            ),
            CommandGroup(
                name: "In and out",
                subcommands: [
                    InitCommand.self, ApplyCommand.self, ExportCommand.self, ImportCommand.self, FeedCommand.self,
                ]
            ),
            CommandGroup(
                name: "Keeping it safe",
                subcommands: [BackupCommand.self, RestoreCommand.self, DoctorCommand.self]
            ),
            CommandGroup(
                name: "Telling people",
                subcommands: [OutboxCommand.self, NotifyCommand.self]
            ),
        ]
    )

    @OptionGroup
    var shared: SharedOptions
}
