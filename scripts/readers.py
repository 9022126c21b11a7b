#!/usr/bin/env python3
"""What famplan exports, read by other programs: the same occurrences as famplan's own agenda.

    readers.py BIN          BIN: the folder with famplan and famplan-daemon

Readers are python-icalendar with recurring-ical-events, and khal. One that is not installed is said, and left out; with
none at all, nothing is tried and the exit code is 77.
"""
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zoneinfo

from temporary_daemon import TemporaryDaemon

# /usr/bin/python3 is where Debian's packages are.
try:
    import icalendar
    import recurring_ical_events
except ImportError:
    icalendar = None

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST, LAST = datetime.date(2026, 8, 31), datetime.date(2027, 8, 30)

# What iCalendar has its traps in, one of each.
FAMILY = """
household: { name: "Readers, and others", timeZone: Europe/Berlin }
places: [ { id: school, name: "School; old building, 2nd floor", minutesFromHome: 5 } ]
people:
  - { id: maya, name: Maya, role: parent }
  - { id: kofi, name: Kofi, role: parent }
  - { id: noah, name: Noah, role: child }
streams: [ { id: northwind, name: Northwind, owner: maya, kind: client } ]
entries:
  - { id: school, kind: school, title: School, people: [noah], place: school, start: 2026-09-01T08:15, end: 2026-09-01T14:15,
      repeat: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270702T215959Z", except: [2026-10-12/2026-10-24, 2026-11-02],
      overrides: [ { of: 2026-11-25T08:15, end: 2026-11-25T11:00 }, { of: 2026-11-26T08:15, cancelled: true } ] }
  - { id: work, kind: work, title: "Deep work, with Ærø; 👨‍👩‍👧 and a title that is long enough to be folded twice or more: %s",
      stream: northwind, people: [maya], start: 2026-09-01T09:00, duration: 3h, repeat: "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=60",
      also: [2026-12-24T09:00, 2026-12-26], overrides: [ { of: 2026-10-06T09:00, start: 2026-10-07T13:00, duration: 2h } ] }
  - { id: call, kind: appointment, title: Call, people: [kofi], start: 2026-09-03T09:00, duration: 45m,
      timeZone: America/New_York, repeat: FREQ=MONTHLY;BYDAY=1TH }
  - { id: tokyo, kind: away, title: Tokyo, people: [kofi], start: 2026-10-20T20:00, duration: 90h, timeZone: Asia/Tokyo }
  - { id: utc, kind: appointment, title: Launch, start: 2026-10-10T10:00, duration: 1h, timeZone: UTC, repeat: FREQ=WEEKLY }
  - { id: night, kind: away, title: Night shift, people: [kofi], start: 2026-10-24T22:00, duration: 9h }
  - { id: holidays, kind: family, title: Holidays, people: [maya, kofi, noah], start: 2026-12-21, end: 2027-01-03 }
  - { id: bins, kind: appointment, title: Bins, start: 2026-09-04, repeat: FREQ=WEEKLY;INTERVAL=2, except: [2026-12-25],
      overrides: [ { of: 2027-01-08, start: 2027-01-09 } ] }
  - { id: watch, kind: away, title: Watch, people: [kofi], start: 2026-10-20T22:00, duration: 8h, repeat: "FREQ=DAILY;COUNT=10" }
  - { id: odd, kind: appointment, title: Odd, start: 2026-10-21T22:00, duration: 1h, repeat: "FREQ=WEEKLY;BYDAY=MO;COUNT=4" }
  - { id: once, kind: appointment, title: "Dentist \\\\ teeth?", people: [noah], start: 2027-03-27T23:30, duration: 5h, tentative: true }
""" % ("word " * 20)


def main(binaries):
    readers = [reader for reader in (Python(), Khal()) if reader.is_there()]
    if not readers:
        print("nothing was read: neither recurring-ical-events nor khal is installed "
              "(scripts/system-libraries.sh --tests installs them)", file=sys.stderr)
        return 77
    failures = 0
    with open(os.path.join(HERE, "../config/household.example.yaml"), encoding="utf-8") as example:
        households = {"the example household": example.read(), "one with every trap": FAMILY}
    for name, text in households.items():
        with tempfile.TemporaryDirectory(prefix="famplan-readers-") as folder:
            calendar, agenda = written(binaries, folder, text)
            for reader in readers:
                failures += compare(name, reader, reader.occurrences(calendar, folder), agenda)
    return 1 if failures else 0


