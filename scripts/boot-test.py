#!/usr/bin/env python3
"""Installs the package in a systemd of its own, and tries everything there; then spoils the units, and sees that it is noticed.

    boot-test.py FOLDER        with the package; needs root, and changes nothing of this machine
"""
import glob
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "boot"))
import checks  # noqa: E402
import package  # noqa: E402
from machine import Failure, Machine  # noqa: E402
from mutants import MUTANTS  # noqa: E402

CHECKS = [
    checks.installed_and_running, checks.units_are_sound, checks.status_line,
    checks.socket_and_folder, checks.first_connection_starts_it, checks.peers_are_known, checks.outsiders_are_refused,
    checks.state_is_private, checks.file_system_is_closed, checks.credentials_are_private, checks.journal_has_fields,
    checks.ready_blocks_start, checks.reload_keeps_it, checks.crash_loses_nobody, checks.hang_is_mended,
    checks.idle_is_left_alone, checks.stop_answers_first, checks.stop_takes_the_socket_along, checks.failing_ends,
    checks.bad_configuration_is_not_retried, checks.households_are_apart, checks.own_manager,
]


def name(check):
    return check.__name__.replace("_", " ")


class Report:
    """Prints a line for each thing tried, and counts what failed."""

    def __init__(self):
        self.failed = self.tried = 0

    def tries(self, title, body, *arguments):
        begin = time.monotonic()
        self.tried += 1
        try:
            said = body(*arguments)
            word, note = ("skip", f": {said}") if said else ("ok", "")
        except Failure as failure:
            self.failed += 1
            word, note = "FAILED", f": {failure}"
        print(f"  {word:6} {title} ({time.monotonic() - begin:.1f} s){note}", flush=True)


def notices(machine, unit, text, check):
    """That a check fails on a spoilt unit, and not on the same unit unspoilt (it ran before)."""
    machine.reset()
    machine.drop_in(unit, text, name="mutant")
    machine.run("systemctl", "stop", checks.SERVICE, checks.SOCKET)
    machine.run("systemctl", "start", checks.SOCKET)
    machine.run("systemctl", "start", checks.SERVICE, check=False)
    try:
        check(machine)
    except Failure:
        return
    raise Failure(f"“{name(check)}” does not notice")


def run(machine, path, report):
    machine.start()
    report.tries("install and upgrade", package.install_and_upgrade, machine, path)
    for check in CHECKS:
        report.tries(name(check), check, machine)
        machine.reset()
    for title, unit, text, check in MUTANTS:
        report.tries(f"noticed: {title}", notices, machine, unit, text, check)
    machine.reset()
    report.tries("remove and purge", package.remove_and_purge, machine)


def main():
    obstacle = Machine.obstacle()
    if obstacle:
        print(f"boot-test: not tried, {obstacle}")
        return 0
    found = glob.glob(os.path.join(sys.argv[1], "famplan_*.deb"))
    if len(found) != 1:
        print(f"boot-test: cannot try the package: there are {len(found)} in {sys.argv[1]} (make deb)", file=sys.stderr)
        return 2
    begin, report, machine = time.monotonic(), Report(), Machine()
    try:
        run(machine, found[0], report)
    finally:
        machine.stop()
    print(f"boot-test: {report.tried - report.failed} of {report.tried} in {time.monotonic() - begin:.0f} s")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
