#!/usr/bin/env python3
"""Writes 1,000 mixed recurring series, always the same, to a file that every engine reads.

    bench_series.py FILE

The first line is the window, FROM TO in epoch seconds: eight weeks. The others are DTSTART TZID RRULE. Every start is
a date of its own rule, so that engines agree whether or not they count a start that the rule does not give.
"""
import random
import sys
from datetime import date, datetime, timedelta, timezone

SERIES = 1000
WINDOW = datetime(2026, 11, 23, tzinfo=timezone.utc)
WEEKS = 8
ZONES = ["Europe/Berlin"] * 6 + ["America/New_York", "America/Sao_Paulo", "Asia/Tokyo", "Pacific/Auckland"]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def weekday(day):
    return WEEKDAYS[day.weekday()]


def ordinal(day):
    return (day.day - 1) // 7 + 1


def last_of_month(day):
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def last_workday(day):
    last = last_of_month(day)
    return last - timedelta(days=max(0, last.weekday() - 4))


def last_such_weekday(day):
    last = last_of_month(day)
    return last - timedelta(days=(last.weekday() - day.weekday()) % 7)


def with_days(day, *others):
    return ",".join(name for name in WEEKDAYS if name == weekday(day) or name in others)


def early(day):
    """A day that every month has."""
    return min(day.day, 28)


# Each takes a random day and gives the start's day and its rule.
SHAPES = [
    lambda d: (d, "FREQ=DAILY"),
    lambda d: (d, "FREQ=DAILY;INTERVAL=3"),
    lambda d: (d, "FREQ=DAILY;BYDAY=" + with_days(d, "MO", "TU", "WE", "TH", "FR")),
    lambda d: (d, f"FREQ=DAILY;INTERVAL=2;BYMONTH={','.join(map(str, sorted({d.month, 1, 2, 11, 12})))}"),
    lambda d: (d, "FREQ=WEEKLY"),
    lambda d: (d, "FREQ=WEEKLY;INTERVAL=2"),
    lambda d: (d, "FREQ=WEEKLY;BYDAY=" + with_days(d, "MO", "WE", "FR")),
    lambda d: (d, "FREQ=WEEKLY;BYDAY=" + with_days(d, "MO", "TU", "WE", "TH", "FR")),
    lambda d: (d, "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=" + with_days(d, "TU", "SU")),
    lambda d: (d.replace(day=early(d)), f"FREQ=MONTHLY;BYMONTHDAY={early(d)}"),
    lambda d: (d.replace(day=15), "FREQ=MONTHLY;BYMONTHDAY=1,15,-3"),
    lambda d: (last_of_month(d), "FREQ=MONTHLY;BYMONTHDAY=-1"),
    lambda d: (d.replace(day=early(d)), "FREQ=MONTHLY;INTERVAL=3"),
    lambda d: (d, "FREQ=MONTHLY;BYDAY=" + weekday(d)),
    lambda d: (d.replace(day=early(d)), f"FREQ=MONTHLY;BYDAY={min(ordinal(d), 4)}{weekday(d.replace(day=early(d)))}"),
    lambda d: (last_such_weekday(d), f"FREQ=MONTHLY;BYDAY=-1{weekday(d)}"),
    lambda d: (last_workday(d), "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    lambda d: (d.replace(day=early(d)), "FREQ=YEARLY"),
    lambda d: (last_such_weekday(d), f"FREQ=YEARLY;BYMONTH={d.month};BYDAY=-1{weekday(d)}"),
    lambda d: (d.replace(day=early(d)), f"FREQ=YEARLY;BYMONTH={','.join(map(str, sorted({d.month, 12})))}"
                                        f";BYMONTHDAY={early(d)}"),
]
# Of five series one is counted, one has a last day, three go on.
COUNTS = {"DAILY": (200, 900), "WEEKLY": (60, 400), "MONTHLY": (8, 48), "YEARLY": (2, 6)}


def end(chance, rule, start):
    kind = chance.randrange(5)
    if kind == 0:
        frequency = rule.split(";")[0].removeprefix("FREQ=")
        return f";COUNT={chance.randint(*COUNTS[frequency])}"
    if kind == 1:
        return f";UNTIL={start + timedelta(days=chance.randint(60, 1500)):%Y%m%d}T120000Z"
    return ""


def series(chance, number):
    day = date(2023, 11, 20) + timedelta(days=chance.randrange(3 * 365))
    start, rule = SHAPES[number % len(SHAPES)](day)
    minutes = chance.randrange(6 * 4, 22 * 4) * 15
    time = f"{minutes // 60:02}{minutes % 60:02}00"
    return f"{start:%Y%m%d}T{time} {chance.choice(ZONES)} {rule}{end(chance, rule, start)}"


def main(path):
    chance = random.Random(5545)
    first = int(WINDOW.timestamp())
    with open(path, "w", encoding="utf-8") as file:
        print(first, first + WEEKS * 7 * 86_400, file=file)
        for number in range(SERIES):
            print(series(chance, number), file=file)


if __name__ == "__main__":
    main(sys.argv[1])
