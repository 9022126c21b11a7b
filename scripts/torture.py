#!/usr/bin/env python3
"""See torture.sh. Each round: many adds by several writers at once, SIGKILL at a random moment, a new start on the same
folder, and a look at what is there. Rounds go on with what the ones before left."""
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta

from temporary_daemon import TemporaryDaemon

WRITERS = 4
HOUSEHOLD = """household: { name: Torture, timeZone: Europe/Berlin }
people: [ { id: maya, name: Maya, role: parent } ]
streams: [ { id: northwind, name: Northwind, owner: maya, kind: client } ]
"""
FIRST = date.today() + timedelta(days=1)


class Round:
    """The adds of one round. Titles are never used twice, so what is there can be told apart."""

    def __init__(self, daemon, number, chance, adds):
        self.daemon, self.number, self.chance, self.adds = daemon, number, chance, adds
        self.acknowledged, self.refused, self.unknown = [], [], []
        self.lock = threading.Lock()

    @property
    def titles(self):
        return self.acknowledged + self.refused + self.unknown

    def run(self):
        """Adds from several writers; kills the daemon once a random number of them are done and a moment more."""
        enough, moment = self.chance.randrange(self.adds - WRITERS), self.chance.random() * 0.02
        killer = threading.Thread(target=self.kill, args=(enough, moment))
        killer.start()
        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(self.add, range(self.adds)))
        killer.join()

    def kill(self, enough, moment):
        while len(self.acknowledged) + len(self.refused) < enough:
            time.sleep(0.0002)
        time.sleep(moment)
        self.daemon.kill()

    def add(self, number):
        title = f"round-{self.number}-add-{number}"
        start = f"{FIRST + timedelta(days=number % 50)}T{8 + number % 10:02}:00"
        done = self.daemon.famplan("add", "work", "--title", title, "--stream", "northwind", "--start", start,
                                   "--duration", "30m")
        # 69: nobody listens, nothing was asked. Else the answer may have been cut off after the change was made.
        outcome = {0: self.acknowledged, 69: self.refused}.get(done.returncode, self.unknown)
        with self.lock:
            outcome.append(title)


def present(daemon):
    """How often each title is in the agenda, and in the history as far back as that can be asked for."""
    until = FIRST + timedelta(days=60)
    items = answer(daemon, "agenda", "--from", str(FIRST), "--to", str(until))["items"]
    changes = answer(daemon, "history", "--limit", "10000")["changes"]
    added = (change["summary"].split("“")[1].rstrip("”") for change in changes if "add work" in change["summary"])
    return Counter(item["title"] for item in items), Counter(added)


def answer(daemon, *arguments):
    done = daemon.famplan(*arguments, "--json")
    if done.returncode:
        raise RuntimeError(f"famplan {' '.join(arguments)}: {done.stderr or done.stdout}")
    return json.loads(done.stdout)


def is_sound(path):
    """By SQLite's own check, and that of the references between rows."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        check = database.execute("PRAGMA integrity_check").fetchall()
        broken = database.execute("PRAGMA foreign_key_check").fetchall()
    return check == [("ok",)] and not broken


def torture(daemon, rounds, chance, adds):
    """Gives how many things were wrong."""
    acknowledged, asked, wrong = [], set(), 0
    print("round  acknowledged  unanswered  refused  present  lost  doubled  database")
    for number in range(1, rounds + 1):
        this = Round(daemon, number, chance, adds)
        this.run()
        daemon.start()  # First, so that it is the daemon that meets what was left, not SQLite's check.
        agenda, history = present(daemon)
        sound = is_sound(daemon.database)
        acknowledged += this.acknowledged
        asked |= {*this.acknowledged, *this.unknown}
        lost = [title for title in acknowledged if not agenda[title]]
        odd = [title for title, count in agenda.items() if count != 1 or title not in asked]
        # The change and its history are one transaction: one is not there without the other.
        apart = [title for title in this.titles if agenda[title] != history[title]]
        print(f"{number:5}  {len(this.acknowledged):12}  {len(this.unknown):10}  {len(this.refused):7}  "
              f"{sum(agenda.values()):7}  {len(lost):4}  {len(odd):7}  {'sound' if sound else 'DAMAGED'}", flush=True)
        for title in {*lost, *odd, *apart}:
            print(f"       {title}: {agenda[title]} times in the agenda, {history[title]} times in the history")
        wrong += len({*lost, *odd, *apart}) + (not sound)
    return wrong


def main(binaries, rounds="5", adds="200", seed=None):
    seed = int(seed or random.SystemRandom().randrange(1_000_000))
    print(f"seed {seed}: {rounds} rounds of {adds} adds by {WRITERS} writers")
    folder = tempfile.mkdtemp(prefix="famplan-torture.", dir=os.environ.get("TORTURE_DIR", "/var/tmp"))
    daemon = TemporaryDaemon(os.path.abspath(binaries), folder)
    try:
        daemon.start()
        household = os.path.join(folder, "household.yaml")
        with open(household, "w", encoding="utf-8") as file:
            file.write(HOUSEHOLD)
        applied = daemon.famplan("apply", household, "--yes")
        if applied.returncode:
            raise RuntimeError(f"famplan apply: {applied.stderr}")
        wrong = torture(daemon, int(rounds), random.Random(seed), int(adds))
    finally:
        daemon.stop()
    if wrong:
        print(f"{wrong} wrong; what is left lies in {folder}")
        return 1
    shutil.rmtree(folder)
    print("nothing lost, nothing doubled")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
