#!/usr/bin/env python3
"""What a disk can do to a daemon: be full, be read-only, hand back other bytes than were written.
   torture_disk.py BIN [HARMS [SEED]]

The full and the read-only disk are a small tmpfs in a mount namespace of its own, which takes root: without it that part is
left out, and says so. Then the database is harmed HARMS times (100): cut short, bits turned, pages overwritten. Each time the
daemon must start and either serve or say why not, and a restore must bring everything back."""
import contextlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from temporary_daemon import TemporaryDaemon

HOUSEHOLD = """household: { name: Disk, timeZone: Europe/Berlin }
people: [ { id: maya, name: Maya, role: parent }, { id: noah, name: Noah, role: child } ]
streams: [ { id: northwind, name: Northwind, owner: maya, kind: client } ]
"""
READS = [["week"], ["today"], ["now"], ["conflicts"], ["status"], ["history"], ["balance"]]
NO_ROOM, NOT_WRITABLE = "no room left on the disk", "cannot be written"
INSIDE = "FAMPLAN_TORTURE_NAMESPACE"


class Wrong(Exception):
    """Something is not as it should be."""


def expect(daemon, arguments, status, words=""):
    """Runs a command; its status and what it says must be as they should."""
    done = daemon.famplan(*arguments)
    said = done.stdout + done.stderr
    if done.returncode != status or words not in said:
        raise Wrong(f"famplan {' '.join(arguments)}: {done.returncode} instead of {status}, and it said:\n{said}")
    return said


def add(title):
    return ["add", "work", "--title", title, "--stream", "northwind", "--start", "tomorrow 10:00", "--duration", "30m"]


