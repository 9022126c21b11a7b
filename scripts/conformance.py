#!/usr/bin/env python3
"""Real calendar files of many producers, through the real programs: what becomes of each, against its manifest.

    conformance.py BIN [--entries N] [FILE...]
        BIN: the folder with famplan and famplan-daemon; FILE: names of files of the manifest; all where none is given
        N: how many entries of each file are given another title, and looked at when they are exported (5)

The cases lie in the folder `ics` of the one that FAMPLAN_CASES names, or of ../shared/cases beside the project; without them
nothing is tried. Each file has a daemon of its own. It is imported twice, its agenda is held against the occurrences that are
expected, and what is exported against the file, line by line.
"""
import argparse
import csv
import datetime
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter

import calendar_lines
from temporary_daemon import TemporaryDaemon

HERE = os.path.dirname(os.path.abspath(__file__))
HOUSEHOLD = "household: { name: Conformance, timeZone: UTC }\n"

# Where the expected occurrences are known to be wrong about when; how many there are still counts.
DISPUTED = {
    "outlook__node-ical__bad_ms_tz.ics": "the rules of another file's zone of the same name were taken for it",
    "malformed__python-recurring-ical-events__end_before_start_event.ics": "its end is before its start: the start is kept",
}


class Case:
    """One row of the manifest."""

    def __init__(self, folder, row):
        self.path = os.path.join(folder, row["file"])
        self.name, self.outcome = row["file"], row["import_expectation"]
        with open(self.path.removesuffix(".ics") + ".expected.json", encoding="utf-8") as file:
            self.expected = json.load(file)
        contested = row["adjudication"].startswith("contested")
        # Whole series that could not be read were left out of what is expected.
        is_partial = row["oracle_status"] == "ok-skipping-bad-series"
        self.comparison = "count" if self.name in DISPUTED else "at least" if contested or is_partial else "exact"

    @property
    def window(self):
        window = self.expected.get("window")
        return window and (window["start"], window["end_exclusive"])


