#!/usr/bin/env python3
"""See attack.sh. A daemon with the example household is asked by many at once, kept waiting by slow ones, and sent what is far
too much; meanwhile somebody else asks for the agenda again and again, and must be answered soon."""
import http.client
import json
import os
import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles

from temporary_daemon import TemporaryDaemon, UnixConnection

MEMORY_LIMIT = 400 << 20
PATIENCE = 5.0


class Bystander:
    """Asks for the agenda again and again, and remembers how long each answer took."""

    def __init__(self, daemon):
        self.daemon, self.times, self.failures = daemon, [], []
        self.running = threading.Event()

    def __enter__(self):
        self.running.set()
        self.thread = threading.Thread(target=self.ask)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.running.clear()
        self.thread.join()

    def ask(self):
        while self.running.is_set():
            begin = time.perf_counter()
            try:
                self.daemon.request("GET", "/v1/agenda")
            except (OSError, RuntimeError, http.client.HTTPException) as error:
                self.failures.append(repr(error))
            self.times.append(time.perf_counter() - begin)
            time.sleep(0.005)

    @property
    def p99(self):
        return quantiles(self.times, n=100)[98] if len(self.times) > 1 else self.times[0]


class Attack:
    def __init__(self, daemon, household, scale):
        self.daemon, self.household, self.scale = daemon, household, scale
        self.wrong = []

    def memory(self, name):
        """A line of /proc/PID/status or smaps_rollup, in bytes."""
        file = "smaps_rollup" if name == "Anonymous" else "status"
        with open(f"/proc/{self.daemon.process.pid}/{file}", encoding="ascii") as lines:
            for line in lines:
                if line.startswith(f"{name}:"):
                    return int(line.split()[1]) << 10
        return 0

    def run(self, name, attack):
        with Bystander(self.daemon) as bystander:
            begin = time.perf_counter()
            said = attack()
            seconds = time.perf_counter() - begin
            time.sleep(0.3)
        anonymous, peak = self.memory("Anonymous"), self.memory("VmHWM")
        print(f"{name:42} {seconds:6.1f} s  others: p99 {bystander.p99 * 1000:7.1f} ms of {len(bystander.times):5}  "
              f"anonymous {anonymous >> 20:4} MB, peak {peak >> 20:4} MB  {said}", flush=True)
        self.check(not bystander.failures, f"{name}: others were not served: {bystander.failures[:1]}")
        self.check(bystander.p99 <= PATIENCE, f"{name}: others waited for {bystander.p99:.1f} s")
        self.check(anonymous <= MEMORY_LIMIT, f"{name}: the daemon keeps {anonymous >> 20} MB")
        self.check(self.daemon.process.poll() is None, f"{name}: the daemon ended")

    def check(self, is_right, complaint):
        if not is_right:
            self.wrong.append(complaint)

    # What is done to it

    def many_clients(self):
        """200 at once: most of them look, some change something."""
        def one(number):
            if number % 10:
                return self.daemon.request("GET", ("/v1/agenda", "/v1/conflicts", "/v1/week")[number % 3])
            fields = {"kind": ["family"], "title": [f"Attack {number}"], "people": ["maya"],
                      "start": ["2027-06-01T10:00"], "duration": ["1h"]}
            options = {"dryRun": False, "strict": False}
            return self.daemon.request("POST", "/v1/entries", {"fields": fields, "options": options})
        count = 200 * self.scale
        with ThreadPoolExecutor(200) as pool:
            list(pool.map(one, range(count)))
        return f"{count} requests answered"

    def slow_clients(self):
        """Connections that say a letter now and then, or nothing at all."""
        connections = [connect(self.daemon.socket) for _ in range(300)]
        for connection in connections:
            connection.sendall(b"POST /v1/entries HTTP/1.1\r\nHost: f\r\nContent-Length: 1000\r\n\r\n{")
        for _ in range(3 * self.scale):
            time.sleep(0.5)
            for connection in connections[:150]:
                try:
                    connection.sendall(b" ")
                except OSError:
                    pass
        for connection in connections:
            connection.close()
        return f"{len(connections)} held open"

    def large_bodies(self):
        """Bodies of 100 MB: with their length said, and in chunks."""
        answers = [self.large_body(chunked) for chunked in (False, True) for _ in range(self.scale)]
        self.check(all(status in (413, None) for status in answers), f"100 MB bodies were answered {answers}")
        return f"answered {answers}"

    def large_body(self, chunked):
        connection = connect(self.daemon.socket)
        length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: 104857600"
        block = b" " * (1 << 16)
        piece = b"10000\r\n" + block + b"\r\n" if chunked else block
        try:
            connection.sendall(b"POST /v1/entries HTTP/1.1\r\nHost: f\r\n" + length + b"\r\n\r\n")
            for _ in range(1600):
                connection.sendall(piece)
        except OSError:
            pass  # It has heard enough, and may have answered before it hung up.
        try:
            head = connection.recv(64)
        except OSError:
            return None
        finally:
            connection.close()
        return int(head.split()[1]) if head.startswith(b"HTTP/1.1 ") else None

    def large_file(self):
        """A household file of a million lines, and others that cost much to read."""
        hostile = {
            "a million lines": "places:\n" + "- x\n" * 1_000_000,
            "mappings as keys": "{" * 900 + "}: x" * 900,
            "long mappings as keys": "{" + "{a: b}: c, " * 380_000 + "}",
            "deep lists": "[" * 1_000_000,
            "a billion laughs": "\n".join(
                ["a0: &a0 [lol, lol]"]
                + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]),
            "many entries": "entries:\n" + "- {id: a, kind: family, start: 2026-01-01}\n" * 90_000,
        }
        slowest = (0.0, "")
        for name, text in hostile.items():
            begin = time.perf_counter()
            status = self.post("/v1/household", {
                "text": text, "name": "hostile.yaml", "prune": False, "overwrite": False,
                "options": {"dryRun": True, "strict": False}})
            seconds = time.perf_counter() - begin
            slowest = max(slowest, (seconds, name))
            self.check(status == 400, f"{name}: answered {status}")
            self.check(seconds <= 20, f"{name}: took {seconds:.1f} s")
        return f"slowest: {slowest[1]}, {slowest[0]:.1f} s"

    def broken_requests(self):
        """What is no HTTP, or no JSON."""
        texts = [
            b"POST /v1/undo HTTP/1.1\r\nHost: f\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"\x00" * 4096,
            b"GET /v1/agenda?from=%00%ff HTTP/1.1\r\nHost: f\r\nConnection: close\r\n\r\n",
            b"GET " + b"/a" * 40_000 + b" HTTP/1.1\r\nHost: f\r\n\r\n",
            b"POST /v1/undo HTTP/1.1\r\nHost: f\r\nConnection: close\r\nContent-Length: 9\r\n\r\n" + b"[" * 9,
            b"GET /v1/dates?rule=FREQ=DAILY&start=2026-01-01&zone=../../etc/passwd HTTP/1.1\r\nHost: f\r\n"
            b"Connection: close\r\n\r\n",
        ]
        answers = []
        for text in texts * 20 * self.scale:
            connection = connect(self.daemon.socket)
            try:
                connection.sendall(text)
                connection.shutdown(socket.SHUT_WR)
                head = connection.recv(64)
                answers.append(head.split()[1].decode() if head.startswith(b"HTTP") else "closed")
            except OSError:
                answers.append("closed")
            connection.close()
        self.check(not any(answer.startswith("5") for answer in answers), f"broken requests: {sorted(set(answers))}")
        return f"answered {sorted(set(answers))}"

    def post(self, path, body):
        connection = UnixConnection(self.daemon.socket)
        try:
            connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()


def connect(path):
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(30)
    connection.connect(path)
    return connection


def main(binaries, household, scale):
    with tempfile.TemporaryDirectory(prefix="famplan-attack-") as folder:
        daemon = TemporaryDaemon(binaries, folder)
        daemon.start()
        try:
            applied = daemon.famplan("apply", household, "--yes")
            if applied.returncode:
                sys.exit(f"the example household could not be applied: {applied.stderr}")
            attack = Attack(daemon, household, scale)
            attack.run("200 clients at once", attack.many_clients)
            attack.run("300 clients that hardly say a word", attack.slow_clients)
            attack.run("bodies of 100 MB", attack.large_bodies)
            attack.run("hostile household files", attack.large_file)
            attack.run("what is no request", attack.broken_requests)
            attack.run("200 clients at once, once more", attack.many_clients)
        finally:
            daemon.stop()
        for complaint in attack.wrong:
            print(f"wrong: {complaint}")
        sys.exit(1 if attack.wrong else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1)
