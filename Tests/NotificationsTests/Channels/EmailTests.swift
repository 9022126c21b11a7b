import Foundation
import ICalendar
import NIOPosix
import Notifications
import Testing

@Suite("mail, through msmtp to a mail server")
struct EmailTests {
    private func channel(_ server: MailServer) throws -> EmailChannel {
        EmailChannel(from: try Rig.sender, command: command(server.command))
    }

    private func command(_ arguments: [String]) -> Command {
        Command(arguments, environment: ["PATH": "/usr/bin:/bin"], timers: MultiThreadedEventLoopGroup.singleton)
    }

    @Test("arrives with its text, its HTML and every header")
    func arrives() async throws {
        let server = try await MailServer.start()
        let message = Message.sample(title: "Zahnärztin für Noah 👩‍👧‍👦", html: "<p>Grüße</p>\n")
        #expect(await (try channel(server)).send(message, to: "maya@home.example") == .sent)
        let mail = try #require(try server.mails().first)
        #expect(mail.sender == "famplan@home.example")
        #expect(mail.recipients == ["maya@home.example"])
        #expect(mail.defects == [])
        #expect(mail.headers["From"] == "famplan <famplan@home.example>")
        #expect(mail.headers["To"] == "maya@home.example")
        #expect(mail.headers["Subject"] == "Zahnärztin für Noah 👩‍👧‍👦")
        #expect(mail.headers["Message-ID"] == "<digest.maya.2026-11-24@home.example>")
        #expect(mail.headers["Auto-Submitted"] == "auto-generated")
        #expect(mail.headers["MIME-Version"] == "1.0")
        #expect(mail.headers["Date"] == "Tue, 24 Nov 2026 06:30:05 +0000")
        #expect(mail.seconds == Message.sampleMoment.secondsSinceEpoch)
        #expect(mail.type == "multipart/alternative")
        #expect(
            mail.parts == [
                .init(type: "text/plain", charset: "utf-8", content: message.text),
                .init(type: "text/html", charset: "utf-8", content: "<p>Grüße</p>\n"),
            ]
        )
    }

    @Test("has one part where there is no HTML")
    func plain() async throws {
        let server = try await MailServer.start()
        #expect(await (try channel(server)).send(.sample(), to: "maya@home.example") == .sent)
        let mail = try #require(try server.mails().first)
        #expect(mail.type == "text/plain")
        #expect(mail.parts == [.init(type: "text/plain", charset: "utf-8", content: Message.sample().text)])
        #expect(mail.headers["Subject"] == "famplan Tue 24 Nov: 2 gaps")
    }

    @Test("loses nothing of long and strange texts, and no header is smuggled in")
    func nasty() async throws {
        let server = try await MailServer.start()
        #expect(await (try channel(server)).send(.nasty, to: "maya@home.example") == .sent)
        let mail = try #require(try server.mails().first)
        #expect(mail.defects == [])
        #expect(mail.recipients == ["maya@home.example"])
        #expect(
            Set(mail.names) == [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
            ]
        )
        #expect(mail.longest <= 76)
        #expect(mail.ascii)
        let title = "Noah Bcc: thief@example.org [2J👩‍👧‍👦 שלום =?UTF-8?B?eA==?= "
        let words = Array(repeating: "Zahnärztin", count: 40).joined(separator: " ")
        #expect(mail.headers["Subject"] == title + words)
        let text = Message.nasty.text
            .replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            .replacingOccurrences(of: "\0", with: "\u{FFFD}").replacingOccurrences(of: "\u{7}", with: "\u{FFFD}")
        #expect(mail.parts.first?.content == text)
        #expect(mail.parts.last?.content.contains("\n--=_famplan\n") == true)
    }

    @Test("is tried again where the server has no time, and not where it knows nobody of that name")
    func statuses() async throws {
        let server = try await MailServer.start()
        let channel = try channel(server)
        guard case .delayed = await channel.send(.sample(), to: "busy@home.example") else {
            Issue.record("not delayed")
            return
        }
        guard case .refused = await channel.send(.sample(), to: "unknown@home.example") else {
            Issue.record("not refused")
            return
        }
        #expect(try server.mails().isEmpty)
    }

    @Test(
        "a name server that is away, or no server at all, may be there later",
        arguments: ["no-such.invalid", "127.0.0.1"]
    )
    func unreachable(_ host: String) async throws {
        let folder = try Folder()
        let settings = try folder.write("account default\nhost \(host)\nport 1\nauth off\ntls off\n", to: "msmtprc")
        let channel = EmailChannel(from: try Rig.sender, command: command(["/usr/bin/msmtp", "-C", settings]))
        guard case .delayed = await channel.send(.sample(), to: "maya@home.example") else {
            Issue.record("not delayed")
            return
        }
    }

    @Test("exit statuses mean sent, later or never", arguments: 0..<80)
    func exitStatuses(_ status: Int) async throws {
        let channel = EmailChannel(from: try Rig.sender, command: command(["/bin/sh", "-c", "exit \(status)"]))
        switch await channel.send(.sample(), to: "maya@home.example") {
        case .sent: #expect(status == 0)
        case .delayed(_, let why):
            #expect([68, 69, 71, 74, 75].contains(status))
            #expect(why.hasPrefix("/bin/sh ended with status \(status): "))
        case .refused: #expect(![0, 68, 69, 71, 74, 75].contains(status))
        }
    }

    @Test("sendmail gets its options, and the mail with plain line ends")
    func options() async throws {
        let folder = try Folder()
        let channel = EmailChannel(from: try Rig.sender, command: try Tool(folder, "exit 0").command())
        #expect(await channel.send(.sample(html: "<p>Hello</p>"), to: "maya@home.example") == .sent)
        #expect(folder.text("arguments") == "-t\n-i\n-f\nfamplan@home.example\n")
        let mail = try #require(folder.text("input"))
        #expect(!mail.contains("\r"))
        #expect(mail.hasPrefix("From: famplan <famplan@home.example>\nTo: maya@home.example\n"))
        #expect(mail.hasSuffix("\n--=_famplan--\n"))
    }

    @Test(
        "an address that is none, or could be more than one, is refused",
        arguments: [
            "", "maya", "@home.example", "maya@", "maya@home..example", "maya@home.example, thief@example.org",
            "maya@home.example\nBcc: thief@example.org", "maya@home.example\r\n", "-oQ/tmp@home.example",
            "ma ya@home.example",
            "maya@home.example\0", "maya@hömé.example", "<maya@home.example>", "maya@home@example",
        ]
    )
    func addresses(_ address: String) async throws {
        let folder = try Folder()
        let channel = EmailChannel(from: try Rig.sender, command: try Tool(folder, "exit 0").command())
        guard case .refused(let why) = await channel.send(.sample(), to: address) else {
            Issue.record("not refused")
            return
        }
        #expect(!why.contains("\n") && !why.contains("\0"))
        #expect(folder.text("input") == nil)
    }

    @Test(
        "usual addresses are taken",
        arguments: ["maya@home.example", "m.o+famplan@a-b.c1.example", "root@localhost"]
    )
    func usualAddresses(_ address: String) {
        #expect(MailAddress(address)?.description == address)
    }
}
