"""The core alone: expansion beside other engines, and the growth of judging a plan."""
import os
import statistics
import sys

from bench_report import milliseconds, output, ratio

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 3


def expansion(report, bench):
    report.heading("Expansion: 1,000 mixed series over eight weeks")
    path = os.path.join(bench.work, "series")
    output([sys.executable, f"{HERE}/bench_series.py", path])
    engines = {"famplan": [f"{bench.binaries}/famplan-bench"]}
    if os.environ.get("BENCH_DATEUTIL"):
        engines["python-dateutil"] = [os.environ["BENCH_DATEUTIL"], f"{HERE}/bench_dateutil.py"]
    if os.environ.get("BENCH_LIBICAL"):
        engines["libical"] = [os.environ["BENCH_LIBICAL"]]
    leave_out_disputed(report, path, engines)
    times = {name: [] for name in engines}
    totals = {}
    for _ in range(ROUNDS):
        for name, command in engines.items():
            time, total = output([*command, "expand", path]).split()
            times[name].append(float(time))
            totals[name] = total
    medians = {name: statistics.median(values) for name, values in times.items()}
    own = medians["famplan"]
    report.table(["engine", "median", "occurrences", "beside famplan"],
                 [[name, milliseconds(time), totals[name], ratio(time / own)] for name, time in medians.items()])
    for name, factor in [("python-dateutil", 50), ("libical", 10)]:
        if name in medians:
            report.target(f"at least {factor} times {name}", ratio(medians[name] / own), medians[name] >= factor * own)


def leave_out_disputed(report, path, engines):
    """Measures only series on which all engines agree; says of the others which, and who stands alone."""
    counts = {name: output([*command, "count", path]).split() for name, command in engines.items()}
    with open(path, encoding="utf-8") as file:
        window, *series = file.read().splitlines()
    agreed = []
    for number, line in enumerate(series):
        said = {name: values[number] for name, values in counts.items()}
        if len(set(said.values())) == 1:
            agreed.append(line)
        else:
            report.note(f"left out: {line}: " + ", ".join(f"{name} {count}" for name, count in said.items()))
    report.note(f"{len(series) - len(agreed)} series of {len(series)} left out because engines differ on them")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([window, *agreed, ""]))


def evaluation(report, bench):
    report.heading("Evaluation: every conflict rule, five people to a family")
    runs = {}
    for _ in range(ROUNDS):
        for line in output([f"{bench.binaries}/famplan-bench", "evaluate"]).splitlines():
            shape, size, time = line.split()
            runs.setdefault((shape, int(size)), []).append(float(time))
    times = {key: statistics.median(values) for key, values in runs.items()}
    shapes = {"days": ("entries, ten a day", "one family, more days"),
              "people": ("entries in ten days", "more families in one plan"),
              "series": ("series over eight weeks", "one family"),
              "change": ("series, one of them changed", "the same, followed")}
    report.table(["size", "what grows", "median", "for ten times the size"],
                 [[f"{size} {shapes[shape][0]}", shapes[shape][1], milliseconds(time),
                   ratio(time / times[shape, size // 10]) if (shape, size // 10) in times else ""]
                  for (shape, size), time in times.items()])
    report.target("10,000 entries in less than 600 ms", milliseconds(times["days", 10000]), times["days", 10000] < 600)
    report.target("1,000 series over eight weeks in less than 50 ms", milliseconds(times["series", 1000]),
                  times["series", 1000] < 50)
    for size in (1000, 10000):
        growth = times["days", size] / times["days", size // 10]
        report.target(f"{size // 10:,} to {size:,} entries in at most 13 times the time", ratio(growth), growth <= 13)
    report.note("More families in one plan is not growth at the same density: any parent may have any child then.")
