import ICalendar
import Synchronization
import Testing

@testable import Notifications

@Suite("Sending what is in the outbox", .timeLimit(.minutes(1)))
struct SenderTests {
    private let clock = TestClock()
    private var now: Instant { clock.now }

    private func sender(
        _ outbox: MemoryOutbox,
        _ channels: [String: any Channel],
        hold: @escaping @Sendable (OutboxRow, Instant) async -> Instant? = { _, _ in nil }
    ) -> Sender {
        Sender(outbox: outbox, channels: { channels }, clock: { [clock] in clock.now }, hold: hold)
    }

    @Test("what is due goes out once, to its address, in order; then nothing is in sight")
    func sends() async throws {
        let outbox = MemoryOutbox([.test("b", address: "b@x", due: now), .test("a", due: now.adding(seconds: -9))])
        let channel = RecordingChannel()
        let sender = sender(outbox, ["email": channel])
        #expect(try await sender.sendDue() == nil)
        #expect(try await sender.sendDue() == nil)
        #expect(channel.ids == ["a", "b"])
        #expect(channel.addresses == [nil, "b@x"])
        #expect(outbox.rows.map(\.state) == [.sent, .sent])
        #expect(outbox.rows.allSatisfy { $0.attempts == 1 && $0.settledAt == now })
    }

    @Test("what is not due waits, and says until when")
    func waits() async throws {
        let due = now.adding(seconds: 5)
        let outbox = MemoryOutbox([.test("a", due: due)])
        let channel = RecordingChannel()
        let sender = sender(outbox, ["email": channel])
        #expect(try await sender.sendDue() == due)
        #expect(channel.ids.isEmpty)
        clock.move(to: due)
        #expect(try await sender.sendDue() == nil)
        #expect(channel.ids == ["a"])
    }

