internal import FamplanCommands
internal import Glibc

@main
struct Famplan {
    static func main() async {
        exit(await Tool(console: .process).run(Array(CommandLine.arguments.dropFirst())))
    }
}
