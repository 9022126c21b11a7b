import CLinux
import Synchronization

/// SIGHUP, by which the daemon is asked to read its configuration again.
final class HangUps: Sendable {
    /// Readable when there was one.
    let event: Descriptor
    private let isWaiting = Atomic(false)

    init(event: Descriptor) {
        self.event = event
    }

    /// From now on none ends the process. Once in a process.
    static func ofProcess() throws(SystemError) -> HangUps {
        HangUps(event: try Descriptor(famplan_hang_ups()))
    }

    /// Takes what came from the system.
    func note() {
        if event.count() != nil { isWaiting.store(true, ordering: .releasing) }
    }

    /// Whether there was any since this was asked the last time.
    func take() -> Bool {
        isWaiting.exchange(false, ordering: .acquiringAndReleasing)
    }
}
