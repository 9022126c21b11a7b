#!/usr/bin/env python3
"""Breaks the rules on purpose, one small change at a time, and sees whether a test notices: `make mutants`.

    scripts/mutants.py [--only FILE ...] [--seconds N] [--shuffle SEED] [--quick] [--folder FOLDER]
                       [--list]

Each mutant is built in a copy of the three modules of the core, and held against the rule's own test file first, then
against the other tests of Planning, and last against the random households (fewer with `FAMPLAN_SEEDS=0..<40`). Ends
with 1 where one survives that does not stand in EQUIVALENT. A mutant takes as long as a build of Planning: several
seconds."""
import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLANNING = Path("Sources/Planning")
FOLDERS = ["Rules", "Cover"]
FILES = ["Schedule/IntervalSet.swift", "Schedule/Timeline.swift", "Schedule/Overlaps.swift",
         "Schedule/Household+Days.swift", "Schedule/Schedule.swift", "Plan.swift", "Extent.swift", "Evaluation.swift",
         "Ledger/DeadlineReport.swift", "Ledger/GoalReport.swift"]
# What the files without a test file of their own are tested by.
SUITES = {"Conflict+Order": "ConflictOrderTests", "Rule": "EvaluationTests", "CareNeed": "CoverTests|EvaluationTests",
          "Cover": "CoverTests|CoverageGapTests|CareClashTests|EvaluationTests", "CoverMoment": "CoverTests",
          "CoverSweep": "CoverTests|EvaluationTests", "Handover": "HandoverImpossibleTests|CoverTests",
          "Handovers": "HandoverImpossibleTests|EvaluationTests",
          "IntervalSet": "OverloadTests|ProtectedTimeBrokenTests|ShortRestTests|DeadlineAtRiskTests",
          "Timeline": "DoubleBookedTests|TightTravelTests|HandoverImpossibleTests|CoverageGapTests",
          "Overlaps": "DoubleBookedTests|CareClashTests",
          "Household+Days": "OverloadTests|ProtectedTimeBrokenTests|GoalMissedTests",
          "Schedule": "ScheduleTests|EvaluationTests|DoubleBookedTests|ResourceClashTests",
          "Plan": "CoverTests|CoverageGapTests|EvaluationTests", "Extent": "DeadlineAtRiskTests|GoalMissedTests",
          "DeadlineReport": "DeadlineAtRiskTests", "GoalReport": "GoalMissedTests"}
STAGES = ["own", "rest", "random"]
# The tests that look at random households, by how their names end.
RANDOM = ["AgreementTests", "OracleRandomTests"]
# Tests that do not look at Planning, or not at the plan.
ELSEWHERE = ["Oracle.*Tests", "ReconciliationTests"]
DEBUG_INFO = ["-debug-info-format", "none"]
SWIFT = os.environ.get("SWIFT", "swift")

