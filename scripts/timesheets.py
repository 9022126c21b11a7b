#!/usr/bin/env python3
"""What famplan logs, read by hledger and Timewarrior: the same hours; and their files, read by famplan: the same totals.

    timesheets.py BIN       BIN: the folder with famplan and famplan-daemon

A year of times, many on the days on which the clock is put forward and back and over midnight. All begin and end at minutes
that three divides: hledger tells hundredths of an hour of each piece of a day. A program that is not installed is said, and
left out; with neither, nothing is tried and the exit code is 77.
"""
import collections
import datetime
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zoneinfo

from temporary_daemon import TemporaryDaemon

ZONE = zoneinfo.ZoneInfo("Europe/Berlin")
# The year before this one is over, whenever this is run.
YEAR = datetime.date.today().year - 1
FIRST, LAST = f"{YEAR}-01-01", f"{YEAR + 1}-01-01"
FAMILY = """
household: { name: Timesheets, timeZone: Europe/Berlin }
people:
  - { id: maya, name: Maya, role: parent }
  - { id: kofi, name: Kofi, role: parent }
  - { id: noah, name: Noah, role: child }
  - { id: lena, name: Lena, role: child }
streams:
  - { id: northwind, name: Northwind, owner: maya, kind: client, client: "Northwind, Ltd" }
  - { id: admin, name: Admin, owner: maya, kind: admin }
  - { id: job, name: Job, owner: kofi, kind: employment }
"""
WHAT = {"maya": ["northwind", "admin", "care:noah", "care:noah,lena"], "kofi": ["job", "care:lena"]}
NOTES = [None, "offer", 'a "quoted" one, with ; and \\ in it', "Ærø 👨‍👩‍👧", "#5 – call"]


def main(binaries):
    programs = {name: shutil.which(name) for name in ["hledger", "timew"]}
    if not any(programs.values()):
        print("neither hledger nor Timewarrior is installed: nothing tried")
        return 77
    with tempfile.TemporaryDirectory(prefix="famplan-times-") as folder:
        with Household(binaries, folder, "first") as household:
            times = log(household)
            expected = totals(times)
            check("famplan's own log", household.totals(), expected)
            print(f"{len(times)} times of {YEAR}, {sum(expected.values()) / 3600:.1f} h; {household.midnights} go over midnight, "
                  f"{household.changes} over a clock change")
            check("there are some of both", (household.midnights > 0, household.changes > 0), (True, True))
            if programs["hledger"]:
                read_by_hledger(household, expected, folder)
            else:
                print("hledger is not installed: left out")
            if programs["timew"]:
                read_by_timewarrior(household, expected, folder)
            else:
                print("timew is not installed: left out")
            texts = {name: household.export(name) for name in ["timeclock", "timewarrior", "timewarrior-json"]}
        for name, text in texts.items():
            taken_back(binaries, folder, name, text, expected)
        if programs["timew"]:
            taken_from_timewarrior(binaries, folder, expected)
        if programs["hledger"]:
            taken_from_timeclock(binaries, folder)
    return 0


# What is logged


def log(household):
    """Times of both parents that do not overlap; gives (person, what, seconds)."""
    dice, times = random.Random(7), []
    for person, things in WHAT.items():
        moment = datetime.datetime(YEAR, 1, 5, 7, 0, tzinfo=datetime.timezone.utc)
        for day in special_days() + [None] * 60:
            if day:
                moment = max(moment, day - datetime.timedelta(hours=5))
            for _ in range(8 if day else 3):
                moment += datetime.timedelta(minutes=3 * dice.randrange(0, 60))
                length = datetime.timedelta(minutes=3 * dice.randrange(1, 80))
                add(household, times, person, dice.choice(things), moment, moment + length, dice.choice(NOTES))
                moment += length
            if not day:
                moment += datetime.timedelta(hours=dice.randrange(1, 30))
            if moment.year != YEAR or moment.month == 12:
                break
    return times


