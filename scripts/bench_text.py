"""Reading calendar text into components: famplan beside libical and python-icalendar, on a file of 5 MB."""
import os
import statistics
import sys

from bench_report import output, ratio

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 3
SIZE = 5_000_000
TITLES = ["Zahnärztin", "Deep work", "Football practice, with shoes", "Parent–teacher meeting", "Bins"]


def text(report, bench):
    report.heading("Reading calendar text: 5 MB, into components with every line")
    path = os.path.join(bench.work, "text.ics")
    with open(path, "wb") as file:
        file.write(calendar())
    size = os.path.getsize(path)
    engines = {"famplan": [f"{bench.binaries}/famplan-bench", "parse", path]}
    if os.environ.get("BENCH_LIBICAL"):
        engines["libical"] = [os.environ["BENCH_LIBICAL"], "parse", path]
    if os.environ.get("BENCH_ICALENDAR"):
        engines["python-icalendar"] = [os.environ["BENCH_ICALENDAR"], f"{HERE}/bench_text.py", path]
    speeds, events = {name: [] for name in engines}, {}
    for number in range(ROUNDS):
        for name, command in engines.items():
            # Ten seconds and more for one.
            if number == 0 or name != "python-icalendar":
                time, events[name] = output(command).split()
                speeds[name].append(size / 1e3 / float(time))
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    report.table(["engine", "median", "events", "of famplan's speed"],
                 [[name, f"{speed:.1f} MB/s", events[name], ratio(speed / medians["famplan"])]
                  for name, speed in medians.items()])
    report.target("at least 30 MB/s", f"{medians['famplan']:.0f} MB/s", medians["famplan"] >= 30)
    if len(set(events.values())) > 1:
        report.failure("text", f"engines read different numbers of events: {events}")


def calendar():
    """As calendars are: folded lines, parameters between quotes, alarms, what only one producer knows."""
    lines, size, number = [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//bench//EN"], 0, 0
    while size < SIZE:
        number += 1
        event = [folded(line.encode()) for line in event_lines(number)]
        size += sum(len(line) + 2 for line in event)
        lines += event
    return b"\r\n".join([*lines, b"END:VCALENDAR", b""])


def event_lines(number):
    day, hour = f"202609{1 + number % 28:02}", 8 + number % 10
    yield from ["BEGIN:VEVENT", f"UID:event-{number}@example.com", "DTSTAMP:20260901T080000Z"]
    yield from [f"DTSTART;TZID=Europe/Berlin:{day}T{hour:02}0000", f"DTEND;TZID=Europe/Berlin:{day}T{hour + 1:02}0000"]
    yield from [f"SUMMARY:{TITLES[number % 5]}", "LOCATION:Old school\\, second floor"]
    yield "DESCRIPTION:" + "Bring the form\\nand a pen; the door at the back is open from eight. " * (number % 4)
    yield f'ATTENDEE;CN="Doe, John {number}";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:john{number}@example.com'
    yield "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=School:geo:48.2,16.37"
    if number % 3 == 0:
        yield "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20"
    if number % 4 == 0:
        yield from ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Reminder", "TRIGGER:-PT15M", "END:VALARM"]
    yield "END:VEVENT"


def folded(line):
    parts = []
    while len(line) > 75:
        cut = 75
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(line[:cut])
        line = b" " + line[cut:]
    return b"\r\n".join([*parts, line])


def python_icalendar(path):
    """Prints MILLISECONDS EVENTS."""
    import time

    import icalendar
    with open(path, "rb") as file:
        content = file.read()
    begin = time.perf_counter()
    parsed = icalendar.Calendar.from_ical(content)
    print((time.perf_counter() - begin) * 1000, sum(1 for part in parsed.subcomponents if part.name == "VEVENT"))


if __name__ == "__main__":
    python_icalendar(sys.argv[1])
