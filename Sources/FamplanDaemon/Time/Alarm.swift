import CLinux
import class Foundation.Thread
import Glibc
import ICalendar

/// Rings at a moment of the wall clock, when somebody sets the clock, at a SIGHUP, and when it is rung by hand.
///
/// The kernel watches the clock. A thread of its own waits in poll(2), so that no other has to.
final class Alarm: Sendable {
    /// An element when it rings; while nobody takes it, it stands for any number of rings. For one reader.
    let rings: AsyncStream<Void>
    let timer: Descriptor
    private let bell: Descriptor
    private static let end: UInt64 = 1 << 32

    init(hangUps: HangUps? = nil) throws(SystemError) {
        let (rings, ringing) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let timer = try Descriptor(famplan_timer())
        let bell = try Descriptor(famplan_event())
        (self.rings, self.timer, self.bell) = (rings, timer, bell)
        Thread.detachNewThread {
            famplan_name_thread("famplan.alarm")
            Self.wait(for: timer, or: bell, hangUps, ringing)
        }
    }

    deinit {
        bell.add(Self.end)
    }

    /// Rings now.
    func ring() {
        bell.add(1)
    }

    /// Sets it to one moment, in place of the one before; nil: only setting the clock and ringing it by hand are left.
    func set(to moment: Instant?) {
        // A time of zero would take the alarm off.
        let seconds = max(moment?.secondsSinceEpoch ?? .max, 1)
        set(to: timespec(tv_sec: seconds, tv_nsec: 0))
    }

    func set(to moment: timespec) {
        // The clock was set since: whoever computed the moment must look again.
        if famplan_timer_set(timer.number, moment) != 0 { ring() }
    }

    private static func wait(
        for timer: Descriptor,
        or bell: Descriptor,
        _ hangUps: HangUps?,
        _ ringing: AsyncStream<Void>.Continuation
    ) {
        while true {
            var all = [timer, bell, hangUps?.event].compactMap { event in
                event.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
            }
            // A signal that this thread happened to get is none of its business.
            guard poll(&all, nfds_t(all.count), -1) > 0 else { continue }
            _ = timer.count()
            hangUps?.note()
            if let count = bell.count(), count >= end { return ringing.finish() }
            ringing.yield()
        }
    }
}
