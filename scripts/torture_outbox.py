#!/usr/bin/env python3
"""A busy outbox, killed again and again: nothing that was posted may be lost, nothing sent twice but what was in flight.

    torture_outbox.py BIN [LIVES [SEED]]    BIN: the folder with famplan and famplan-daemon; 300 lives and a random seed
                                            where none are given

Each life of the daemon has messages to send through mail and programs. SIGKILL ends it at a random moment of that, and the
next one goes on with what it left.
"""
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from datetime import datetime, timedelta, timezone

from temporary_daemon import TemporaryDaemon

PEOPLE, MAILS, PROGRAMS = 10, 4, 4
NOW = datetime(2026, 11, 24, 8, tzinfo=timezone.utc)
# What was claimed when the daemon died is due again by then.
LIFE = timedelta(minutes=10)
# Stands in for the mail program as well: each message leaves `CHANNEL ID` behind.
FAR_END = """#!/bin/sh
id=$(sed -n 's/^Message-ID: <\\(.*\\)>\\r*$/\\1/p; s/.*"id":"\\([^"]*\\)".*/\\1/p')
printf '%s %s\\n' "$1" "$id" >>"$RECORD"
"""


class Family:
    """The files of a household in which everybody is told everything through every channel."""

    def __init__(self, folder):
        self.record = os.path.join(folder, "record")
        self.configuration = os.path.join(folder, "famplan.yaml")
        self.household = os.path.join(folder, "household.yaml")
        self.channels = [f"mail{n}" for n in range(MAILS)] + [f"program{n}" for n in range(PROGRAMS)]
        self.people = [f"person{n}" for n in range(PEOPLE)]
        far_end = os.path.join(folder, "far-end")
        self.write(far_end, FAR_END.replace("$RECORD", self.record), 0o700)
        self.write(self.record, "")
        kinds = {name: {"kind": "email", "from": "famplan@home.example", "command": [far_end, name]}
                 if name.startswith("mail") else {"kind": "exec", "command": [far_end, name]}
                 for name in self.channels}
        # JSON is YAML.
        self.write(self.configuration, json.dumps({"channels": kinds}))
        notify = {"channels": [{"channel": name, "address": "maya@home.example"} for name in self.channels]}
        people = [{"id": name, "role": "parent", "notify": notify} for name in self.people]
        self.write(self.household, json.dumps({"household": {"timeZone": "Europe/Berlin"}, "people": people}))

    @staticmethod
    def write(path, text, mode=0o600):
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="utf-8") as file:
            file.write(text)

    def sent(self):
        """What arrived so far, as (channel, person's message) in order."""
        with open(self.record, encoding="utf-8") as file:
            return [tuple(line.split(" ", 1)) for line in file.read().splitlines()]


def outbox(daemon):
    done = daemon.famplan("status", "--json")
    if done.returncode:
        raise RuntimeError(f"famplan status: {done.stderr}")
    return json.loads(done.stdout)["outbox"]


class Torture:
    def __init__(self, daemon, family, chance):
        self.daemon, self.family, self.chance = daemon, family, chance
        self.lives, self.posted = 0, set()
        # How many had arrived when each life ended, and the last of each channel then.
        self.ends = []

    def live(self, pause):
        """One life: messages for everybody, and the end after so many seconds; None lets it send them all."""
        self.lives += 1
        now = NOW + self.lives * LIFE
        self.daemon.start("--config", self.family.configuration, "--now", now.isoformat())
        for person in self.family.people:
            done = self.daemon.famplan("notify", "test", "--for", person, "--json")
            if done.returncode == 0:
                self.posted |= {(name, f"test-{int(now.timestamp())}-{person}") for name in self.family.channels}
        if pause is None:
            while outbox(self.daemon)["pending"]:
                time.sleep(0.05)
            self.daemon.stop()
        else:
            time.sleep(pause)
            self.daemon.kill()
        self.settle()
        self.ends.append(len(self.family.sent()))

    def settle(self):
        """Lets the programs end that were running when the daemon died: they have what was in flight."""
        before = -1
        while before != (now := len(self.family.sent())):
            before = now
            time.sleep(0.03)

    def judge(self):
        """Gives what is lost, what came again without having been in flight, and how many came again."""
        arrived, wrong, again = defaultdict(int), [], 0
        start = 0
        in_flight = set()
        for end in self.ends:
            last = {}
            for letter in self.family.sent()[start:end]:
                channel, name = letter[0], plain(letter[1])
                if arrived[channel, name]:
                    again += 1
                    if (channel, name) not in in_flight:
                        wrong.append(f"{channel} {name} came again, and was not in flight")
                    in_flight.discard((channel, name))
                arrived[channel, name] += 1
                last[channel] = (channel, name)
            in_flight |= set(last.values())
            start = end
        lost = [f"{channel} {name} never came" for channel, name in sorted(self.posted - set(arrived))]
        strange = [f"{channel} {name} was never posted" for channel, name in sorted(set(arrived) - self.posted)]
        return lost + strange + wrong, again


def plain(message_id):
    """A message's id out of a mail's `Message-ID`, which has the sender's domain and dots."""
    return message_id.removesuffix("@home.example")


def main(binaries, lives="300", seed=None):
    seed = int(seed or random.SystemRandom().randrange(1_000_000))
    folder = tempfile.mkdtemp(prefix="famplan-torture.", dir=os.environ.get("TORTURE_DIR", "/var/tmp"))
    family = Family(folder)
    daemon = TemporaryDaemon(os.path.abspath(binaries), folder)
    letters = PEOPLE * len(family.channels)
    print(f"seed {seed}: a busy outbox, killed {lives} times; {letters} messages more in each life")
    torture = Torture(daemon, family, random.Random(seed))
    try:
        daemon.start()
        applied = daemon.famplan("apply", family.household, "--yes")
        if applied.returncode:
            raise RuntimeError(f"famplan apply: {applied.stderr}")
        daemon.stop()
        for _ in range(int(lives)):
            torture.live(torture.chance.random() * 0.3)
        torture.live(None)
        torture.live(None)
        wrong, again = torture.judge()
    finally:
        daemon.stop()
    print(f"{len(torture.posted)} messages, {len(family.sent())} arrivals, {again} came again under their id")
    for line in wrong[:20]:
        print(f"       {line}")
    if wrong:
        print(f"{len(wrong)} wrong; what is left lies in {folder}")
        return 1
    shutil.rmtree(folder)
    print("nothing lost, nothing sent twice but what was in flight")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
