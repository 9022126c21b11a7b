internal import Glibc
internal import NIOCore
internal import NIOPosix

/// A whole program on the thread that it was started on: its tasks are an event loop's, as are its requests.
///
/// No pool of threads is started for what does one thing after another: most of a short program's time would go there.
public enum OneThread {
    /// Runs the work on the calling thread, and what it asks through a ``FamplanClient`` too; then ends the process with its status.
    public static func exit(with work: @escaping @Sendable () async -> Int32) {
        MultiThreadedEventLoopGroup.withCurrentThreadAsEventLoop { loop in
            Task(executorPreference: LoopExecutor(loop)) { Glibc.exit(await work()) }
        }
    }
}

/// Runs tasks between what else an event loop has to do.
private final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
