import ArgumentParser
import Foundation
import Logging
import Notifications
import Testing

@testable import FamplanDaemon

@Suite("channels in famplan.yaml")
struct ChannelsConfigurationTests {
    private let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        let secrets = [
            "ntfy-token": "tk_a1b2c3\n", "hook-url": "https://home.example/api/webhook/7f3e9",
            "hook-key": " the-key \n",
            "apprise-config": "family=json://localhost\n", "not-an-address": "home.example/7f3e9", "two-lines": "a\nb",
            "empty": "\n",
        ]
        try FileManager.default.createDirectory(atPath: "\(folder.path)/secrets", withIntermediateDirectories: true)
        for (name, value) in secrets {
            try value.write(toFile: "\(folder.path)/secrets/\(name)", atomically: true, encoding: .utf8)
        }
        environment = [
            "CREDENTIALS_DIRECTORY": "\(folder.path)/secrets", "FAMPLAN_CREDENTIAL_OTHER_TOKEN": "tk_other",
            "HOME": folder.path,
        ]
    }

    private func configuration(_ text: String) throws -> DaemonConfiguration {
        let path = "\(folder.path)/famplan.yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try DaemonConfiguration(Arguments.parse(["--config", path]), environment: environment)
    }

    @Test("every kind is read, with its defaults and its secrets")
    func kinds() throws {
        let channels = try configuration(
            """
            logLevel: warning
            channels:
              email: { kind: email, from: famplan@home.example }
              post: { kind: email, from: famplan@home.example, command: [/usr/bin/msmtp, -C, /etc/famplan/msmtprc] }
              phone: { kind: ntfy, server: 'http://ntfy.home.example:8080', token: ntfy-token, topic: family, click: 'https://home.example/' }
              push: { kind: ntfy, token: other-token }
              hook: { kind: webhook, url: hook-url, key: hook-key }
              script: { kind: exec, command: /usr/local/bin/tell }
              apprise: { kind: apprise, config: apprise-config, tag: family }
              log: { kind: journal }
            """
        ).channels
        let from = try #require(MailAddress("famplan@home.example"))
        #expect(
            channels == [
                "email": .email(from: from, command: ["/usr/sbin/sendmail"]),
                "post": .email(from: from, command: ["/usr/bin/msmtp", "-C", "/etc/famplan/msmtprc"]),
                "phone": .ntfy(
                    server: "http://ntfy.home.example:8080",
                    token: Secret("tk_a1b2c3"),
                    topic: "family",
                    click: "https://home.example/"
                ),
                "push": .ntfy(server: "https://ntfy.sh", token: Secret("tk_other"), topic: nil, click: nil),
                "hook": .webhook(url: Secret("https://home.example/api/webhook/7f3e9"), key: Secret("the-key")),
                "script": .exec(command: ["/usr/local/bin/tell"]),
                "apprise": .apprise(
                    configuration: "\(folder.path)/secrets/apprise-config",
                    tag: "family",
                    command: ["/usr/bin/apprise"]
                ),
                "log": .journal,
            ]
        )
        #expect(
            !"\(channels)".contains("tk_") && !"\(channels)".contains("7f3e9") && !"\(channels)".contains("the-key")
        )
    }

    @Test("what the commented configuration file shows is so")
    func documented() throws {
        let file = try ProjectFile.text("config/famplan.yaml")
        let start = try #require(file.range(of: "#channels:"))
        let lines = file[start.lowerBound...].split(separator: "\n").map { $0.dropFirst() }
        let channels = try configuration(lines.joined(separator: "\n")).channels
        #expect(channels.keys.sorted() == ["apprise", "email", "hook", "log", "phone", "script"])
        #expect(
            channels["hook"] == .webhook(url: Secret("https://home.example/api/webhook/7f3e9"), key: Secret("the-key"))
        )
    }

    @Test("no channels are none", arguments: ["", "logLevel: info", "channels:", "channels: {}"])
    func none(_ text: String) throws {
        let channels = try configuration(text).channels
        #expect(channels.isEmpty)
        #expect(
            Channels(channels, of: ChannelParts(environment: environment, logger: Logger(label: "test"))).names.isEmpty
        )
    }

    @Test("channels are made by the names that they are given")
    func made() throws {
        let configuration = try configuration(
            "channels: { phone: { kind: ntfy }, log: { kind: journal }, email: { kind: email, from: famplan@home.example } }"
        )
        let channels = Channels(
            configuration.channels,
            of: ChannelParts(environment: environment, logger: Logger(label: "test"))
        )
        #expect(channels.names == ["email", "log", "phone"])
        #expect(channels["phone"] is NtfyChannel)
        #expect(channels["log"] is JournalChannel)
        #expect(channels["email"] is EmailChannel)
        #expect(channels["phon"] == nil)
    }

    @Test(
        "every mistake is told with its line, its key and value, and what is near",
        arguments: [
            ("[email]", "channels: is a list, but lines `name: { kind: … }` are needed"),
            ("{ Phone: { kind: ntfy } }", "channels › Phone: is not a name: 1 to 32 of a to z, 0 to 9 and - make one"),
            ("{ phone: ntfy }", "channels › phone: is text, but keys with values are needed (try { kind: ntfy })"),
            (
                "{ phone: { server: 'https://ntfy.sh' } }",
                "channels › phone › kind: is needed (email, ntfy, webhook, exec, apprise, journal)"
            ),
            ("{ phone: { kind: ntfi } }", "channels › phone › kind: unknown kind “ntfi” (did you mean “ntfy”?)"),
            ("{ phone: { kind: } }", "channels › phone › kind: is needed (email, ntfy"),
            (
                "{ phone: { kind: ntfy, sever: x } }",
                "channels › phone › sever: unknown key “sever” (did you mean “server”?)"
            ),
            (
                "{ phone: { kind: ntfy, server: ntfy.sh } }",
                "channels › phone › server: “ntfy.sh” is not an address of the web (https://ntfy.sh)"
            ),
            (
                "{ phone: { kind: ntfy, server: [a] } }",
                "channels › phone › server: is a list, but a single value is needed"
            ),
            (
                "{ phone: { kind: ntfy, server: 'ftp://ntfy.sh' } }",
                "channels › phone › server: “ftp://ntfy.sh” is not an address"
            ),
            (
                "{ phone: { kind: ntfy, topic: a b } }",
                "channels › phone › topic: “a b” is not a topic: 1 to 64 letters, digits, - and _"
            ),
            ("{ phone: { kind: ntfy, click: here } }", "channels › phone › click: “here” is not an address of the web"),
            (
                "{ phone: { kind: ntfy, token: ntfy-tokn } }",
                "channels › phone › token: no credential “ntfy-tokn” (did you mean “ntfy-token”?): it is a file of one line in $CREDENTIALS_DIRECTORY, or FAMPLAN_CREDENTIAL_NTFY_TOKN in the environment"
            ),
            (
                "{ phone: { kind: ntfy, token: othr-token } }",
                "no credential “othr-token” (did you mean “other-token”?)"
            ),
            ("{ phone: { kind: ntfy, token: two-lines } }", "channels › phone › token: no credential “two-lines”"),
            ("{ phone: { kind: ntfy, token: empty } }", "channels › phone › token: no credential “empty”"),
            (
                "{ phone: { kind: ntfy, token: ../../etc/passwd } }",
                "channels › phone › token: names a credential (a to z, 0 to 9 and -): the secret itself does not stand in this file"
            ),
            ("{ email: { kind: email } }", "channels › email › from: is needed (famplan@home.example)"),
            (
                "{ email: { kind: email, from: famplan } }",
                "channels › email › from: “famplan” is not a mail address (famplan@home.example)"
            ),
            (
                "{ email: { kind: email, from: famplan@home.example, command: sendmail } }",
                "channels › email › command: “sendmail” is not a path in full (try [/usr/local/bin/tell, --plain])"
            ),
            (
                "{ email: { kind: email, from: famplan@home.example, command: [] } }",
                "channels › email › command: needs a program and its arguments, each a text of its own"
            ),
            (
                "{ email: { kind: email, from: famplan@home.example, token: x } }",
                "channels › email › token: unknown key “token” (known: kind, from, command)"
            ),
            (
                "{ hook: { kind: webhook, key: hook-key } }",
                "channels › hook › url: is needed (hook-url, the name of a credential)"
            ),
            (
                "{ hook: { kind: webhook, url: hook-ur } }",
                "channels › hook › url: no credential “hook-ur” (did you mean “hook-url”?)"
            ),
            (
                "{ hook: { kind: webhook, url: not-an-address } }",
                "channels › hook › url: what this credential holds is not an address of the web (https://…)"
            ),
            (
                "{ hook: { kind: webhook, url: hook-url, key: hook-kee } }",
                "channels › hook › key: no credential “hook-kee” (did you mean “hook-key”?)"
            ),
            ("{ script: { kind: exec } }", "channels › script › command: is needed ([/usr/local/bin/tell])"),
            (
                "{ script: { kind: exec, command: [/bin/sh, [a]] } }",
                "channels › script › command: needs a program and its arguments"
            ),
            (
                "{ script: { kind: exec, command: ./tell } }",
                "channels › script › command: “./tell” is not a path in full"
            ),
            (
                "{ apprise: { kind: apprise } }",
                "channels › apprise › config: is needed (apprise-config, the name of a credential)"
            ),
            (
                "{ apprise: { kind: apprise, config: apprise-confg } }",
                "channels › apprise › config: no credential “apprise-confg” (did you mean “apprise-config”?): it is a file in $CREDENTIALS_DIRECTORY"
            ),
            (
                "{ apprise: { kind: apprise, config: apprise-config, tag: -x y } }",
                "channels › apprise › tag: “-x y” is not a tag: letters, digits, - and _"
            ),
            ("{ log: { kind: journal, to: x } }", "channels › log › to: unknown key “to” (known: kind)"),
        ]
    )
    func mistakes(_ channels: String, _ expected: String) throws {
        let error = #expect(throws: ConfigurationFault.self) {
            try configuration("logLevel: info\nchannels: \(channels)\n")
        }
        let said = try #require(error?.description)
        #expect(said.hasPrefix("\(folder.path)/famplan.yaml:2: channels"))
        #expect(said.contains(expected), "\(said)")
    }

    @Test("the line is the mistake's own")
    func line() throws {
        let text = "channels:\n  log:\n    kind: journal\n  phone:\n    kind: ntfy\n    # a note\n    server: here\n"
        let error = #expect(throws: ConfigurationFault.self) { try configuration(text) }
        #expect(error?.description.contains("famplan.yaml:7: channels › phone › server: “here”") == true)
    }

    @Test(
        "a secret that stands in the file itself is not repeated",
        arguments: ["token: tk_AbCdEf0123456789", "token: 'https://ntfy.sh/tk_AbCdEf0123456789'"]
    )
    func secretInFile(_ key: String) throws {
        let error = #expect(throws: ConfigurationFault.self) {
            try configuration("channels: { phone: { kind: ntfy, \(key) } }")
        }
        #expect(error?.description.contains("AbCdEf") == false)
    }

    @Test("an unknown key beside channels still names the nearest")
    func beside() throws {
        let error = #expect(throws: ConfigurationFault.self) { try configuration("chanels: {}") }
        #expect(error?.description.hasSuffix("unknown key “chanels” (did you mean “channels”?)") == true)
    }
}
