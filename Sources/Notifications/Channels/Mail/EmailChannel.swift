/// Mail by the sendmail interface: `COMMAND -t -i -f FROM`, the mail on stdin.
///
/// Exit status 0 is sent; those of sysexits(3) that may be otherwise tomorrow are delayed, any other refused.
public struct EmailChannel: Channel {
    private let from: MailAddress
    private let command: Command
    /// EX_TEMPFAIL, and what programs say when the network is away: msmtp gives 68 without a name server, 69 for “try again
    /// later” (451), 74 when the line breaks. 71 is a machine without room for a process.
    private static let delayed: Set<Int32> = [68, 69, 71, 74, 75]

    /// - Parameters:
    ///   - from: whose mail it is; its domain names the messages' ids too.
    ///   - command: the program, without the options that are added.
    public init(from: MailAddress, command: Command) {
        self.from = from
        self.command = command
    }

    public func send(_ message: Message, to address: String?) async -> Delivery {
        guard let address else { return .refused(why: "no mail address is given for this person") }
        guard let to = MailAddress(address) else {
            let shown = address.onOneLine.cut(toBytes: 80)
            return .refused(why: "“\(shown)” is not a mail address (try name@example.org)")
        }
        let mail = MailMessage(message: message, from: from, to: to).bytes
        let ending = await command.run(adding: ["-t", "-i", "-f", from.description], input: mail)
        return ending.delivery(command: command.name, delayed: Self.delayed, words: Self.words)
    }

    /// What sysexits(3) means by its statuses.
    private static func words(_ status: Int32) -> String? {
        switch status {
        case 64: "it does not understand its options"
        case 65, 76: "it does not take this mail"
        case 67: "the address is not known"
        case 68: "the mail server cannot be found"
        case 69: "the mail server does not take the mail now"
        case 71: "the machine has no room for it"
        case 74: "the line to the mail server broke"
        case 75: "the mail server has no time now"
        case 77: "the mail server does not let famplan in"
        case 78: "something is wrong in its configuration"
        default: nil
        }
    }
}
