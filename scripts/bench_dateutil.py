#!/usr/bin/env python3
"""Expands the series of a file with python-dateutil, in the way that is fastest for it: naive wall times, and only
what lies in the window becomes an instant.

    bench_dateutil.py expand FILE    prints MILLISECONDS OCCURRENCES, the median of some runs
    bench_dateutil.py count FILE     prints the occurrences of each series, a line each
"""
import re
import statistics
import sys
import time
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr

RUNS = 5


def wall(seconds, zone):
    return datetime.fromtimestamp(seconds, zone).replace(tzinfo=None)


def with_wall_until(rule, zone):
    def convert(match):
        instant = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        return f"UNTIL={instant.astimezone(zone):%Y%m%dT%H%M%S}"
    return re.sub(r"UNTIL=(\w+Z)", convert, rule)


def read(path):
    with open(path, encoding="utf-8") as file:
        lower, upper = map(int, next(file).split())
        for line in file:
            start, tzid, rule = line.split()
            zone = ZoneInfo(tzid)
            dates = rruleset()
            dates.rrule(rrulestr(with_wall_until(rule, zone), dtstart=datetime.strptime(start, "%Y%m%dT%H%M%S")))
            yield dates, wall(lower, zone), wall(upper - 1, zone), zone


def instants(series):
    dates, lower, upper, zone = series
    return [date.replace(tzinfo=zone).timestamp() for date in dates.between(lower, upper, inc=True)]


def main(what, path):
    every = list(read(path))
    if what == "count":
        for series in every:
            print(len(instants(series)))
        return
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        count = sum(len(instants(series)) for series in every)
        times.append((time.perf_counter() - begin) * 1000)
    print(statistics.median(times), count)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
