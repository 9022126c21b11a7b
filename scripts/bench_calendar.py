"""The same calendar for famplan and for the programs beside it: mostly single entries, spread over two years, some
that repeat for a while. All in local time, so that nobody has zones to look up.
"""
import random
from datetime import date, datetime, time, timedelta

ZONE = "Europe/Berlin"
DAYS = 14
PARENTS, CHILDREN = ["maya", "kofi"], ["noah", "lena"]


class Event:
    """What every program is told: `every` is none, `week`, `fortnight` or `year`; `last` is the last day of those."""

    def __init__(self, number, start, minutes, every=None, last=None):
        self.number, self.start, self.minutes, self.every, self.last = number, start, minutes, every, last
        self.title = f"Entry {number}"

    @property
    def end(self):
        return self.start + timedelta(minutes=self.minutes)

    @property
    def rule(self):
        until = f";UNTIL={self.last:%Y%m%d}T225959Z"
        return {"week": "FREQ=WEEKLY" + until, "fortnight": "FREQ=WEEKLY;INTERVAL=2" + until,
                "year": "FREQ=YEARLY" + until}[self.every]


def window():
    """The Monday of this week: all programs can begin there."""
    today = date.today()
    return today - timedelta(days=today.weekday())


def events(size, days=730, before=365):
    """Over so many days, some of them before this week. Of a hundred, three are weekly, one fortnightly, one yearly; the
    others happen once."""
    chance = random.Random(5545)
    first = window() - timedelta(days=before)
    for number in range(size):
        day = first + timedelta(days=chance.randrange(days))
        start = datetime.combine(day, time(chance.randrange(7, 20), 15 * chance.randrange(4)))
        minutes = chance.choice([30, 45, 60, 90, 120])
        every = {0: "week", 1: "week", 2: "week", 3: "fortnight", 4: "year"}.get(number % 100)
        if every == "year":
            start = start.replace(day=min(start.day, 28))
        last = day + timedelta(weeks=3 * 52 if every == "year" else chance.randrange(4, 30))
        yield Event(number, start, minutes, every, last)


def household(every):
    """The household file with a family of four and these entries, as people would have them."""
    lines = [HEAD]
    for event in every:
        parent = PARENTS[event.number % 2]
        child = CHILDREN[event.number // 2 % 2]
        whose = [
            f"kind: appointment, people: [{parent}]",
            f"kind: work, people: [{parent}], stream: {parent}-work",
            f"kind: care, people: [{parent}], for: [{child}]",
            f"kind: appointment, people: [{child}, {parent}], place: office",
            "kind: family, people: [maya, kofi, noah, lena]",
        ][event.number % 5]
        rule = f", repeat: {event.rule}" if event.every else ""
        lines.append(f"  - {{ id: entry-{event.number}, title: {event.title}, {whose}, "
                     f"start: {event.start:%Y-%m-%dT%H:%M}, duration: {event.minutes}m{rule} }}\n")
    return "".join(lines)


HEAD = f"""household: {{ name: Measured, timeZone: {ZONE} }}
places:
  - {{ id: office, name: Office, minutesFromHome: 20 }}
people:
  - {{ id: maya, name: Maya, role: parent }}
  - {{ id: kofi, name: Kofi, role: parent }}
  - {{ id: noah, name: Noah, role: child, care: [ {{ days: daily, from: "06:30", to: "20:00", level: present }} ] }}
  - {{ id: lena, name: Lena, role: child, care: [ {{ days: daily, from: "06:30", to: "20:00", level: present }} ] }}
streams:
  - {{ id: maya-work, name: Work, owner: maya, kind: client }}
  - {{ id: kofi-work, name: Work, owner: kofi, kind: employment }}
entries:
"""


def calcurse(every):
    """Its `apts` file."""
    lines = []
    for event in every:
        step = {"week": "1W", "fortnight": "2W", "year": "1Y", None: ""}[event.every]
        step = f" {{{step} -> {event.last:%m/%d/%Y}}}" if step else ""
        lines.append(f"{event.start:%m/%d/%Y @ %H:%M} -> {event.end:%m/%d/%Y @ %H:%M}{step} |{event.title}\n")
    return "".join(lines)


def remind(every):
    lines = []
    for event in every:
        day, last = f"{event.start:%-d %b %Y}", f"{event.last:%-d %b %Y}"
        when = {
            None: day,
            "week": f"{day} *7 UNTIL {last}",
            "fortnight": f"{day} *14 UNTIL {last}",
            "year": f"{event.start:%-d %b} FROM {day} UNTIL {last}",
        }[event.every]
        length = f"{event.minutes // 60}:{event.minutes % 60:02}"
        lines.append(f"REM {when} AT {event.start:%H:%M} DURATION {length} MSG {event.title}\n")
    return "".join(lines)


def icalendar(event):
    """One file of a vdir."""
    rule = [f"RRULE:{event.rule}"] if event.every else []
    return "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN", "BEGIN:VEVENT", f"UID:entry-{event.number}",
        "DTSTAMP:20260101T000000Z", f"DTSTART:{event.start:%Y%m%dT%H%M%S}", f"DTEND:{event.end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{event.title}", *rule, "END:VEVENT", "END:VCALENDAR", ""])