def household(daemon, folder):
    path = os.path.join(folder, "household.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HOUSEHOLD)
    expect(daemon, ["apply", path, "--yes"], 0)
    expect(daemon, add("first"), 0)


@contextlib.contextmanager
def filled(folder):
    """A disk without room, for a while."""
    path = os.path.join(folder, "filler")
    with open(path, "wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while True:
                file.write(b"\0" * 4096)
    try:
        yield
    finally:
        os.unlink(path)


def no_partial(daemon):
    left = [name for name in os.listdir(os.path.join(daemon.state, "backups")) if "partial" in name]
    if left:
        raise Wrong(f"left in backups: {left}")


def full_disk(daemon, folder):
    """Nothing can be written: changes and copies are refused, looking goes on, and it recovers by itself."""
    copy = os.path.join(folder, "outside.sqlite")
    with filled(daemon.state):
        refused = next((number for number in range(2000) if daemon.famplan(*add(f"more-{number}")).returncode), None)
        if refused is None:
            raise Wrong("2000 adds went through on a full disk")
        expect(daemon, add("one more"), 1, NO_ROOM)
        expect(daemon, ["backup", copy], 1, NO_ROOM)
        if os.path.exists(copy):
            raise Wrong("a backup that failed left its file")
        for read in READS:
            expect(daemon, read, 0)
        expect(daemon, ["doctor"], 1, "problem  disk")
        no_partial(daemon)
    expect(daemon, add("after"), 0)
    expect(daemon, ["backup", copy], 0)
    agenda = expect(daemon, ["agenda", "--from", "tomorrow"], 0)
    if "one more" in agenda or "after" not in agenda:
        raise Wrong("what was refused is there, or what was accepted is not")
    print(f"full disk: {refused} adds fitted into the log, then all were refused; reads went on; it recovered")
    with filled(daemon.state):
        expect(daemon, ["restore", copy, "--yes"], 1, NO_ROOM)
        for read in READS:
            expect(daemon, read, 0)
        no_partial(daemon)
    expect(daemon, ["restore", copy, "--yes"], 0)
    print("full disk: a restore is refused and changes nothing, and goes once there is room")


def full_start(daemon):
    """A start without room: it says why, and doctor opens it once there is some."""
    daemon.stop()
    with filled(daemon.state):
        daemon.start()
        out_of_use = daemon.famplan("week").returncode != 0
        if out_of_use:
            expect(daemon, ["week"], 1, "only famplan status, doctor and restore are answered")
        expect(daemon, ["doctor"], 1, "problem")
    if out_of_use:
        expect(daemon, ["doctor"], 0)
    expect(daemon, add("after the start"), 0)
    print(f"full disk at the start: {'out of use until doctor opened it' if out_of_use else 'it served'}")


def full_migration(daemon):
    """No room for the copy that is made before a database is brought up to date: nothing of it is touched."""
    daemon.stop()
    aside = os.path.join(daemon.folder, "aside")
    shutil.move(daemon.state + "/backups", aside)
    os.rename(daemon.database, daemon.database + ".aside")
    with open(os.path.join(os.path.dirname(__file__), "v1-household.sql"), encoding="utf-8") as file, \
            contextlib.closing(sqlite3.connect(daemon.database)) as database:
        database.executescript(file.read())
    with filled(daemon.state):
        daemon.start()
        expect(daemon, ["week"], 1, NO_ROOM)
        with contextlib.closing(sqlite3.connect(f"file:{daemon.database}?mode=ro", uri=True)) as database:
            if database.execute("SELECT identifier FROM grdb_migrations").fetchall() != [("v1-household",)]:
                raise Wrong("the database was changed though there was no room for the copy")
    expect(daemon, ["doctor"], 0)
    expect(daemon, ["week"], 0)
    kept = os.listdir(os.path.join(daemon.state, "backups"))
    if not any(name.startswith("before-v2") and name.endswith(".sqlite") for name in kept):
        raise Wrong(f"no copy from before: {kept}")
    daemon.stop()
    shutil.rmtree(daemon.state + "/backups")
    os.replace(daemon.database + ".aside", daemon.database)
    daemon.start()
    print("full disk: an older database is not touched until there is room for a copy")


def read_only(daemon):
    """A database file that nobody may write: it is out of use, and doctor opens it once that is mended."""
    daemon.stop()
    subprocess.run(["mount", "--bind", daemon.database, daemon.database], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", daemon.database], check=True)
    try:
        daemon.start()
        expect(daemon, ["week"], 1, NOT_WRITABLE)
        expect(daemon, ["doctor"], 1, "problem  database")
    finally:
        subprocess.run(["umount", daemon.database], check=True)
    expect(daemon, ["doctor"], 0)
    expect(daemon, add("writable again"), 0)
    print("read-only file: out of use until doctor opened it")


def small_disk(binaries, folder):
    daemon = TemporaryDaemon(binaries, folder)
    os.makedirs(daemon.state)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m,mode=700", "tmpfs", daemon.state], check=True)
    try:
        daemon.start()
        household(daemon, folder)
        full_disk(daemon, folder)
        full_start(daemon)
        full_migration(daemon)
        read_only(daemon)
    finally:
        daemon.stop()
        subprocess.run(["umount", daemon.state], check=False)


def harm(path, chance):
    """Does one bad thing to the file; says which."""
    size = os.path.getsize(path)
    kind = chance.choice(["cut", "bits", "page", "head"])
    with open(path, "r+b") as file:
        if kind == "cut":
            file.truncate(chance.randrange(size))
            return kind
        for _ in range(chance.randint(1, 40) if kind == "bits" else 1):
            place = chance.randrange(100) if kind == "head" else chance.randrange(size)
            if kind == "page":
                place -= place % 4096
            file.seek(place)
            old = file.read(4096 if kind == "page" else 1)
            file.seek(place)
            file.write(chance.randbytes(len(old)) if kind == "page" else bytes([old[0] ^ 1 << chance.randrange(8)]))
    return kind


def harms(binaries, folder, count, chance):
    """Harms a good database again and again, and has it restored."""
    daemon = TemporaryDaemon(binaries, folder)
    daemon.start()
    household(daemon, folder)
    for number in range(60):
        expect(daemon, add(f"entry-{number}"), 0)
    backup = os.path.join(folder, "good.sqlite")
    expect(daemon, ["backup", backup], 0)
    agenda = expect(daemon, ["agenda", "--json", "--from", "tomorrow", "--to", "+1w"], 0)
    items = json.loads(agenda)["items"]
    served = 0
    for number in range(count):
        daemon.stop()
        shutil.copy(backup, daemon.database)
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(daemon.database + suffix)
        kind = harm(daemon.database, chance)
        try:
            daemon.start()
            serves = daemon.famplan("week").returncode == 0
            if not serves:
                expect(daemon, ["week"], 1, "only famplan status, doctor and restore are answered")
                expect(daemon, ["status"], 0, "out of use")
                expect(daemon, ["doctor"], 1, "problem  database")
            served += serves
            expect(daemon, ["restore", backup, "--yes"], 0)
            after = expect(daemon, ["agenda", "--json", "--from", "tomorrow", "--to", "+1w"], 0)
            if json.loads(after)["items"] != items:
                raise Wrong("the agenda after the restore is another one")
            expect(daemon, add("goes on"), 0)
        except (Wrong, RuntimeError) as wrong:
            raise Wrong(f"harm {number} ({kind}): {wrong}") from wrong
    daemon.stop()
    print(f"{count} harms: {count - served} were noticed at the start, {served} hurt nothing that is looked at; "
          "each restore brought all of it back")


def main(binaries, count="100", seed=None):
    seed = int(seed or random.SystemRandom().randrange(1_000_000))
    binaries = os.path.abspath(binaries)
    if os.geteuid() == 0 and not os.environ.get(INSIDE):
        # Mounts of its own, gone with it.
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv[:2], count, str(seed)]
        return subprocess.run(command, env=dict(os.environ, **{INSIDE: "1"}), check=False).returncode
    print(f"seed {seed}")
    folder = tempfile.mkdtemp(prefix="famplan-torture.", dir=os.environ.get("TORTURE_DIR", "/var/tmp"))
    try:
        if os.environ.get(INSIDE):
            small_disk(binaries, os.path.join(folder, "small"))
        else:
            print("not root: no disk can be made full or read-only here; that part is left out")
        harmed = os.path.join(folder, "harmed")
        os.makedirs(harmed)
        harms(binaries, harmed, int(count), random.Random(seed))
    except (Wrong, RuntimeError) as wrong:
        print(f"{wrong}\nwhat is left lies in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
