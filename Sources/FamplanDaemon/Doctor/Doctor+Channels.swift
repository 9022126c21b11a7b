import FamplanAPI
import Glibc
import Household

/// How people are reached.
extension Doctor {
    func channels(of household: Household) -> [DoctorFinding] {
        let named = Set(household.people.values.flatMap(\.notify.channels).map(\.channel))
        let missing = named.subtracting(configuration.channels.keys).sorted().map { name in
            DoctorFinding.problem(
                "channels",
                "somebody wants to be told by “\(name)”, which is not configured",
                "add it to channels: in famplan.yaml (docs/notifications.md), or take it from the person"
            )
        }
        let broken = configuration.channels.sorted { $0.key < $1.key }.flatMap { name, channel in
            channel.files.compactMap { finding($0, of: name) }
        }
        let findings = missing + broken
        guard findings.isEmpty else { return findings }
        let count = configuration.channels.count
        return [.ok("channels", count == 0 ? "none are configured: nobody is told anything" : "\(count) configured")]
    }

    private func finding(_ file: ChannelFile, of name: String) -> DoctorFinding? {
        guard access(file.path, file.isProgram ? X_OK : R_OK) != 0 else { return nil }
        let reason = String(cString: strerror(errno))
        return .problem(
            "channels",
            "“\(name)” cannot \(file.isProgram ? "run" : "read") \(file.path): \(reason)",
            file.isProgram
                ? "install it, or name another program in famplan.yaml" : "give the daemon the credential again"
        )
    }
}

/// A file that a channel needs.
struct ChannelFile {
    let path: String
    let isProgram: Bool
}

extension ChannelConfiguration {
    var files: [ChannelFile] {
        switch self {
        case .email(_, let command), .exec(let command): Self.program(command)
        case .apprise(let configuration, _, let command):
            Self.program(command) + [ChannelFile(path: configuration, isProgram: false)]
        case .ntfy, .webhook, .journal: []
        }
    }

    private static func program(_ command: [String]) -> [ChannelFile] {
        command.first.map { [ChannelFile(path: $0, isProgram: true)] } ?? []
    }
}