def special_days():
    """Midnights, in UTC, of the days on which the clock is put forward and back, and of one in between."""
    def last_sunday(month):
        day = datetime.date(YEAR, month, 31)
        return day - datetime.timedelta(days=(day.weekday() + 1) % 7)
    days = [last_sunday(3), datetime.date(YEAR, 6, 30), last_sunday(10)]
    return [datetime.datetime(d.year, d.month, d.day, tzinfo=ZONE).astimezone(datetime.timezone.utc) for d in days]


def add(household, times, person, what, start, end, note):
    household.daemon.request("POST", "/v1/log", {
        "what": [what], "from": start.isoformat(), "to": end.isoformat(), "person": person, "note": note,
        "isPrivate": False, "dryRun": False,
    })
    times.append((person, what, int((end - start).total_seconds())))
    first, last = start.astimezone(ZONE), end.astimezone(ZONE)
    household.changes += first.utcoffset() != last.utcoffset()
    household.midnights += first.date() != last.date()


def totals(times):
    """Seconds by person and what; children in the household's order."""
    sums = collections.Counter()
    for person, what, seconds in times:
        sums[person, what.removeprefix("care:")] += seconds
    return dict(sums)


class Household:
    """A daemon with the family and no time logged."""

    def __init__(self, binaries, folder, name):
        self.folder = os.path.join(folder, name)
        os.mkdir(self.folder)
        self.daemon = TemporaryDaemon(binaries, self.folder)
        # How many of its times go over a clock change, and over a midnight.
        self.changes = self.midnights = 0

    def __enter__(self):
        self.daemon.start()
        self.famplan("apply", "-", "--yes", input=FAMILY)
        return self

    def __exit__(self, *_):
        self.daemon.stop()

    def famplan(self, *arguments, **options):
        done = self.daemon.famplan(*arguments, **options)
        if done.returncode != 0:
            raise SystemExit(f"famplan {' '.join(arguments)}: {done.stderr or done.stdout}")
        return done.stdout

    def export(self, name):
        return self.famplan("log", "export", "--format", name, "--from", FIRST, "--to", LAST)

    def take(self, text, *options):
        return json.loads(self.famplan("log", "import", "-", "--json", *options, input=text))

    def totals(self):
        log = self.daemon.request("GET", f"/v1/log?from={FIRST}&to={LAST}")
        sums = collections.Counter()
        for time in log["times"]:
            sums[time["person"], time.get("stream") or ",".join(time["for"])] += round(time["minutes"] * 60)
        return dict(sums)


# Their reading


def read_by_hledger(household, expected, folder):
    file = os.path.join(folder, "log.timeclock")
    with open(file, "w", encoding="utf-8") as output:
        output.write(household.export("timeclock"))
    check("hledger", hledger(file), expected)


def hledger(file):
    """Seconds by person and what."""
    rows = run(["hledger", "-f", f"timeclock:{file}", "balance", "--flat", "--no-total", "--output-format", "csv"])
    sums = {}
    for line in rows.splitlines()[1:]:
        account, hours = re.fullmatch(r'"(.*)","([\d.,]+)h"', line).groups()
        person, _, what = account.split(":")
        sums[person, what] = round(float(hours.replace(",", "")) * 3600)
    return sums


def read_by_timewarrior(household, expected, folder):
    home = warrior(folder, "warrior")
    for line in household.export("timewarrior").splitlines(keepends=True):
        with open(os.path.join(home, "data", f"{line[4:8]}-{line[8:10]}.data"), "a", encoding="utf-8") as data:
            data.write(line)
    check("timew export", exported(home), expected)
    for (person, what), seconds in expected.items():
        # A tag for each child: those of both are also those of one.
        if "," not in what and what not in ("noah", "lena"):
            said = run(["timew", ":yes", "summary", FIRST, "-", LAST, person, what], home)
            hours, minutes, rest = re.findall(r"(\d+):(\d\d):(\d\d)\s*$", said.rstrip())[-1]
            check(f"timew summary {person} {what}", int(hours) * 3600 + int(minutes) * 60 + int(rest), seconds)