def written(binaries, folder, text):
    """The calendar file and the agenda of a household."""
    daemon = TemporaryDaemon(binaries, folder)
    daemon.start()
    try:
        path = os.path.join(folder, "household.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        run(daemon, "apply", path, "--yes")
        calendar = os.path.join(folder, "family.ics")
        run(daemon, "export", "-o", calendar)
        agenda = json.loads(run(daemon, "agenda", "--from", str(FIRST), "--to", str(LAST), "--json"))
        return calendar, [famplan_item(item) for item in agenda["items"]]
    finally:
        daemon.stop()


def run(daemon, *arguments):
    done = daemon.famplan(*arguments)
    if done.returncode != 0:
        raise RuntimeError(f"famplan {' '.join(arguments)}: {done.stderr or done.stdout}")
    return done.stdout


def famplan_item(item):
    return (item["title"], instant(item["start"]), instant(item["end"]), item["allDay"])


def instant(text):
    return int(datetime.datetime.fromisoformat(text).timestamp())


def compare(name, reader, theirs, ours):
    """Says what differs; 1 if anything does."""
    ours = sorted(set(reader.as_it_shows(item) for item in ours))
    theirs = sorted(set(theirs))
    if ours == theirs:
        print(f"{reader.name}: the same {len(ours)} occurrences of {name}")
        return 0
    print(f"{reader.name}: not the same occurrences of {name}")
    for sign, items in (("only famplan", set(ours) - set(theirs)), ("only " + reader.name, set(theirs) - set(ours))):
        for item in sorted(items)[:12]:
            print(f"    {sign}: {item}")
    return 1


class Python:
    """Libraries: occurrences to the second."""
    name = "recurring-ical-events"
    zone = zoneinfo.ZoneInfo("Europe/Berlin")

    def is_there(self):
        if icalendar is None:
            print(f"{self.name} is not installed: not tried", file=sys.stderr)
        return icalendar is not None

    def occurrences(self, path, _folder):
        with open(path, "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        for event in recurring_ical_events.of(calendar).between(FIRST, LAST):
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            is_day = not isinstance(start, datetime.datetime)
            yield (str(event["SUMMARY"]), self.second(start), self.second(end), is_day)

    def second(self, moment):
        if not isinstance(moment, datetime.datetime):
            moment = datetime.datetime(moment.year, moment.month, moment.day, tzinfo=self.zone)
        return int(moment.timestamp())

    def as_it_shows(self, item):
        return item


class Khal:
    """A program: the day on which each occurrence is shown, and when it begins."""
    name = "khal"
    zone = zoneinfo.ZoneInfo("Europe/Berlin")

    def is_there(self):
        if shutil.which("khal") is None:
            print("khal is not installed: not tried", file=sys.stderr)
        return shutil.which("khal") is not None

    def occurrences(self, path, folder):
        settings = os.path.join(folder, "khal.conf")
        calendar = os.path.join(folder, "calendar")
        shutil.rmtree(calendar, ignore_errors=True)
        os.makedirs(calendar)
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f"[calendars]\n[[family]]\npath = {calendar}\n[locale]\nlocal_timezone = Europe/Berlin\n"
                       "default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                       "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
                       f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {folder}/khal.db\n")
        environment = dict(os.environ, HOME=folder, TZ="Europe/Berlin", XDG_CONFIG_HOME=folder)
        khal = ["khal", "-c", settings]
        subprocess.run([*khal, "import", "--batch", "-a", "family", path], env=environment, check=True,
                       capture_output=True)
        out = subprocess.run([*khal, "list", "--notstarted", "--day-format", "", "--format",
                              "{start-long-full}\t{title}", str(FIRST), str(LAST - datetime.timedelta(days=1))],
                             env=environment, check=True, capture_output=True, text=True).stdout
        for line in out.splitlines():
            if "\t" in line:
                when, title = line.split("\t", 1)
                yield (" ".join(when.split()), " ".join(title.split()))

    def as_it_shows(self, item):
        title, start, _, _ = item
        # A day has the midnight with which it begins.
        moment = datetime.datetime.fromtimestamp(start, self.zone)
        return (moment.strftime("%Y-%m-%d %H:%M"), " ".join(title.split()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
