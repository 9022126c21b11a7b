"""Income over ten years of logged time, asked over the socket."""
import datetime as dt
import json
import os
import sqlite3
import tempfile

from bench_report import interleaved, milliseconds
from temporary_daemon import TemporaryDaemon

ROWS, YEARS = 50_000, 10


def income(report, bench):
    report.heading(f"Income over {YEARS} years of logged time, {ROWS:,} rows")
    folder = tempfile.mkdtemp(prefix="income-", dir=bench.work)
    daemon = TemporaryDaemon(bench.binaries, folder)
    path = os.path.join(folder, "household.yaml")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(household(), file)
    daemon.start()
    try:
        applied = daemon.famplan("apply", path, "--yes")
        if applied.returncode:
            raise RuntimeError(f"famplan apply: {applied.stderr.strip()[:500]}")
    finally:
        daemon.stop()
    first = dt.date.today() - dt.timedelta(days=365 * YEARS)
    with sqlite3.connect(daemon.database) as connection:
        connection.executemany(
            "INSERT INTO logged_time (person, stream, starts, ends, private) VALUES (?, ?, ?, ?, 0)", rows(first))
    connection.close()
    daemon.start()
    try:
        tomorrow = dt.date.today() + dt.timedelta(days=1)
        works = {
            f"all {YEARS} years, by {by}": lambda by=by: daemon.request(
                "GET", f"/v1/income?from={first}&to={tomorrow}&by={by}") for by in ("stream", "client")
        }
        works["this month"] = lambda: daemon.request("GET", "/v1/income")
        medians = interleaved(works, rounds=25)
    finally:
        daemon.stop()
    report.table(["what", "median"], [[name, milliseconds(value)] for name, value in medians.items()])
    worst = max(medians.values())
    report.target("income over ten years of logs under 150 ms", milliseconds(worst), worst < 150)


def household():
    """Two parents, five streams each, of every kind, whose rates change each year; every stream has planned work."""
    streams, entries = [], []
    for number in range(10):
        owner = ["maya", "kofi"][number % 2]
        stream = {"id": f"stream-{number}", "owner": owner, "kind": "admin" if number > 7 else "client",
                  "client": f"Client {number % 4}",
                  "rates": [{"from": f"{year}-{number + 1:02}-15", "amount": f"{60 + year % 100}.50",
                             "per": ["hour", "day", "month", "hour", "project"][number % 5]}
                            for year in range(2015, dt.date.today().year + 1)]}
        if number % 5 in (0, 4):
            stream["budget"] = {"hours": "900h"}
        streams.append(stream)
        entries.append({"id": f"work-{number}", "kind": "work", "stream": stream["id"], "people": [owner],
                        "start": f"{dt.date.today().year - 1}-01-05T{9 + number // 2:02}:00", "duration": "50m",
                        "repeat": "FREQ=DAILY"})
    return {"household": {"name": "Bench", "timeZone": "Europe/Berlin"},
            "people": [{"id": "maya", "role": "parent"}, {"id": "kofi", "role": "parent"}],
            "streams": streams, "entries": entries}


def rows(first):
    """As many for each parent, one after the other, some of them over midnight."""
    start = int(dt.datetime.combine(first, dt.time(), dt.timezone.utc).timestamp())
    step = 365 * YEARS * 86_400 // (ROWS // 2)
    for number in range(ROWS):
        begin = start + number // 2 * step
        yield ["maya", "kofi"][number % 2], f"stream-{number * 7 % 10}", begin, begin + step * 2 // 3