def warrior(folder, name):
    home = os.path.join(folder, name)
    os.makedirs(os.path.join(home, "data"))
    return home


def exported(home):
    """Seconds by person and what, of `timew export`."""
    sums = collections.Counter()
    for interval in json.loads(run(["timew", ":yes", "export"], home).partition("[")[2].join(["[", ""])):
        tags = set(interval["tags"])
        person = (tags & {"maya", "kofi"}).pop()
        streams = tags & {"northwind", "admin", "job"}
        what = streams.pop() if streams else ",".join(child for child in ["noah", "lena"] if child in tags)
        start, end = (datetime.datetime.strptime(interval[key], "%Y%m%dT%H%M%SZ") for key in ["start", "end"])
        sums[person, what] += int((end - start).total_seconds())
    return dict(sums)


# Our reading


def taken_back(binaries, folder, name, text, expected):
    with Household(binaries, folder, f"again-{name}") as household:
        answer = household.take(text)
        check(f"{name} taken back", household.totals(), expected)
        again = household.take(text)
        check(f"{name} taken back twice", (again["added"], again["unchanged"]), (0, answer["added"]))
        check(f"{name} written anew", household.export(name), text)


def taken_from_timewarrior(binaries, folder, expected):
    """What `timew export` writes of our times, and what Timewarrior wrote by itself."""
    with Household(binaries, folder, "from-export") as household:
        household.take(run(["timew", ":yes", "export"], os.path.join(folder, "warrior")).partition("[")[2].join(["[", ""]))
        check("timew export taken over", household.totals(), expected)
    home = warrior(folder, "tracked")
    for start, end in [("06-01T08:00", "06-01T09:30"), ("06-30T23:00", "07-01T01:15")]:
        run(["timew", ":yes", "track", f"{YEAR}-{start}", "-", f"{YEAR}-{end}", "maya", "Northwind"], home)
    run(["timew", ":yes", "annotate", "@1", 'over "midnight"'], home)
    files = sorted(file for file in os.listdir(os.path.join(home, "data")) if re.fullmatch(r"\d+-\d+\.data", file))
    with Household(binaries, folder, "from-data") as household:
        for file in files:
            with open(os.path.join(home, "data", file), encoding="utf-8") as data:
                household.take(data.read())
        check("Timewarrior's data taken over", household.totals(), {("maya", "northwind"): 13_500})


def taken_from_timeclock(binaries, folder):
    """A timeclock file as people write it, with other accounts."""
    text = f"""; my hours
i {YEAR}-06-01 08:00 clients:northwind  offer
o {YEAR}-06-01 09:30
i {YEAR}/06/30 23:00:00 clients:northwind
o {YEAR}/07/01 01:15:00
i {YEAR}-07-02 09:00 office:mail  ; letters
o {YEAR}-07-02 09:45
"""
    file = os.path.join(folder, "hours.timeclock")
    with open(file, "w", encoding="utf-8") as output:
        output.write(text)
    said = run(["hledger", "-f", f"timeclock:{file}", "balance", "--flat", "--no-total", "--output-format", "csv"])
    hours = {line.split('"')[1]: float(line.split('"')[3].rstrip("h")) for line in said.splitlines()[1:]}
    with Household(binaries, folder, "from-timeclock") as household:
        household.take(text, "--who", "maya", "--map", "mail=admin")
        expected = {
            ("maya", "northwind"): round(hours["clients:northwind"] * 3600),
            ("maya", "admin"): round(hours["office:mail"] * 3600),
        }
        check("a timeclock file taken over", household.totals(), expected)


# Parts


def run(command, home=None):
    environment = dict(os.environ, TZ="Europe/Berlin", LC_ALL="C.UTF-8")
    if home:
        environment["TIMEWARRIORDB"] = home
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {done.stderr or done.stdout}")
    return done.stdout


def check(name, got, wanted):
    if got != wanted:
        print(f"{name}: DIFFERENT\n  got     {got}\n  wanted  {wanted}")
        raise SystemExit(1)
    print(f"{name}: the same")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
