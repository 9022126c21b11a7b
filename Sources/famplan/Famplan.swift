internal import FamplanClient
internal import FamplanCommands

@main
struct Famplan {
    static func main() {
        OneThread.exit { await Tool(console: .process).run(Array(CommandLine.arguments.dropFirst())) }
    }
}