class Run:
    """One case on a daemon of its own; `problems` says what is not as it should be."""

    def __init__(self, case, binaries, folder, entries):
        self.case, self.folder, self.entries, self.problems = case, folder, entries, []
        self.daemon = TemporaryDaemon(binaries, folder)
        self.given = os.path.join(folder, "given.ics")
        shutil.copy(case.path, self.given)
        self.peak, self.seconds, self.given_back = 0, 0.0, Counter()

    def run(self):
        self.daemon.start()
        try:
            with open(os.path.join(self.folder, "household.yaml"), "w", encoding="utf-8") as file:
                file.write(HOUSEHOLD)
            self.famplan("apply", "household.yaml", "--yes")
            answer = self.import_twice()
            if self.case.window:
                self.compare(answer is not None)
            if answer:
                self.give_back(answer)
            self.peak = self.peak_memory()
        finally:
            self.daemon.stop()
        if self.daemon.process.returncode != 0:
            self.problems.append(f"the daemon ended with {self.daemon.process.returncode}")

    def famplan(self, *arguments, expected=0):
        begin = time.monotonic()
        done = self.daemon.famplan(*arguments, cwd=self.folder, timeout=60)
        self.seconds = max(self.seconds, time.monotonic() - begin)
        if expected is not None and done.returncode != expected:
            raise RuntimeError(f"famplan {' '.join(arguments)} ended with {done.returncode}: {done.stderr or done.stdout}")
        return done

    def import_twice(self):
        """What the first import answered; None where the file was refused."""
        done = self.famplan("import", "given.ics", "--json", expected=None)
        answer = json.loads(done.stdout) if done.stdout else None
        found = self.outcome(done, answer)
        if found != self.case.outcome:
            self.problems.append(f"{found}, not {self.case.outcome}: {answer}")
        if found == "rejected":
            return None
        again = json.loads(self.famplan("import", "given.ics", "--json", expected=done.returncode).stdout)
        if again["added"] or again["changed"] or again["unchanged"] != answer["accepted"] or again["answer"]["things"]:
            self.problems.append("the second import changes something")
        return answer

    def outcome(self, done, answer):
        if answer is None or "skipped" not in answer:
            message = (answer or {}).get("error", {}).get("message", "")
            if done.returncode == 0 or not message.startswith("cannot import"):
                self.problems.append(f"refused with exit code {done.returncode} and “{message}”")
            return "rejected"
        rejects = self.given + ".rejects.ics"
        if (done.returncode == 1) != bool(answer["skipped"]) or os.path.exists(rejects) != bool(answer["skipped"]):
            self.problems.append(f"{len(answer['skipped'])} parts left out, exit code {done.returncode}, rejects beside: "
                                 f"{os.path.exists(rejects)}")
        return "accepted-with-warnings" if answer["skipped"] or answer["answer"]["warnings"] else "accepted"

    def compare(self, is_imported):
        first, last = self.case.window
        agenda = json.loads(self.famplan("agenda", "--from", first, "--to", last, "--json").stdout)
        wanted = Counter(expected_occurrence(each) for each in self.case.expected["occurrences"])
        uids = {each["uid"] for each in self.case.expected["occurrences"]}
        found = Counter(found_occurrence(each, uids) for each in agenda["items"])
        if not is_imported and found:
            self.problems.append(f"refused, and yet there are {found.total()} occurrences")
        if self.case.comparison == "count":
            if found.total() != wanted.total():
                self.problems.append(f"{found.total()} occurrences, not {wanted.total()}")
            return
        self.note("not found", wanted - found)
        if self.case.comparison == "exact":
            self.note("too many", found - wanted)

    def note(self, what, occurrences):
        if occurrences:
            self.problems.append(f"{occurrences.total()} {what}: {sorted(occurrences)[:3]}")

    def give_back(self, answer):
        """Exports, then gives entries another title and exports again: what differs, line by line."""
        with open(self.case.path, "rb") as file:
            before = calendar_lines.objects(file.read())
        left_out = "".join(part["text"] for part in answer["skipped"])
        exported = self.exported()
        for uid, lines in exported.items():
            if uid in before:
                self.given_back["objects"] += 1
                gone, new = differences(before[uid], lines)
                # What was left out when it came is in the file of rejects.
                is_whole = uid not in left_out
                self.lines(f"{uid} is not given back as it came", gone if is_whole else [], new)
        entries = [thing["id"] for thing in answer["answer"]["things"] if thing["noun"] == "entry"]
        for entry in entries[::max(1, len(entries) // self.entries)][:self.entries]:
            self.famplan("edit", entry, "--title", f"New title, of {entry}", expected=None)
            after = self.exported()
            gone, new = [], []
            for uid in exported.keys() | after.keys():
                for into, lines in zip((gone, new), differences(exported.get(uid, []), after.get(uid, []))):
                    into += lines
            self.given_back["titles"] += 1
            self.title_lines(entry, gone, new)
            exported = after

    def title_lines(self, entry, gone, new):
        if not any(line.startswith("SUMMARY") and line.endswith(f":New title\\, of {entry}") for line in new):
            self.problems.append(f"{entry}: the new title is not exported")
        about = ("SUMMARY", "SEQUENCE:", "LAST-MODIFIED", "DTSTAMP")
        others = [[line for line in lines if not line.startswith(about)] for lines in (gone, new)]
        self.lines(f"{entry}: more than its title is changed", *others)

    def lines(self, what, gone, new):
        if gone or new:
            self.given_back["more"] += 1
            shown = [f"- {line[:90]}" for line in gone[:3]] + [f"+ {line[:90]}" for line in new[:3]]
            self.problems.append("\n        ".join([what, *shown]))

    def exported(self):
        return calendar_lines.objects(self.famplan("export").stdout.encode())

    def peak_memory(self):
        """In MB."""
        with open(f"/proc/{self.daemon.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def differences(before, after):
    """Lines that are gone, and lines that are new."""
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return sorted(gone.elements()), sorted(new.elements())


def expected_occurrence(each):
    if each["all_day"]:
        return (each["uid"], shown(each["summary"]), each["start"], each["end"], True)
    # A floating time is one of the household's zone, which is UTC here.
    times = [each.get(f"{key}_utc") or each[key] + "Z" for key in ("start", "end")]
    return (each["uid"], shown(each["summary"]), *times, False)


def found_occurrence(item, uids):
    uid = item["uid"] if item["uid"] in uids else ""
    if item["allDay"]:
        return (uid, shown(item["title"]), item["start"][:10], item["end"][:10], True)
    times = [datetime.datetime.fromisoformat(item[key]).astimezone(datetime.timezone.utc) for key in ("start", "end")]
    return (uid, shown(item["title"]), *(f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in times), False)


def shown(title):
    """As what is expected has it: cut; and an event without a title has one that says so."""
    return title[:80] or "(no title)"


def cases(names):
    folder = os.path.join(os.environ.get("FAMPLAN_CASES") or os.path.join(HERE, "../../shared/cases"), "ics")
    manifest = os.path.join(folder, "manifest.csv")
    if not os.path.exists(manifest):
        return []
    with open(manifest, encoding="utf-8", newline="") as file:
        return [Case(folder, row) for row in csv.DictReader(file) if not names or row["file"] in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binaries")
    parser.add_argument("--entries", type=int, default=5)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    all_cases = cases(options.files)
    if not all_cases:
        print("no calendar files to try: set FAMPLAN_CASES to the folder that holds ics/manifest.csv", file=sys.stderr)
        return 0
    held, peak, slowest, given_back, compared = 0, 0, 0, Counter(), Counter()
    for case in all_cases:
        with tempfile.TemporaryDirectory(prefix="famplan-conformance-") as folder:
            run = Run(case, os.path.abspath(options.binaries), folder, options.entries)
            try:
                run.run()
            except Exception as error:  # One file that fails is no reason to leave out the others.
                run.problems.append(str(error))
        for problem in run.problems:
            print(f"{case.name}\n    {problem}", flush=True)
        held += not run.problems
        peak, slowest = max(peak, run.peak), max(slowest, run.seconds)
        given_back += run.given_back
        compared[case.comparison if case.window else "none"] += 1
    print(f"{held} of {len(all_cases)} files as they should be ({compared['exact']} with exactly the occurrences expected, "
          f"{compared['at least']} with those at least, {compared['count']} with as many, {compared['none']} without any to "
          f"compare); at most {peak:.0f} MB, {slowest:.1f} s for a command")
    print(f"{given_back['objects']} events given back, {given_back['titles']} of them with a new title: "
          f"{given_back['more']} differ in more than that")
    return 0 if held == len(all_cases) else 1


if __name__ == "__main__":
    sys.exit(main())
