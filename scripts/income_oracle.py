#!/usr/bin/env python3
"""What `famplan income` says, held to the cent against a calculation of its own: random streams, plans and logs.

    income_oracle.py BIN [--streams N] [--rounds N] [--seed N]      BIN: the folder with famplan and famplan-daemon

Each round makes a household of so many streams (hourly, daily, monthly, for the whole; rates that change in the middle of a
month; revenue, targets, archived streams; four currencies), with plans and logged times in a year with both changes of the
clocks, and asks a real daemon for months, for days that cut months, and for years, by stream, person and client. Nothing of
famplan's is used to calculate: dates and zones are Python's, money is fractions.
"""
import argparse
import bisect
import datetime as dt
import json
import os
import random
import sqlite3
import sys
import tempfile
import zoneinfo
from collections import defaultdict
from fractions import Fraction

from temporary_daemon import TemporaryDaemon

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
DECIMALS = {"EUR": 2, "USD": 2, "JPY": 0, "KWD": 3}
EXCHANGE = {"USD": "0.9213", "JPY": "0.006178"}  # KWD has no rate: it is never added up
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
FOREVER = dt.date(9000, 1, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--streams", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    figures = 0
    for seed in range(options.seed, options.seed + options.rounds):
        family = Family(random.Random(seed), options.streams)
        figures += compare(options.binaries, family, seed)
    print(f"{figures:,} figures of {options.rounds} × {options.streams} streams are the same, to the cent")


def compare(binaries, family, seed):
    with tempfile.TemporaryDirectory(prefix="income-") as folder:
        daemon = TemporaryDaemon(binaries, folder)
        path = os.path.join(folder, "household.yaml")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(family.household, file, indent=1)
        daemon.start("--now", family.now.isoformat())
        try:
            applied = daemon.famplan("apply", path, "--yes")
            if applied.returncode:
                sys.exit(f"famplan apply: {applied.stderr.strip()[:2000]}")
        finally:
            daemon.stop()
        family.write_log(daemon.database)
        daemon.start("--now", family.now.isoformat())
        try:
            return sum(check(daemon, family, seed, days) for days in family.ranges())
        finally:
            daemon.stop()


def check(daemon, family, seed, days):
    count = 0
    for by, key in [("stream", lambda s: s["id"]), ("person", lambda s: s["owner"]),
                    ("client", lambda s: s.get("client"))]:
        answer = daemon.request("GET", f"/v1/income?from={days[0]}&to={days[1]}&by={by}")
        expected = family.groups(days, by, key)
        said = {group.get("id"): group for group in answer["groups"]}
        for name in expected.keys() | said.keys():
            count += same(family, seed, (days, by, name), said.get(name), expected.get(name))
    count += same(family, seed, (days, "all", None), answer["total"], family.total(days))
    for forecast in answer["forecasts"]:
        days = tuple(dt.date.fromisoformat(forecast[end]) for end in ("from", "to"))
        count += same(family, seed, (days, forecast["period"], None), forecast["all"], family.total(days))
    return count


def same(family, seed, place, said, expected):
    """Stops at the first difference; gives how many figures were looked at."""
    nothing = {"money": [], "billableMinutes": 0, "otherMinutes": 0, "adminMinutes": 0}
    count = 0
    for side in ("planned", "actual", "expected"):
        mine = expected[side] if expected else nothing
        theirs = said[side] if said else nothing
        for key in ("money", "total", "hourly", "billableMinutes", "otherMinutes", "adminMinutes"):
            if said is None and key in ("total", "hourly"):
                continue
            if mine.get(key) != theirs.get(key):
                sys.exit(f"seed {seed}, {family.zone}, {place}, {side} {key}: famplan says {theirs.get(key)}, "
                         f"and it is {mine.get(key)}")
            count += 1
    if (said or {}).get("target", []) != (expected or {}).get("target", []):
        sys.exit(f"seed {seed}, {place}: famplan's target is {said and said['target']}, and it is {expected['target']}")
    return count + 1


class Family:
    """A random household, and what its streams bring."""

    def __init__(self, dice, streams):
        self.dice = dice
        self.zone = dice.choice(ZONES)
        self.tz = zoneinfo.ZoneInfo(self.zone)
        self.now = self.instant(dt.datetime(2026, dice.randint(4, 11), dice.randint(1, 28), dice.randint(0, 23), 17))
        self.today = self.now.astimezone(self.tz).date()
        self.streams = [self.stream(number) for number in range(streams)]
        self.entries, planned = [], defaultdict(list)
        for number in range(streams * 2 // 3):
            self.plan(number, planned)
        logged = self.log()
        self.work = {stream["id"]: self.sides(planned[stream["id"]], logged[stream["id"]]) for stream in self.streams}
        people = [{"id": "maya", "role": "parent"}, {"id": "kofi", "role": "parent"}]
        self.household = {
            "household": {"name": "Oracle", "timeZone": self.zone, "currency": "EUR", "exchange": EXCHANGE},
            "people": people, "streams": self.streams, "entries": self.entries,
        }

    # What there is

    def date(self):
        return FIRST + dt.timedelta(days=self.dice.randrange((LAST - FIRST).days))

    def amount(self):
        return self.dice.choice(["95.00", "0.33", "110.5", "87.125", "2450.00", "12000", "0.000001", "999.99", "1",
                                 f"{self.dice.randint(1, 99999)}.{self.dice.randint(0, 999999):06}"])

    def money(self, **more):
        money = {"amount": self.amount(), **more}
        if self.dice.random() < 0.3:
            money["currency"] = self.dice.choice(list(DECIMALS))
        return money

    def dated(self, most, **more):
        """Some of what holds from days on."""
        dates = sorted({self.date() for _ in range(self.dice.randint(0, most))})
        if dates and self.dice.random() < 0.5:
            dates[0] = None
        return [self.money(**({"from": str(date)} if date else {}),
                           **{key: self.dice.choice(values) for key, values in more.items()}) for date in dates]

    def stream(self, number):
        dice = self.dice
        stream = {"id": f"stream-{number}", "owner": dice.choice(["maya", "kofi"]),
                  "kind": dice.choice(["client", "client", "employment", "product", "admin"])}
        if dice.random() < 0.6:
            stream["client"] = f"Client {dice.randint(1, 9)}"
        if dice.random() < 0.2:
            stream["billable"] = dice.random() < 0.5
        if dice.random() < 0.3:
            stream["currency"] = dice.choice(list(DECIMALS))
        stream["rates"] = self.dated(4, per=["hour", "hour", "day", "month", "project"])
        if dice.random() < 0.3:
            stream["revenue"] = self.dated(3)
        if dice.random() < 0.5:
            stream["budget"] = {"hours": f"{dice.randint(1, 40)}h"}
        if dice.random() < 0.4:
            stream["target"] = self.amount()
        if dice.random() < 0.2:
            stream["archived"] = str(self.date())
        if dice.random() < 0.3:
            stream["deadlines"] = [{"id": f"due-{index}", "due": f"{self.date()}T18:00", "remaining": "1h"}
                                   for index in range(2)]
        return stream

    def wall(self):
        """Often about midnight, and where the clocks change."""
        hour, minute = self.dice.choice([(9, 0), (23, 0), (1, 30), (2, 15), (3, 0), (0, 0), (14, 45), (18, 20)])
        return dt.datetime.combine(self.date(), dt.time(hour, minute))

    def plan(self, number, planned):
        stream = self.dice.choice(self.streams)
        start, minutes = self.wall(), self.dice.choice([30, 45, 60, 100, 180, 301])
        times = self.dice.choice([1, 1, 5, 20])
        entry = {"id": f"work-{number}", "kind": "work", "stream": stream["id"], "people": [stream["owner"]],
                 "start": start.isoformat(timespec="minutes"), "duration": f"{minutes}m"}
        if times > 1:
            entry["repeat"] = f"FREQ=WEEKLY;COUNT={times}"
        self.entries.append(entry)
        for week in range(times):
            begin = self.instant(start + dt.timedelta(weeks=week)).timestamp()
            planned[stream["id"]].append((stream["owner"], int(begin), int(begin) + minutes * 60))

    def log(self):
        """Nobody has two at once."""
        logged = defaultdict(list)
        self.rows = []
        for person in ("maya", "kofi"):
            moment = int(self.instant(dt.datetime(2026, 1, 1)).timestamp())
            while True:
                moment += self.dice.choice([0, 60, 1800, 7 * 3600, 20 * 3600, 61 * 3600 + 7])
                end = moment + self.dice.choice([1, 59, 900, 3600, 5400, 3 * 3600, 9 * 3600])
                if end > self.now.timestamp():
                    break
                stream = self.dice.choice(self.streams)["id"]
                logged[stream].append((person, moment, end))
                self.rows.append((person, stream, moment, end))
                moment = end
        return logged

    def write_log(self, database):
        with sqlite3.connect(database) as connection:
            connection.executemany(
                "INSERT INTO logged_time (person, stream, starts, ends, private) VALUES (?, ?, ?, ?, 0)", self.rows)
        connection.close()

    def ranges(self):
        yield FIRST, LAST
        yield FIRST, dt.date(2027, 2, 10)
        yield self.today.replace(day=1), self.today
        for month in range(1, 13):
            yield dt.date(2026, month, 1), following(dt.date(2026, month, 1))
        for _ in range(12):
            start, end = sorted([self.date(), self.date() + dt.timedelta(days=1)])
            if start < end:
                yield start, end

    # Time

    def instant(self, wall):
        """The first of two; one that does not exist by the offset before the gap."""
        return wall.replace(tzinfo=self.tz, fold=0).astimezone(dt.timezone.utc)

    def midnight(self, date):
        return int(self.instant(dt.datetime.combine(date, dt.time())).timestamp())

    def day(self, moment):
        return dt.datetime.fromtimestamp(moment, self.tz).date()

    def sides(self, planned, logged):
        now = self.now.timestamp()
        months = {self.day(start).replace(day=1) for _, start, _ in logged}
        rest = [(person, max(start, int(now)) if self.day(start).replace(day=1) in months else start, end)
                for person, start, end in planned
                if end > now or self.day(start).replace(day=1) not in months]
        return {"planned": Days(self, planned), "actual": Days(self, logged), "expected": Days(self, logged + rest)}

    # Money

    def groups(self, days, by, key):
        figures = {stream["id"]: self.figures(stream, days) for stream in self.streams}
        owners = defaultdict(list)
        for stream in self.streams:
            owners[stream["owner"]].append(stream)
        grouped = defaultdict(list)
        for stream in self.streams:
            if by == "client" and stream["kind"] == "admin":
                continue
            own = figures[stream["id"]]
            if by != "person" and stream["kind"] != "admin":
                own = self.with_admin(own, [figures[other["id"]] for other in owners[stream["owner"]]])
            grouped[key(stream)].append(own)
        return {name: self.written(group) for name, group in grouped.items()}

    def total(self, days):
        return self.written([self.figures(stream, days) for stream in self.streams])

    def with_admin(self, own, others):
        shared = dict(own)
        for side in ("planned", "actual", "expected"):
            admin = sum(other[side]["admin"] for other in others)
            hours = sum(other[side]["billable"] + other[side]["other"] for other in others)
            mine = own[side]["billable"] + own[side]["other"]
            shared[side] = {**own[side], "admin": Fraction(admin * mine, hours) if hours else Fraction(0)}
        return shared

    def figures(self, stream, days):
        figures = {"target": self.target(stream, days)}
        billable = stream.get("billable", stream["kind"] != "admin")
        for side, work in self.work[stream["id"]].items():
            seconds = work.between(*days)
            paid = self.today if side == "actual" else FOREVER
            lines = [self.month(stream, billable, work, part, paid) for part in months(*days)]
            figures[side] = {
                "billable": seconds if billable and stream["kind"] != "admin" else 0,
                "other": seconds if not billable and stream["kind"] != "admin" else 0,
                "admin": Fraction(seconds if stream["kind"] == "admin" else 0),
                "money": added(rounded(line) for line in lines),
            }
        return figures

    def month(self, stream, billable, work, days, paid):
        """Day for day."""
        line = defaultdict(Fraction)
        usual = stream.get("currency", "EUR")
        end = dt.date.fromisoformat(stream["archived"]) if "archived" in stream else FOREVER
        for date in dates(*days):
            if date >= end:
                break
            length = (following(date.replace(day=1)) - date.replace(day=1)).days
            rate = holding(stream["rates"], date)
            if rate:
                value, currency = Fraction(rate["amount"]), rate.get("currency", usual)
                if rate["per"] == "month":
                    line[currency] += value / length if date < paid else 0
                elif billable and rate["per"] == "hour":
                    line[currency] += value * work.seconds[date] / 3600
                elif billable and rate["per"] == "day":
                    line[currency] += value if date in work.begun else 0
                elif billable:
                    line[currency] += value * self.progress(stream, rate, work, date, paid)
            revenue = holding(stream.get("revenue", []), date)
            if revenue and date < paid:
                line[revenue.get("currency", usual)] += Fraction(revenue["amount"]) / length
        return line

    def progress(self, stream, rate, work, date, paid):
        if "budget" not in stream:
            due = max((deadline["due"][:10] for deadline in stream.get("deadlines", [])), default=None)
            return int(due == str(date) and date < paid)
        budget = int(stream["budget"]["hours"][:-1]) * 3600
        begin = dt.date.fromisoformat(rate["from"]) if "from" in rate else dt.date(1990, 1, 1)
        tomorrow = date + dt.timedelta(days=1)
        return Fraction(min(work.between(begin, tomorrow), budget) - min(work.between(begin, date), budget), budget)

    def target(self, stream, days):
        if "target" not in stream:
            return {}
        end = dt.date.fromisoformat(stream["archived"]) if "archived" in stream else FOREVER
        currency = stream.get("currency", "EUR")
        lines = []
        for start, stop in months(*days):
            length = (following(start.replace(day=1)) - start.replace(day=1)).days
            living = sum(1 for date in dates(start, stop) if date < end)
            if living:
                lines.append(rounded({currency: Fraction(stream["target"]) * living / length}))
        return added(lines)

    def written(self, group):
        """As famplan writes the sum of some streams."""
        written = {"target": items(added(one["target"] for one in group))}
        for side in ("planned", "actual", "expected"):
            sums = {key: sum(one[side][key] for one in group) for key in ("billable", "other", "admin")}
            money = added(one[side]["money"] for one in group)
            written[side] = {
                "money": items(money), "billableMinutes": minutes(sums["billable"]),
                "otherMinutes": minutes(sums["other"]), "adminMinutes": minutes(sums["admin"]),
            }
            total = in_euros(money)
            if total is not None:
                written[side]["total"] = item("EUR", total)
            hourly = self.hourly(money, total, sum(sums.values()))
            if hourly:
                written[side]["hourly"] = hourly
        return written

    def hourly(self, money, total, seconds):
        if not seconds or not money or (len(money) > 1 and total is None):
            return None
        currency, units = next(iter(money.items())) if len(money) == 1 else ("EUR", total)
        return item(currency, round(Fraction(units * 3600) / seconds))


class Days:
    """Work by local days, what overlaps of one person once."""

    def __init__(self, family, pieces):
        self.seconds, self.begun = defaultdict(int), set()
        known = {}
        for person, start, end in sorted(pieces):
            self.begun.add(family.day(start))
            start = max(start, known.get(person, start))
            known[person] = max(end, known.get(person, end))
            while start < end:
                date = family.day(start)
                stop = min(end, family.midnight(date + dt.timedelta(days=1)))
                self.seconds[date] += stop - start
                start = stop
        self.order = sorted(self.seconds)
        self.sums = [0]
        for date in self.order:
            self.sums.append(self.sums[-1] + self.seconds[date])

    def between(self, start, end):
        if end <= start:
            return 0
        return self.sums[bisect.bisect_left(self.order, end)] - self.sums[bisect.bisect_left(self.order, start)]


def holding(values, date):
    """The last that has begun."""
    begun = [value for value in values if value.get("from", "") <= str(date)]
    return begun[-1] if begun else None


def dates(start, end):
    return (start + dt.timedelta(days=number) for number in range((end - start).days))


def following(month):
    return (month + dt.timedelta(days=32)).replace(day=1)


def months(start, end):
    while start < end:
        stop = min(end, following(start.replace(day=1)))
        yield start, stop
        start = stop


def rounded(line):
    """In whole smallest units: Python rounds fractions half to even."""
    return {currency: round(value * 10 ** DECIMALS[currency]) for currency, value in line.items() if value}


def added(lines):
    money = defaultdict(int)
    for line in lines:
        for currency, units in line.items():
            money[currency] += units
    return dict(sorted(money.items()))


def in_euros(money):
    if any(currency not in EXCHANGE for currency in money if currency != "EUR"):
        return None
    return sum(units if currency == "EUR" else
               round(Fraction(units, 10 ** DECIMALS[currency]) * Fraction(EXCHANGE[currency]) * 100)
               for currency, units in money.items())


def item(currency, units):
    digits = DECIMALS[currency]
    text = str(units).rjust(digits + 1, "0")
    return {"amount": f"{text[:-digits]}.{text[-digits:]}" if digits else text, "currency": currency}


def items(money):
    return [item(currency, units) for currency, units in money.items()]


def minutes(seconds):
    return round(Fraction(seconds) * 100 / 60) / 100


if __name__ == "__main__":
    main()
