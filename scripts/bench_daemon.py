"""The daemon and the command line as they are used: agenda, add, start-up, rest."""
import json
import os
import random
import sqlite3
import statistics
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta

import bench_calendar
import bench_peers
from bench_report import interleaved, milliseconds, output, process, ratio
from temporary_daemon import TemporaryDaemon


@contextmanager
def serving(bench, size, **spread):
    """A running daemon with a household of `size` entries; gives it and the entries."""
    folder = tempfile.mkdtemp(prefix=f"daemon-{size}-", dir=bench.work)
    events = list(bench_calendar.events(size, **spread))
    bench_peers.write(f"{folder}/household.yaml", bench_calendar.household(events))
    daemon = TemporaryDaemon(bench.binaries, folder)
    daemon.start()
    try:
        applied = daemon.famplan("apply", f"{folder}/household.yaml", "--yes")
        if applied.returncode:
            raise RuntimeError(f"famplan apply: {applied.stderr.strip()[:500]}")
        yield daemon, events
    finally:
        daemon.stop()


def agenda(report, bench):
    for size in (2000, 10000):
        report.heading(f"Agenda of {bench_calendar.DAYS} days, whole processes, {size:,} entries")
        with serving(bench, size) as (daemon, events):
            measure_agenda(report, bench, size, daemon, events)


def measure_agenda(report, bench, size, daemon, events):
    folder = os.path.join(bench.work, f"peers-{size}")
    environment = bench_peers.environment(folder)
    first = bench_calendar.window()
    own = [f"{bench.binaries}/famplan", "agenda", "--from", str(first),
           "--to", str(first + timedelta(days=bench_calendar.DAYS))]
    peers = bench_peers.commands(folder, events)
    if "khal list" in peers:
        report.note("khal reads its files into its cache first; that is not counted")
    listed = {name: output(command, environment).count("Entry ") for name, command in peers.items()}
    listed["famplan agenda"] = len(json.loads(output([*own, "--json"], daemon.environment))["items"])
    works = {"famplan agenda": process(own, daemon.environment)}
    works |= {name: process(command, environment) for name, command in peers.items()}
    medians = interleaved(works, rounds=25)
    mine = medians.pop("famplan agenda")
    report.table(["program", "median", "listed", "beside famplan"],
                 [["famplan agenda", milliseconds(mine), listed["famplan agenda"], ratio(1)]]
                 + [[name, milliseconds(value), listed[name], ratio(value / mine)] for name, value in medians.items()])
    for name, count in listed.items():
        if count != listed["famplan agenda"]:
            raise RuntimeError(f"{name} lists {count} events, famplan {listed['famplan agenda']}: not the same work")
    if size == 2000:
        for name, value in medians.items():
            factor = 10 if name == "khal list" else 1
            report.target(f"at least {factor} times as fast as {name}" if factor > 1 else f"faster than {name}",
                          ratio(value / mine), value > factor * mine)
    elif medians:
        report.target("at most a third of the fastest beside it", ratio(min(medians.values()) / mine),
                      min(medians.values()) >= 3 * mine)


def add(report, bench):
    size = 2000
    report.heading(f"Add, with {size:,} entries there")
    source, kind = output(["df", "--output=source,fstype", bench.work]).splitlines()[1].split()
    report.note(f"on {source} ({kind})")
    with serving(bench, size) as (daemon, _):
        bare = BareInserts(os.path.join(daemon.folder, "bare.sqlite"))
        days = iter(range(10_000))
        works = {
            "a bare SQLite insert": bare.insert,
            "POST /v1/entries": lambda: daemon.request("POST", "/v1/entries", request(next(days))),
            "GET /v1/status": daemon.answers,
            "famplan add work, the process": lambda: add_by_command(daemon, next(days)),
        }
        medians = interleaved(works, rounds=60)
    insert, post = medians["a bare SQLite insert"], medians["POST /v1/entries"]
    report.table(["what", "median", "over a bare insert"],
                 [[name, milliseconds(value), f"{value - insert:+.1f} ms"] for name, value in medians.items()])
    report.target("an add over the socket at most 10 ms over a bare insert", f"{post - insert:+.1f} ms",
                  post - insert <= 10)
    add_beside_empty(report, bench)


def add_beside_empty(report, bench):
    """The same change where there is nothing, and among 1,000 entries in eight weeks."""
    size = 1000
    with serving(bench, 0) as (empty, _), serving(bench, size, days=56, before=0) as (full, _):
        days = iter(range(10_000))
        works = {
            "the same add in an empty household":
                lambda: empty.request("POST", "/v1/entries", request(next(days))),
            f"among {size:,} entries in eight weeks":
                lambda: full.request("POST", "/v1/entries", request(next(days))),
        }
        medians = interleaved(works, rounds=60)
        conflict = full.request("GET", "/v1/conflicts")["conflicts"]
        # The last ones: what is over has no way out.
        kinds = {item["kind"]: item["id"] for item in conflict}
        times = {kind: process_time(lambda: full.request("GET", f"/v1/suggestions?conflict={id}"))
                 for kind, id in kinds.items()}
    report.table(["what", "median"], [[name, milliseconds(value)] for name, value in medians.items()])
    bare, crowded = medians.values()
    report.target("one change among 1,000 entries at most 10 ms over the same in an empty household",
                  f"{crowded - bare:+.1f} ms", crowded - bare <= 10)
    report.table([f"ways out of a conflict, among {size:,} entries", "median"],
                 [[kind, milliseconds(value)] for kind, value in times.items()])
    worst = max(times.values())
    report.target("three suggestions in less than 300 ms", milliseconds(worst), worst < 300)


