"""A daemon of one's own on a folder, for the scripts that measure and torture it."""
import http.client
import json
import os
import signal
import socket
import subprocess
import time


class TemporaryDaemon:
    """Starts and ends `famplan-daemon` on a state folder; only ever touches the process that it started."""

    def __init__(self, binaries, folder):
        self.binaries, self.folder = binaries, folder
        self.state = os.path.join(folder, "state")
        self.socket = os.path.join(folder, "socket")
        self.log = os.path.join(folder, "daemon.log")
        self.process = None

    @property
    def database(self):
        return os.path.join(self.state, "famplan.sqlite")

    @property
    def environment(self):
        """What `famplan` needs to find it, in a folder where no settings of the user's lie."""
        return dict(os.environ, FAMPLAN_SOCKET=self.socket, HOME=self.folder, XDG_CONFIG_HOME=self.folder)

    def start(self, *options):
        """Gives the milliseconds until it answers."""
        with open(self.log, "ab") as log:
            begin = time.perf_counter()
            self.process = subprocess.Popen(
                [os.path.join(self.binaries, "famplan-daemon"), "--state", self.state, "--socket", self.socket,
                 *options],
                env=self.environment, stdout=log, stderr=log)
        while not self.answers():
            if self.process.poll() is not None or time.perf_counter() - begin > 60:
                self.stop()
                raise RuntimeError(f"famplan-daemon did not start: {self.last_words()}")
            time.sleep(0.0005)
        return (time.perf_counter() - begin) * 1000

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self):
        """As a power cut would: without a last word."""
        self.process.kill()
        self.process.wait()

    def last_words(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return (log.read().strip().splitlines() or ["it said nothing"])[-1]

    def answers(self):
        try:
            self.request("GET", "/v1/status")
            return True
        except (OSError, http.client.HTTPException):
            return False

    def request(self, method, path, body=None):
        """One request on a connection of its own, as `famplan` does it; gives the answer's JSON."""
        connection = UnixConnection(self.socket)
        try:
            text = None if body is None else json.dumps(body)
            connection.request(method, path, text, {"Content-Type": "application/json"} if text else {})
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:500]!r}")
        return json.loads(content)

    def famplan(self, *arguments, **options):
        """Runs the command line against it; gives the completed process."""
        command = [os.path.join(self.binaries, "famplan"), *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, **options)


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=120)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)