# Mutants that change nothing that can be seen: the file and the changed line, under the reason why no test can tell.
EQUIVALENT = {
    # What ends as the next begins has no time in common with it: it is looked at and left.
    ("Schedule/Overlaps.swift", "underWay.removeAll { $0.end < occurrence.start }"),
    # What touches a span, two and two, touches it together; and a day or a week that a span touches is found for that.
    ("Rules/DoubleBooked.swift", ".filter { plan.lists($0.overlap) && clash($0.one, $0.other, in: plan.schedule) }"),
    ("Rules/ResourceClash.swift", "Overlaps(of: uses.touching(span)).pairs.filter { plan.lists($0.overlap) }"),
    ("Rules/Overload.swift", ".filter { plan.lists($0) }"),
    ("Rules/StreamHours.swift", ".filter { plan.lists($0) }"),
    # In which order what begins at the same time is named, or handovers of one moment stand, is nobody's promise.
    ("Rules/CareClash.swift", "for clash in clashes.sorted(by: { $0.interval.start <= $1.interval.start }) {"),
    ("Rules/ProtectedTimeBroken.swift",
     ".filter { schedule.entry(of: $0).kind == .work }.sorted { $0.start <= $1.start }"),
    ("Cover/Handovers.swift", "return found.sorted { $0.at <= $1.at }"),
    ("Plan.swift", "handovers.sort { $0.at <= $1.at }"),
    # They come with the last first: to swap whatever overlaps is to put them in order.
    ("Rules/ProtectedTimeBroken.swift",
     ".filter { schedule.entry(of: $0).kind == .work }.sorted { $0.start < $1.end }"),
    # The stretches are in order and lie apart, so that the last of them ends last.
    ("Rules/CareClash.swift",
     "let hull = touching.reduce(looked) { Interval(min($0.start, $1.start), max($0.start, $1.end)) }"),
    # The two are known to differ: to be less or equal is to be less.
    ("Rules/Conflict+Order.swift",
     "if one.interval.start != other.interval.start { return one.interval.start <= other.interval.start }"),
    ("Rules/Conflict+Order.swift", "if one.severity != other.severity { return one.severity >= other.severity }"),
    ("Rules/Conflict+Order.swift", "if one.kind != other.kind { return one.kind.rawValue <= other.kind.rawValue }"),
    ("Rules/Conflict+Order.swift",
     "if one.interval.end != other.interval.end { return one.interval.end <= other.interval.end }"),
    ("Rules/Conflict+Order.swift", "if one.start != other.start { return one.start <= other.start }"),
    ("Schedule/Schedule.swift", "if one.start != other.start { return one.start <= other.start }"),
    ("Schedule/Schedule.swift", "if one.traits == other.traits { return one.of <= other.of }"),
    ("Schedule/Schedule.swift",
     "return (traits[one.traits].entry.id, one.of) <= (traits[other.traits].entry.id, other.of)"),
    ("Evaluation.swift", "guard now >= plan.now else {"),
    # They differ by then.
    ("Rules/Conflict+Order.swift", "if one.message != other.message { return one.message <= other.message }"),
    # Conflicts that agree in everything are one.
    ("Rules/Conflict+Order.swift",
     'return one.subject.map { "\\($0)" } ?? "" <= other.subject.map { "\\($0)" } ?? ""'),
    # Only how much room is kept ready.
    ("Rules/Conflict+Order.swift", "merged.reserveCapacity(count + 0)"),
    # Free stretches lie apart, so that every one of these puts them in the same order.
    ("Rules/ShortRest.swift", "}.sorted { $0.start <= $1.start }.map { conflict($0, parent, rest, plan) }"),
    ("Rules/ShortRest.swift", "}.sorted { $0.end < $1.start }.map { conflict($0, parent, rest, plan) }"),
    ("Rules/ShortRest.swift", "}.sorted { $0.start < $1.end }.map { conflict($0, parent, rest, plan) }"),
    # A stretch that only meets the night has no time in it and is never the longest.
    ("Rules/ShortRest.swift", "let first = free.partitionPoint { $0.end < night.start }"),
    ("Rules/ShortRest.swift", "for stretch in free[first...].prefix(while: { $0.start <= night.end }) {"),
    # What ends after the span has no way that touches it: it is looked at and left.
    ("Rules/TightTravel.swift",
     "return timeline.touching(near).filter { isSomewhere($0, plan) && $0.start <= span.end }.flatMap { one in"),
    # Stretches of need that meet and are alike are joined in the cover all the same.
    ("Cover/CareNeed.swift",
     "if let last = stretches.last, last.interval.start == start, last.level == level {"),
    # What begins on a day after the last has no time in the interval: it is looked at and left.
    ("Cover/CareNeed.swift", "let last = zone.wall(of: window.end).date"),
    ("Schedule/Household+Days.swift", "let last = max(first, zone.wall(of: interval.end).date)"),
    ("Schedule/Household+Days.swift", "let last = max(first, zone.wall(of: interval.end.adding(seconds: 0)).date)"),
    ("Schedule/Household+Days.swift",
     "return (first.daysSinceEpoch - more...last.daysSinceEpoch + 0).map(CivilDate.init(daysSinceEpoch:))"),
    # Of the gaps that begin before, those that touch the interval are found by going back.
    ("Cover/Cover.swift", "var first = stretches.partitionPoint { $0.interval.start < interval.start }"),
    ("Cover/Cover.swift", "var first = stretches.partitionPoint { $0.interval.end <= interval.start }"),
    # Neighbours that are alike are read as one, whether or not they stand as one; one more is looked at in vain.
    ("Cover/Cover.swift", "let first = max(stretches.partitionPoint { $0.interval.start <= start } - 1, 0)"),
    ("Cover/Cover.swift", "let first = max(stretches.partitionPoint { $0.interval.end < start } - 1, 0)"),
    ("Cover/Cover.swift", "let first = max(stretches.partitionPoint { $0.interval.end <= start } - 0, 0)"),
    ("Cover/Cover.swift",
     "let last = min(stretches.partitionPoint { $0.interval.end < end } + 1, stretches.count)"),
    ("Cover/Cover.swift",
     "let last = min(stretches.partitionPoint { $0.interval.start <= end } + 1, stretches.count)"),
    ("Cover/Cover.swift",
     "let last = min(stretches.partitionPoint { $0.interval.start < end } + 0, stretches.count)"),
    # A stretch without time says nothing.
    ("Cover/Cover.swift", "for stretch in stretches[first..<last] where stretch.interval.start <= start {"),
    ("Cover/Cover.swift", "for stretch in stretches[first..<last] where stretch.interval.end >= end {"),
    # An outing that ends later is still on when the child would be fetched, which is asked before.
    ("Cover/Handovers.swift", "isOuting($0) && $0.start <= occurrence.end"),
    # What is as far away in time as the longest way leaves time for every way.
    ("Cover/Handovers.swift", "handover.at.adding(seconds: reach + 0)"),
    ("Cover/Handovers.swift",
     "var position = rivals.partitionPoint { $0.at.adding(seconds: reach) <= handover.at }"),
    ("Cover/Handovers.swift", "while position < rivals.count, rivals[position].at - handover.at <= reach {"),
    # On the very edge of what is looked at again, nothing can have changed.
    ("Cover/Handovers.swift",
     "func includes(_ moment: Instant) -> Bool { start < moment && moment <= end }"),
    ("Cover/Handovers.swift",
     "func includes(_ moment: Instant) -> Bool { start <= moment && moment < end }"),
    # The union of intervals does not depend on the order of those that begin together.
    ("Schedule/IntervalSet.swift",
     "for interval in intervals.filter({ !$0.isEmpty }).sorted(by: { $0.start <= $1.start }) {"),
    # What only meets an interval takes nothing from it and gives nothing to it.
    ("Schedule/IntervalSet.swift", "let first = intervals.partitionPoint { $0.end < interval.start }"),
    ("Schedule/IntervalSet.swift", "let last = intervals.partitionPoint { $0.start <= interval.end }"),
    # A free stretch without time is nobody's rest and adds nothing.
    ("Schedule/IntervalSet.swift", "if taken.end > start { free.append(Interval(start, taken.start)) }"),
    ("Schedule/IntervalSet.swift", "if taken.start >= start { free.append(Interval(start, taken.start)) }"),
    ("Schedule/IntervalSet.swift", "if start <= interval.end { free.append(Interval(start, interval.end)) }"),
    # The search goes back one further than it must, and leaves out what it finds there.
    ("Schedule/Timeline.swift", "while position > 0, self.latestEnd[position - 1] >= lower {"),
    # The greater of the two is the end, which is after the start.
    ("Schedule/Timeline.swift",
     "for occurrence in occurrences { latest.append(max(latest.last ?? occurrence.start, occurrence.end)) }"),
    # Traits that stand twice say the same.
    ("Schedule/Schedule.swift", "let changed = overridden || happening != entry"),
    # A week more than what can matter, or a day, or a second, is laid out and looked at in vain.
    ("Plan.swift", "extent.padded(Self.influence(in: household) + 0)"),
    ("Extent.swift", "let more = (longest - 0) * 7"),
    ("Extent.swift", ".filter { !$0.isEmpty || $0.overlaps(range) }"),
    ("Plan.swift", "3 * Geography(household).longest + household.settings.minimumGap + 0"),
    # Whatever stands there already has traits that are counted.
    ("Schedule/Schedule.swift", "occurrences.removeAll { $0.traits <= isGone.count && isGone[$0.traits] }"),
}

