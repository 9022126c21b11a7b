"""The calendar programs that `famplan agenda` is measured beside: where their data lies and how they are asked."""
import os
import shutil

import bench_calendar

KHAL = """[calendars]
[[all]]
path = {folder}/vdir
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def commands(folder, events):
    """Writes the events for each program that is installed; gives the commands that list the fourteen days."""
    first = bench_calendar.window()
    found = {}
    if shutil.which("calcurse"):
        write(f"{folder}/calcurse/apts", bench_calendar.calcurse(events))
        found["calcurse -Q"] = ["calcurse", "-D", f"{folder}/calcurse", "-Q", "--from", f"{first:%m/%d/%Y}",
                                "--days", str(bench_calendar.DAYS)]
    if shutil.which("remind"):
        write(f"{folder}/calendar.rem", bench_calendar.remind(events))
        found["remind -s"] = ["remind", "-m", "-s+2", f"{folder}/calendar.rem", f"{first:%Y/%m/%d}"]
    if shutil.which("khal"):
        write(f"{folder}/khal.conf", KHAL.format(folder=folder, zone=bench_calendar.ZONE))
        for event in events:
            write(f"{folder}/vdir/{event.number}.ics", bench_calendar.icalendar(event))
        found["khal list"] = ["khal", "-c", f"{folder}/khal.conf", "list", "-df", "", "-f", "{title}", str(first),
                              f"{bench_calendar.DAYS}d"]
    return found


def environment(folder):
    return dict(os.environ, HOME=folder, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
                TZ=bench_calendar.ZONE, LC_ALL="C.UTF-8")
