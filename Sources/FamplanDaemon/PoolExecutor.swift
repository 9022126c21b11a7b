import NIOPosix

/// Runs tasks on NIO's threads, which sleep in the kernel until there is something to do.
///
/// Swift's own pool is Dispatch's: from its first use on, Dispatch looks after it once a second for good, and an idle
/// daemon would wake the machine with it.
final class PoolExecutor: TaskExecutor {
    private let pool: NIOThreadPool

    /// - Parameter pool: one that is never shut down while tasks are left.
    init(_ pool: NIOThreadPool) {
        self.pool = pool
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
