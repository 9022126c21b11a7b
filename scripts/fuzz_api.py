#!/usr/bin/env python3
"""See fuzz-api.sh. Schemathesis speaks TCP and the daemon a Unix socket: socat stands between the two, on the loopback."""
import os
import socket
import subprocess
import sys
import tempfile
import time

from temporary_daemon import TemporaryDaemon

HERE = os.path.dirname(os.path.abspath(__file__))
# What must hold whatever is asked: no 5xx, and an answer as the description says it.
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    sys.exit("socat did not begin to listen")


def main(binaries, schemathesis, household, seconds):
    with tempfile.TemporaryDirectory(prefix="famplan-fuzz-") as folder:
        daemon = TemporaryDaemon(binaries, folder)
        daemon.start()
        port = free_port()
        bridge = None
        try:
            applied = daemon.famplan("apply", household, "--yes")
            if applied.returncode:
                sys.exit(f"the example household could not be applied: {applied.stderr}")
            bridge = subprocess.Popen(
                ["socat", f"TCP-LISTEN:{port},bind=127.0.0.1,fork,reuseaddr", f"UNIX-CONNECT:{daemon.socket}"])
            wait_for(port)
            result = subprocess.run(
                [schemathesis, "run", f"http://127.0.0.1:{port}/openapi.json", "--checks", CHECKS,
                 "--max-time", str(seconds), "--continue-on-failure", "--max-failures", "20", "--request-timeout", "20",
                 "--generation-database", "none", "--warnings", "off", "--no-color", *sys.argv[5:]],
                cwd=folder, env=dict(os.environ, SCHEMATHESIS_HOOKS="fuzz_hooks", PYTHONPATH=HERE), check=False)
            if daemon.process.poll() is not None:
                sys.exit(f"the daemon ended: {daemon.last_words()}")
            sys.exit(result.returncode)
        finally:
            if bridge:
                bridge.terminate()
                bridge.wait()
            daemon.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
