"""How the figures are taken and shown: medians of interleaved runs, plain tables, targets with ok or MISSED."""
import statistics
import subprocess
import time


class Report:
    def __init__(self):
        self.missed, self.held, self.failed = 0, 0, 0

    def heading(self, text):
        print(f"\n{text}\n{'-' * len(text)}", flush=True)

    def table(self, heads, rows):
        rows = [[str(cell) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(heads, *rows)]
        for row in [heads, ["-" * width for width in widths], *rows]:
            cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
            print("  " + "  ".join(cells).rstrip(), flush=True)
        print()

    def target(self, text, value, holds):
        self.held += holds
        self.missed += not holds
        print(f"  {'ok    ' if holds else 'MISSED'}  {text}: {value}", flush=True)

    def note(self, text):
        print(f"  {text}", flush=True)

    def failure(self, part, error):
        self.failed += 1
        print(f"  COULD NOT BE RUN: {part}: {error}", flush=True)

    def end(self):
        self.heading("Targets")
        self.note(f"{self.held} held, {self.missed} missed"
                  + (f"; {self.failed} parts could not be run" if self.failed else ""))
        return 1 if self.failed else 0


def milliseconds(value):
    """With as many digits as say something."""
    return f"{value:.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 1 else f"{value:.2f} ms"


def ratio(value):
    return f"{value:.0f}x" if value >= 20 else f"{value:.1f}x" if value >= 2 else f"{value:.2f}x"


def interleaved(works, rounds):
    """The median milliseconds of each of `works` (callables by name), run in turn, so that a slow moment of the
    machine falls on all of them alike. One round before is not counted."""
    times = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            begin = time.perf_counter()
            work()
            if number:
                times[name].append((time.perf_counter() - begin) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def process(command, environment, status=0):
    """A run of a whole process, which must end with that status; its output is thrown away."""
    def run():
        ended = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, check=False)
        if ended.returncode != status:
            raise RuntimeError(f"{command} ended with {ended.returncode}")
    return run


def output(command, environment=None):
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          check=True).stdout
