import Notifications
import Synchronization

/// What the daemon goes by now; it can be read again while it runs.
final class CurrentConfiguration: Sendable {
    struct State: Sendable {
        var configuration: DaemonConfiguration
        var channels = Channels()
        /// What was wrong when it was to be read again: the one before is kept.
        var mistakes: [String] = []
        /// Keys that the file gives another value by now, which is for the next start.
        var needsRestart: [String] = []
    }

    private let state: Mutex<State>

    init(_ configuration: DaemonConfiguration, channels: Channels = Channels()) {
        state = Mutex(State(configuration: configuration, channels: channels))
    }

    var now: State { state.withLock { $0 } }

    /// Keeps what there is.
    func refuse(_ fault: ConfigurationFault) {
        state.withLock { $0.mistakes = fault.lines }
    }

    /// Takes over what can change while the daemon runs; gives the keys of what can not.
    func take(_ new: DaemonConfiguration, channels: Channels) -> [String] {
        state.withLock { state in
            let old = state.configuration
            state = State(configuration: new, channels: channels)
            state.configuration.stateDirectory = old.stateDirectory
            state.configuration.socketPath = old.socketPath
            state.configuration.actions = old.actions
            (state.configuration.backup, state.configuration.administrator) = (old.backup, old.administrator)
            if new.stateDirectory != old.stateDirectory { state.needsRestart.append("state") }
            if new.socketPath != old.socketPath { state.needsRestart.append("socket") }
            if new.actions != old.actions { state.needsRestart.append("listen") }
            if new.backup != old.backup { state.needsRestart.append("backup") }
            if new.administrator != old.administrator { state.needsRestart.append("administrator") }
            return state.needsRestart
        }
    }
}
