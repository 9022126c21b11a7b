import FamplanAPI
import Household
import Testing

@testable import FamplanDaemon

@Suite("who watches")
struct WatchersTests {
    @Test("however often it rings before somebody looks, they look once; it rings once at the beginning")
    func rings() async throws {
        let watchers = Watchers()
        let watcher = try watchers.join(.admin)
        for _ in 0..<1000 { watchers.ring() }
        var rings = watcher.rings.makeAsyncIterator()
        #expect(await rings.next() != nil)
        watchers.ring()
        #expect(await rings.next() != nil)
    }

    @Test("who is forgotten by all leaves, and rings no more")
    func leaving() throws {
        let watchers = Watchers()
        do {
            let watcher = try watchers.join(.admin)
            #expect(watchers.count == 1)
            withExtendedLifetime(watcher) {}
        }
        #expect(watchers.count == 0)
    }

    @Test("one person can't take the places of all, nor can all be more than the daemon bears")
    func limits() throws {
        let watchers = Watchers()
        var own = try (0..<Watchers.mostOfOne).map { _ in try watchers.join(.admin) }
        let error = #expect(throws: ErrorBody.self) { _ = try watchers.join(.admin) }
        #expect(error?.error.kind == .busy)
        #expect(
            error?.error.message == "cannot watch: 16 watch for you already, which is the most (end one with Ctrl-C)"
        )
        let others = try (Watchers.mostOfOne..<Watchers.most).map { number in
            try watchers.join(.person(ID(trusted: "person-\(number)")))
        }
        #expect(throws: ErrorBody.self) { _ = try watchers.join(.person(ID(trusted: "maya"))) }
        own.removeLast()
        #expect(throws: Never.self) { _ = try watchers.join(.person(ID(trusted: "maya"))) }
        #expect(others.count == 112)
    }
}