def process_time(work):
    """The median of some runs after one that is not counted."""
    work()
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def balance(report, bench):
    """The balance beside ten years of what was really done."""
    size, logged = 1000, 50_000
    report.heading(f"Balance, with {logged:,} logged times over ten years and {size:,} entries in eight weeks")
    with serving(bench, size, days=56, before=28) as (daemon, _):
        daemon.stop()
        log(daemon.database, logged)
        daemon.start()
        asked = {"of two weeks": "from=-14&to=0", "of a quarter": "from=-90&to=0", "of eight weeks, one by one": "weeks=8",
                 "of a year of weeks, one by one": "weeks=52"}
        times = {name: process_time(lambda: daemon.request("GET", f"/v1/balance?{days(query)}"))
                 for name, query in asked.items()}
    report.table(["balance", "median"], [[name, milliseconds(value)] for name, value in times.items()])
    worst = max(times.values())
    report.target("a balance beside ten years of logs under 150 ms", milliseconds(worst), worst < 150)


def days(query):
    """`from=-14` as a date."""
    today = date.today()
    return "&".join(f"{key}={today + timedelta(days=int(value)) if key != 'weeks' else value}"
                    for key, value in (part.split("=") for part in query.split("&")))


def log(path, count):
    """Writes that many times of two parents, who work and care by turns, up to now."""
    now, dice = int(time.time()), random.Random(1)
    step = 3650 * 86_400 // (count // 2)
    rows = []
    for person, stream in (("maya", "maya-work"), ("kofi", "kofi-work")):
        for number in range(count // 2):
            start = now - step * (count // 2 - number) + dice.randrange(step // 3)
            work = number % 3 > 0
            rows.append((person, stream if work else None, None if work else "noah", start,
                         start + dice.randrange(600, step // 3)))
    with sqlite3.connect(path) as database:
        database.executemany("INSERT INTO logged_time (person, stream, children, starts, ends, note, private) "
                             "VALUES (?, ?, ?, ?, ?, 'a note of some words', 0)", rows)
    database.close()


def fields(number):
    day = bench_calendar.window() + timedelta(days=7 + number % 42)
    return {"title": f"Call {number}", "stream": "maya-work", "start": f"{day}T{9 + number % 8:02}:00",
            "duration": "45m"}


def request(number):
    values = {name: [value] for name, value in ({"kind": "work"} | fields(number)).items()}
    return {"fields": values, "options": {"dryRun": False, "strict": False}}


def add_by_command(daemon, number):
    options = [text for name, value in fields(number).items() for text in (f"--{name}", value)]
    added = daemon.famplan("add", "work", *options)
    if added.returncode:
        raise RuntimeError(f"famplan add: {added.stderr.strip()[:500]}")


class BareInserts:
    """The least that a durable insert can be: one row, one transaction, synced to the disk."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT UNIQUE, fields TEXT)")
        self.number = 0

    def insert(self):
        self.number += 1
        self.connection.execute("INSERT INTO entry (name, fields) VALUES (?, ?)",
                                (f"call-{self.number}", json.dumps(request(self.number))))


def start(report, bench):
    report.heading("Start-up and rest")
    rows = []
    with serving(bench, 10_000) as (daemon, _):
        times = []
        for _ in range(9):
            daemon.stop()
            times.append(daemon.start())
        ready = statistics.median(times)
        rows.append(["daemon with 10,000 entries, until it answers", milliseconds(ready)])
        seconds = 60
        time.sleep(10)  # Threads that served the start have gone to rest by then.
        idle = wakeups(daemon.process.pid, seconds)
        memory = anonymous_megabytes(daemon.process.pid)
    rows.append([f"its wake-ups in {seconds} s of rest", idle])
    rows.append(["its anonymous memory", f"{memory:.1f} MB"])
    report.table(["what", "figure"], rows)
    report.target("the daemon ready within 200 ms with 10,000 entries", milliseconds(ready), ready <= 200)
    report.target("at most two wake-ups a minute at rest", idle, idle <= 2)
    report.target("at most 40 MB of anonymous memory", f"{memory:.1f} MB", memory <= 40)
    if os.environ.get("BENCH_EMPTY"):
        command_line(report, bench, os.environ["BENCH_EMPTY"])


def command_line(report, bench, empty):
    """What the command line itself takes: alone, and to read a command and find that no daemon is there."""
    famplan, nowhere = f"{bench.binaries}/famplan", os.path.join(bench.work, "nowhere")
    works = {
        "an empty Swift program, static too": process([empty], dict(os.environ)),
        "famplan --version": process([famplan, "--version"], dict(os.environ)),
        "famplan agenda, without a daemon": process([famplan, "agenda", "--socket", nowhere], dict(os.environ), status=69),
    }
    medians = interleaved(works, rounds=100)
    bare, version, _ = medians.values()
    report.table(["what", "median", "over the empty program"],
                 [[name, milliseconds(value), f"{value - bare:+.1f} ms"] for name, value in medians.items()])
    report.target("the command line at most 4 ms over an empty Swift program", f"{version - bare:+.1f} ms",
                  version - bare <= 4)


def wakeups(pid, seconds):
    """How often its threads give way of their own accord: each wake-up ends so."""
    before = switches(pid)
    time.sleep(seconds)
    return sum(count - before.get(thread, 0) for thread, count in switches(pid).items())


def switches(pid):
    counts = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status", encoding="utf-8") as status:
            counts[thread] = next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return counts


def anonymous_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon")) / 1024
