"""A day of use, hour by hour: what the daemon keeps in memory must not grow with it."""
import os

from bench_daemon import anonymous_megabytes, request, serving
from temporary_daemon import TemporaryDaemon

HOURS = 24
# What two parents and a screen in the kitchen ask for in an hour, rather more than less.
READS = ["agenda", "week", "now", "conflicts", "coverage", "balance", "history", "status", "digest?for=maya"]
READS_IN_HOUR, CHANGES_IN_HOUR = 90, 4
# Memory goes up and down a little with what was asked last.
ROOM = 3.0
HERE = os.path.dirname(os.path.abspath(__file__))


def memory(report, bench):
    report.heading("Memory over a day of use, 10,000 entries")
    with serving(bench, 10_000) as (daemon, _):
        at_first = anonymous_megabytes(daemon.process.pid)
        hours = [hour(daemon, number) for number in range(HOURS)]
    report.table(["hour"] + [str(number + 1) for number in range(0, HOURS, 4)],
                 [["anonymous MB"] + [f"{value:.1f}" for value in hours[::4]]])
    report.note(f"{at_first:.1f} MB before the first hour; {HOURS * READS_IN_HOUR} answers, "
                f"{HOURS * CHANGES_IN_HOUR * 2} changes")
    growth = max(hours[-6:]) - max(hours[5:12])
    report.target(f"the last hours at most {ROOM:.0f} MB over the morning's", f"{growth:+.1f} MB", growth <= ROOM)
    family(report, bench)


def hour(daemon, number):
    """Gives the megabytes after it."""
    for turn in range(READS_IN_HOUR):
        daemon.request("GET", f"/v1/{READS[turn % len(READS)]}")
    for turn in range(CHANGES_IN_HOUR):
        daemon.request("POST", "/v1/entries", request(number * CHANGES_IN_HOUR + turn))
        daemon.request("POST", "/v1/undo", {"options": {"dryRun": False, "strict": False}})
    return anonymous_megabytes(daemon.process.pid)


def family(report, bench):
    """The example household, in the state in which it is left when nobody asks for anything."""
    folder = os.path.join(bench.work, "family")
    os.makedirs(folder)
    daemon = TemporaryDaemon(bench.binaries, folder)
    daemon.start()
    try:
        applied = daemon.famplan("apply", os.path.join(HERE, "..", "config", "household.example.yaml"), "--yes")
        if applied.returncode:
            raise RuntimeError(f"famplan apply: {applied.stderr.strip()[:500]}")
        for read in READS:
            daemon.request("GET", f"/v1/{read}")
        idle = anonymous_megabytes(daemon.process.pid)
    finally:
        daemon.stop()
    report.target("a family's daemon at most 40 MB of anonymous memory", f"{idle:.1f} MB", idle <= 40)