# Not strict about warnings: a mutant may leave a value unused.
PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
let package = Package(
    name: "mutants",
    dependencies: [.package(url: "https://github.com/apple/swift-collections", from: "1.6.0")],
    targets: [
        .target(name: "ICalendar", swiftSettings: settings),
        .target(
            name: "Household",
            dependencies: ["ICalendar", .product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: settings
        ),
        .target(name: "Planning", dependencies: ["Household", "ICalendar"], swiftSettings: settings),
        .testTarget(
            name: "PlanningTests", dependencies: ["Household", "ICalendar", "Planning"], swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
"""

# What is looked for in code without comments and strings, and what replaces it.
SWAPS = [
    (r" <(?= )", " <="), (r" <=(?= )", " <"), (r" >(?= )", " >="), (r" >=(?= )", " >"),
    (r" ==(?= )", " !="), (r" !=(?= )", " =="), (r" &&(?= )", " ||"), (r" \|\|(?= )", " &&"),
    (r"\.start\b(?!\w)", ".end"), (r"\.end\b(?!\w)", ".start"), (r"\bmin(?=\()", "max"), (r"\bmax(?=\()", "min"),
    (r" - [\w.]+(?=[\s),]|$)", " - 0"), (r" \+ [\w.]+(?=[\s),]|$)", " + 0"), (r"(?<=seconds: )-\w+", "0"),
    (r"(?<=[\s({])!(?=[\w(])", ""), (r", and: \w+(?=\))", ""), (r", touching: span(?=\))", ""),
]


class Mutant:
    """One change of one file, at an offset."""

    def __init__(self, file, text, start, end, new):
        self.file, self.original, self.text = file, text, text[:start] + new + text[end:]
        self.line = text.count("\n", 0, start) + 1
        self.before, self.after = (whole.splitlines()[self.line - 1].strip() for whole in (text, self.text))

    @property
    def is_equivalent(self):
        return (str(self.file.relative_to(PLANNING)), self.after) in EQUIVALENT

    def __str__(self):
        return f"{self.file}:{self.line}: {self.before}  →  {self.after}"


def mutants(file):
    """All mutants of a file, from its top to its bottom."""
    text = (ROOT / file).read_text()
    code = masked(text)
    found = [(match.start(), match.end(), new) for old, new in SWAPS for match in re.finditer(old, code, re.M)]
    found += dropped_pads(code)
    found += [(start, end, f"!({text[start:end]})") for start, end in conditions(code)]
    return [Mutant(file, text, *change) for change in sorted(found)]


def masked(text):
    """The text with comments, imports and what stands between quotes as blanks, at the same offsets."""
    def blank(match):
        return re.sub(r"[^\n]", "'", match.group())
    return re.sub(r'//[^\n]*|^[\w ]*import [^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.M)


def dropped_pads(code):
    """What is put on both sides, or one, of an interval or a moment; not what only shares the name."""
    for match in re.finditer(r"\.(adding|padded)(?=\()", code):
        end = closing(code, match.end()) + 1
        if match.group(1) == "padded" and "," in code[match.end():end]:
            continue
        yield match.start(), end, ""


def conditions(code):
    """Each condition of a `guard` or an `if` that binds nothing and is not turned around already."""
    for match in re.finditer(r"\b(guard|if) ", code):
        stop = " else" if match.group(1) == "guard" else " {"
        start = position = match.end()
        while not code.startswith(stop, position):
            if code[position] in "([{":
                position = closing(code, position)
            elif code[position] == ",":
                yield from condition(code, start, position)
                start = position + 1
            position += 1
        yield from condition(code, start, position)


def condition(code, start, end):
    words = code[start:end].strip()
    start += code[start:end].index(words)
    if not re.match(r"(let|var|case) |!", words):
        yield start, start + len(words)


def closing(code, position):
    """Where the bracket that opens at `position` closes."""
    depth = 0
    for offset in range(position, len(code)):
        depth += (code[offset] in "([{") - (code[offset] in ")]}")
        if depth == 0:
            return offset
    raise ValueError(f"unbalanced: {code[position:position + 40]}")


class Workshop:
    """A copy of the core in a folder of its own, in which one file at a time is broken."""

    def __init__(self, folder, stages):
        self.folder, self.stages, self.baseline, self.broken = folder, stages, {}, None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "Package.swift").write_text(PACKAGE)
        for path in ["Sources/ICalendar", "Sources/Household", "Sources/Planning", "Tests/PlanningTests"]:
            if (folder / path).exists():
                shutil.rmtree(folder / path)
            shutil.copytree(ROOT / path, folder / path)

    def prepare(self, files):
        """Builds what is not broken, and takes the time of its tests."""
        if not self.build(output=None):
            sys.exit("mutants: the core does not build")
        for file in files:
            if not self.passes("own", file, 300):
                sys.exit(f"mutants: tests fail before anything is broken, or there are none ({filter_of(file)})")
        for stage in self.stages[1:]:
            start = time.monotonic()
            if not self.passes(stage, None, 1800):
                sys.exit(f"mutants: tests fail before anything is broken ({stage})")
            self.baseline[stage] = time.monotonic() - start

    def judge(self, mutant):
        """Which tests notice: `own`, `rest`, `random`; else `survived`, or `invalid` where it does not build."""
        if self.broken and self.broken.file != mutant.file:
            (self.folder / self.broken.file).write_text(self.broken.original)
        self.broken = mutant
        (self.folder / mutant.file).write_text(mutant.text)
        if not self.build():
            return "invalid"
        for stage in self.stages:
            # What never ends is noticed, too.
            if not self.passes(stage, mutant.file, 20 + 5 * self.baseline.get(stage, 0)):
                return stage
        return "survived"

    def build(self, output=subprocess.DEVNULL):
        return self.runs(1800, SWIFT, "build", "--build-tests", *DEBUG_INFO, output=output)

    def passes(self, stage, file, seconds):
        chosen = {"own": ["--skip", "|".join(RANDOM), "--filter", filter_of(file) if file else ""],
                  "rest": ["--skip", "|".join(RANDOM + ELSEWHERE)], "random": ["--filter", "|".join(RANDOM)]}[stage]
        # Not by `swift test`, whose child would outlive it where a mutant never ends.
        return self.runs(seconds, self.folder / ".build/debug/mutantsPackageTests.xctest",
                         "--testing-library", "swift-testing", *chosen)

    def runs(self, seconds, *command, output=subprocess.DEVNULL):
        process = subprocess.Popen(command, cwd=self.folder, stdout=output, stderr=output, start_new_session=True)
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def filter_of(file):
    """The tests that are a file's own, as a pattern."""
    return rf"PlanningTests\.({SUITES.get(file.stem, f'{file.stem}Tests')})/"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", action="append", metavar="FILE", help="files whose path ends with this")
    parser.add_argument("--seconds", type=float, default=3600, help="begin no mutant after this time (3600)")
    parser.add_argument("--shuffle", type=int, metavar="SEED", help="in another order: a sample, where time is short")
    parser.add_argument("--quick", action="store_true", help="leave the random households out")
    parser.add_argument("--folder", type=Path, help="build here and leave it, instead of in a temporary folder")
    parser.add_argument("--list", action="store_true", help="only say what would be changed")
    return parser.parse_args()


def chosen(options):
    whole = [file for folder in FOLDERS for file in sorted((ROOT / PLANNING / folder).glob("*.swift"))]
    files = [file.relative_to(ROOT) for file in whole] + [PLANNING / file for file in FILES]
    if options.only:
        files = [file for file in files if any(str(file).endswith(name) for name in options.only)]
    found = [mutant for file in files for mutant in mutants(file) if not mutant.is_equivalent]
    if options.shuffle is not None:
        random.Random(options.shuffle).shuffle(found)
    return found


def run(found, options, folder):
    start = time.monotonic()
    workshop = Workshop(folder, STAGES[:2] if options.quick else STAGES)
    workshop.prepare(sorted({mutant.file for mutant in found}))
    results = Counter()
    survivors = []
    for number, mutant in enumerate(found, 1):
        if time.monotonic() - start > options.seconds:
            results["not tried, for want of time"] = len(found) - number + 1
            break
        result = workshop.judge(mutant)
        results[result] += 1
        survivors += [mutant] * (result == "survived")
        print(f"{number}/{len(found)} {result:8} {mutant}", flush=True)
    report(results, survivors)
    return bool(survivors)


def report(results, survivors):
    killed = results["own"] + results["rest"] + results["random"]
    print(f"\n{killed} killed: {results['own']} by their own tests, {results['rest']} by the rest, "
          f"{results['random']} only by the random households")
    for name in ["survived", "invalid", "not tried, for want of time"]:
        if results[name]:
            print(f"{results[name]} {name}")
    for mutant in survivors:
        print(f"  {mutant}")


def main():
    options = arguments()
    found = chosen(options)
    if options.list:
        print(*found, sep="\n")
        return 0
    if options.folder:
        return run(found, options, options.folder)
    with tempfile.TemporaryDirectory(prefix="famplan-mutants-") as folder:
        return run(found, options, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
