#!/usr/bin/env python3
"""The report of `make bench`; scripts/bench.sh gets ready what it needs.

    bench.py BIN WORK [PART...]    BIN: the folder with the programs; WORK: a folder on the disk to measure
"""
import os
import sys
from types import SimpleNamespace

import bench_core
import bench_daemon
import bench_income
import bench_memory
import bench_text
from bench_report import Report

PARTS = {
    "expansion": (bench_core.expansion, ["famplan-bench"]),
    "text": (bench_text.text, ["famplan-bench"]),
    "evaluation": (bench_core.evaluation, ["famplan-bench"]),
    "agenda": (bench_daemon.agenda, ["famplan", "famplan-daemon"]),
    "add": (bench_daemon.add, ["famplan", "famplan-daemon"]),
    "income": (bench_income.income, ["famplan", "famplan-daemon"]),
    "balance": (bench_daemon.balance, ["famplan", "famplan-daemon"]),
    "start": (bench_daemon.start, ["famplan", "famplan-daemon"]),
    "memory": (bench_memory.memory, ["famplan", "famplan-daemon"]),
}


def main(binaries, work, *wanted):
    report = Report()
    bench = SimpleNamespace(binaries=os.path.abspath(binaries), work=work)
    for name in wanted or PARTS:
        part, programs = PARTS[name]
        missing = [program for program in programs if not os.access(os.path.join(binaries, program), os.X_OK)]
        if missing:
            report.failure(name, f"{', '.join(missing)} not in {binaries}")
            continue
        try:
            part(report, bench)
        except Exception as error:  # One part that fails is no reason to leave out the others.
            report.failure(name, getattr(error, "stderr", None) or error)
    return report.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