    @Test("a failure is tried again after a minute, two, four, an hour at most, always the same for the same letter")
    func backsOff() async throws {
        let outbox = MemoryOutbox([.test("a", due: now)])
        let channel = RecordingChannel { _, number in
            number < 9 ? .delayed(after: nil, why: "busy \(number)") : .sent
        }
        let sender = sender(outbox, ["email": channel])
        var waits: [Int] = []
        while outbox.rows[0].state == .pending {
            guard let next = try await sender.sendDue() else { break }
            let row = outbox.rows[0]
            #expect(row.error == "busy \(row.attempts)")
            waits.append(row.nextTry - now)
            clock.move(to: max(next, row.nextTry))
        }
        let floors = [60, 120, 240, 480, 960, 1920, 3600, 3600]
        #expect(waits.count == floors.count)
        for (wait, floor) in zip(waits, floors) { #expect((floor..<floor + floor / 4).contains(wait)) }
        #expect(Set(zip(waits, floors).map { $0 - $1 }).count > 3)
        let again = (1...8).map { attempts in
            var row = OutboxRow.waiting(1, outbox.rows[0].letter)
            row.attempts = attempts
            return row.wait
        }
        #expect(again == waits)
        #expect(outbox.rows[0].state == .sent)
        #expect(outbox.rows[0].error == nil)
    }

    @Test("who asks to wait longer is given longer, a day at most")
    func retryAfter() {
        let row = OutboxRow.waiting(1, .test("a", due: now)).claimed(at: now)
        let after = { (seconds: Int) in row.after(.delayed(after: seconds, why: "busy"), at: now) }
        #expect(after(900).nextTry - now == 900)
        #expect(after(1).nextTry - now == row.wait)
        #expect(after(86_400).state == .pending)
        #expect(after(86_400).nextTry - now == 86_400)
        #expect(after(.max).nextTry - now == 86_400)
    }

    @Test("after a day of trying it is given up; what is refused at once")
    func dead() async throws {
        let outbox = MemoryOutbox([.test("a", due: now), .test("r", "phone", due: now)])
        let busy = RecordingChannel { _, _ in .delayed(after: nil, why: "busy") }
        let refusing = RecordingChannel { _, _ in .refused(why: "no such topic") }
        let sender = sender(outbox, ["email": busy, "phone": refusing])
        let start = now
        var next = try await sender.sendDue()
        #expect(outbox.rows[1].state == .dead)
        #expect(outbox.rows[1].error == "no such topic")
        while let moment = next {
            clock.move(to: moment)
            next = try await sender.sendDue()
        }
        #expect(outbox.rows[0].state == .dead)
        #expect(outbox.rows[0].error == "busy")
        #expect((20 * 3_600...86_400).contains(now - start))
        #expect(refusing.ids == ["r"])
        #expect(busy.ids.count == outbox.rows[0].attempts)
    }

    @Test("what is of no use any more is dropped, not sent")
    func stale() async throws {
        let outbox = MemoryOutbox([
            .test("a", due: now, notAfter: now), .test("b", due: now, notAfter: now.adding(seconds: 1)),
        ])
        let channel = RecordingChannel()
        #expect(try await sender(outbox, ["email": channel]).sendDue() == nil)
        #expect(channel.ids == ["b"])
        #expect(outbox.rows[0].state == .dropped)
        #expect(outbox.rows[0].error == "not sent in time")
    }

    @Test("a letter for a channel that is not configured waits, untried, until it is of no use")
    func missing() async throws {
        let outbox = MemoryOutbox([
            .test("a", "pager", due: now), .test("b", "pager", due: now, notAfter: now.adding(seconds: 60)),
        ])
        let sender = sender(outbox, [:])
        #expect(try await sender.sendDue() == now.adding(seconds: 60))
        #expect(outbox.rows.allSatisfy { $0.state == .pending && $0.attempts == 0 })
        clock.move(by: 60)
        #expect(try await sender.sendDue() == nil)
        #expect(outbox.rows.map(\.state) == [.pending, .dropped])
    }

    @Test("through a channel that fails the others wait, and it rests; other channels go on")
    func rests() async throws {
        let letters = (1...3).map { Letter.test("m\($0)", due: now) } + [.test("p", "phone", due: now)]
        let outbox = MemoryOutbox(letters)
        let down = RecordingChannel { _, number in number == 1 ? .delayed(after: nil, why: "down") : .sent }
        let phone = RecordingChannel()
        let sender = sender(outbox, ["email": down, "phone": phone])
        #expect(try await sender.sendDue() == now.adding(seconds: 60))
        #expect(down.ids == ["m1"])
        #expect(phone.ids == ["p"])
        clock.move(by: 60)
        _ = try await sender.sendDue()
        #expect(down.ids == ["m1", "m2", "m3"])
        clock.move(by: 60)
        #expect(try await sender.sendDue() == nil)
        #expect(down.ids == ["m1", "m2", "m3", "m1"])
    }

    @Test("one at a time through a channel, several channels side by side, eight at most")
    func sideBySide() async throws {
        let names = (1...12).map { "c\($0)" }
        let outbox = MemoryOutbox(names.flatMap { name in (1...3).map { .test("\(name)-\($0)", name, due: now) } })
        let busy = Mutex<(all: Int, most: Int, mine: [String: Int], mostOfOne: Int)>((0, 0, [:], 0))
        let channel = { (name: String) in
            RecordingChannel { _, _ in
                busy.withLock {
                    $0.all += 1
                    $0.mine[name, default: 0] += 1
                    $0.most = max($0.most, $0.all)
                    $0.mostOfOne = max($0.mostOfOne, $0.mine[name]!)
                }
                for _ in 0..<50 { await Task.yield() }
                busy.withLock {
                    $0.all -= 1
                    $0.mine[name]! -= 1
                }
                return .sent
            }
        }
        let channels = Dictionary(uniqueKeysWithValues: names.map { ($0, channel($0)) })
        #expect(try await sender(outbox, channels).sendDue() == nil)
        #expect(outbox.rows.allSatisfy { $0.state == .sent })
        let (most, mostOfOne) = busy.withLock { ($0.most, $0.mostOfOne) }
        #expect(mostOfOne == 1)
        #expect((2...8).contains(most))
    }

    @Test("many letters go out a part at a time, so that others are looked at between")
    func bounded() async throws {
        let outbox = MemoryOutbox((1...40).map { .test("m\($0)", due: now) })
        let channel = RecordingChannel()
        let sender = sender(outbox, ["email": channel])
        #expect(try await sender.sendDue() == now)
        #expect(channel.ids.count == 16)
        #expect(try await sender.sendDue() == now)
        #expect(try await sender.sendDue() == nil)
        #expect(channel.ids.count == 40)
        #expect(Set(channel.ids).count == 40)
    }

    @Test("what somebody drops while its turn comes is not sent")
    func droppedMeanwhile() async throws {
        let outbox = MemoryOutbox([.test("a", due: now), .test("b", due: now)])
        let channel = RecordingChannel { message, _ in
            if message.id == "a" { outbox.drop(2) }
            return .sent
        }
        #expect(try await sender(outbox, ["email": channel]).sendDue() == nil)
        #expect(channel.ids == ["a"])
        #expect(outbox.rows.map(\.state) == [.sent, .dropped])
    }

    @Test("what is held waits until the end of it")
    func held() async throws {
        let outbox = MemoryOutbox([.test("a", due: now)])
        let end = now.adding(seconds: 500)
        let channel = RecordingChannel()
        let sender = sender(outbox, ["email": channel]) { _, now in now < end ? end : nil }
        #expect(try await sender.sendDue() == end)
        #expect(channel.ids.isEmpty)
        clock.move(to: end)
        #expect(try await sender.sendDue() == nil)
        #expect(channel.ids == ["a"])
    }

    @Test("a clock that was a year ahead and is set right keeps no letter waiting for a year")
    func clockSetBack() async throws {
        let outbox = MemoryOutbox([.test("a", due: now)])
        let right = now
        let channel = RecordingChannel { _, number in number == 1 ? .delayed(after: nil, why: "busy") : .sent }
        let sender = sender(outbox, ["email": channel])
        clock.move(by: 365 * 86_400)
        _ = try await sender.sendDue()
        clock.move(to: right)
        #expect(try await sender.sendDue() == nil)
        #expect(outbox.rows[0].state == .sent)
    }

    @Test(
        "killed between sending and marking, at any moment: nothing is lost, at most the one in flight comes twice, under its id",
        arguments: 0..<300
    )
    func killed(seed: Int) async throws {
        // Given: a sender that dies with the letter that is its `seed`-th.
        let letters = (1...20).map { Letter.test("m\($0)", ["email", "phone"][$0 % 2], due: now) }
        let outbox = MemoryOutbox(letters)
        let last = seed % 20 + 1
        let first = DyingOutbox(outbox, after: last, dyingWhileMarking: seed % 3 != 0)
        let sent = Mutex<[String]>([])
        let channel = RecordingChannel { message, _ in
            sent.withLock { $0.append(message.id) }
            return .sent
        }
        let channels = ["email": channel, "phone": channel]
        let dying = Sender(outbox: first, channels: { [channels] in channels }, clock: { [clock] in clock.now })
        await #expect(throws: DyingOutbox.Death.self) { while try await dying.sendDue() != nil {} }
        // When: another takes over.
        let living = sender(outbox, channels)
        var next = try await living.sendDue()
        while let moment = next {
            clock.move(to: max(moment, now))
            next = try await living.sendDue()
        }
        // Then
        let ids = sent.withLock { $0 }
        #expect(Set(ids) == Set(letters.map(\.message.id)))
        #expect(outbox.rows.allSatisfy { $0.state == .sent })
        // One in flight for each channel.
        #expect(ids.count - Set(ids).count <= 2)
        for channel in [0, 1] {
            let own = ids.filter { Int($0.dropFirst())! % 2 == channel }
            #expect(own.count - Set(own).count <= 1)
        }
    }
}

/// An outbox whose process is killed: from some write on nothing is kept any more.
private final class DyingOutbox: Outbox {
    struct Death: Error {}

    private let outbox: MemoryOutbox
    private let left: Mutex<Int>
    private let diesWhileMarking: Bool

    init(_ outbox: MemoryOutbox, after sends: Int, dyingWhileMarking: Bool) {
        self.outbox = outbox
        left = Mutex(sends)
        diesWhileMarking = dyingWhileMarking
    }

    func pending() throws -> [OutboxRow] {
        if left.withLock({ $0 <= 0 }) { throw Death() }
        return outbox.pending()
    }

    func keep(_ row: OutboxRow) throws -> Bool {
        let isMark = row.state != .pending
        try left.withLock { left in
            if isMark == diesWhileMarking { left -= 1 }
            if left <= 0 { throw Death() }
        }
        return outbox.keep(row)
    }
}
