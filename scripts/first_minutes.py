#!/usr/bin/env python3
"""Types what a family types in its first minutes with famplan, and compares what the terminal shows with Tests/Terminal.

    scripts/first_minutes.py BIN [--record]

BIN holds famplan and famplan-daemon. `--record` writes the screens anew instead: read them before they are committed. The
daemon's clock stands still at Monday, 23 November 2026, eight in the morning.
"""
import difflib
import http.server
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

from temporary_daemon import TemporaryDaemon
from terminal import Terminal

RECORDED = Path(__file__).resolve().parent.parent / "Tests" / "Terminal"
NOW = "2026-11-23T08:00:00+01:00"
STOP, END = "\x03", "\x04"


CLOSED = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Springfield school//EN\r
BEGIN:VEVENT\r
UID:teachers@springfield.example\r
DTSTAMP:20260801T080000Z\r
DTSTART;VALUE=DATE:20261201\r
SUMMARY:Teacher day\r
END:VEVENT\r
END:VCALENDAR\r
"""


class School:
    """A web server on this machine, with the days on which the school is closed."""

    port = 0

    def __init__(self):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = CLOSED.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/calendar")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        School.port = self.server.server_address[1]
        self.address = f"http://127.0.0.1:{School.port}/closed.ics?key=7f3e9"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Chapter:
    """Screens, one after the other, as they are written to a file."""

    def __init__(self, name, about, terminal):
        self.name, self.terminal, self.problems = name, terminal, []
        self.lines = [f"# {about}", "#", f"# Recorded: RECORD=1 make terminal. {terminal.columns} columns, "
                      f"{terminal.rows} rows; what stands above ┈┈ has scrolled away."]

    def run(self, command, *answers, ends=0):
        status = self.terminal.run(command, *answers)
        above, shown = self.terminal.lines()
        self.lines += ["", "═" * self.terminal.columns]
        if above:
            self.lines += above + ["┈" * self.terminal.columns]
        self.lines += shown
        if status != 0:
            self.lines.append(f"[exit status {status}]")
        if status != ends:
            self.problems.append(f"“{command}” ended with {status}, not {ends}")
        return "\n".join(above + shown)

    @property
    def text(self):
        # The only thing that is another in each run.
        return "\n".join(self.lines).replace(f":{School.port}/", ":PORT/") + "\n"

    def differences(self):
        file = RECORDED / f"{self.name}.txt"
        old = file.read_text(encoding="utf-8") if file.exists() else ""
        return list(difflib.unified_diff(old.splitlines(), self.text.splitlines(), f"recorded/{self.name}.txt",
                                         f"shown/{self.name}.txt", lineterm=""))


def set_up(terminal, address):
    """`famplan init`: wrong answers, broken off twice, gone on with, one answer changed. The school's calendar is at an address."""
    chapter = Chapter("1-init", "A household is set up by answering questions.", terminal)
    chapter.run("famplan week")
    chapter.run("famplan init",
                ("called\\?", ""), ("zone", "Europe/Berlim"), ("zone", "Europe/Berlin"), ("Your name", "Maya"),
                ("other parent", "Kofi"), ("Maya’s user", ""), ("Maya work", "Northwind, Taxes"), ("Northwind", ""),
                ("hours", STOP), ends=130)
    chapter.run("famplan init", ("for Northwind", END), ends=1)
    chapter.run("famplan init",
                ("for Northwind", "10-16"), ("Taxes", "admin"), ("for Taxes", ""), ("Kofi’s user", ""),
                ("Kofi work", "Harbour Maps"), ("Harbour", "<"), ("Kofi work", ""), ("Their names", "<"),
                ("Kofi work", "Harbour Maps"), ("Is Harbour", "emp"), ("for Harbour Maps", "20"),
                ("Their names", "Noah, Lena"), ("Noah’s birthday", "31.2.2019"), ("Noah’s birthday", "2.5.2019"),
                ("Noah’s school", "8:15-14:15"), ("called", "Primary school"), ("minutes", "15"), ("brings Noah", "m"),
                ("fetches Noah", "Kofi"), ("Lena’s birthday", "2021-09-14"), ("Lena’s school", "8:30-14"),
                ("called", "Kita"), ("minutes", ""), ("brings Lena", ""), ("fetches Lena", ""),
                ("Primary school have one", "closed.ics"), ("Primary school have one", address), ("own network", ""),
                ("in it", ""), ("Kita have one", ""), ("Harbour Maps have one", ""), ("share", "40-60"),
                ("all together", "10"), ("Maya be told", "telephone"), ("Maya be told", "log"), ("Maya get", "6:45"),
                ("Kofi be told", ""), ("Kofi get", ""), ("Change something", "25"), ("minutes", "5"),
                ("Change something", ""), ("make it so", "y"))
    chapter.run("cat household.yaml")
    chapter.run("famplan apply household.yaml --yes")
    chapter.run("famplan init", ends=1)
    return chapter


def add_in_words(terminal):
    """Quick add, as people type."""
    chapter = Chapter("2-words", "What parents type, and what is understood.", terminal)
    for phrase in [
        "Dentist fri 15:00 for 45m @noah @maya",
        "Zahnarzt 24.12. 10 Uhr @lena @maya",
        "Parents evening 3.12. 19:30-21:00 @maya",
        "Swimming every saturday 10-11 @kofi @noah",
        "Northwind call tomorrow 2pm-3pm #northwind ~call",
        "Northwind mon-wed 9-12 #northwind",
        "Harbour every weekday from 9 to 12 #harbour",
        "Yoga tuesdays 20:00-21:00 @maya",
        "away in Leipzig from fri 18:00 until sun 16:00 @kofi",
        "Holiday 24.12.-2.1. @maya @kofi @noah @lena",
        "Noah's birthday 2 May every year all day",
        "Paper bin out every month on the 3rd all day @maya",
        "Film night every fri evening 6-7:30 @maya @kofi @noah @lena",
        "Call with the bank in an hour for 20m @kofi",
        "Heating engineer between 8 and 12 on friday @maya",
        "Dinner with Ben tonight at 8 @maya",
        "Lunch with mum next wednesday 12:30 @maya",
        "Maya has both tue 14:15-17:00 @maya +noah +lena",
        "Vaccination 15.1.2027 8:40 @lena @kofi",
        "Dentist for Noah friday 3pm",
        "Choir every other thu 20:00-21:30 @kofi until 18 Dec",
    ]:
        quoted = phrase if "'" not in phrase else None
        text = f"'{quoted}'" if quoted else f'"{phrase}"'
        ends = 2 if phrase.startswith("Northwind mon-wed") else 0
        chapter.run(f"famplan add {text} --dry-run", ends=ends)
    for phrase in [
        "Dentist thu 15:00 @noha", "Northwind call fri 9-10 #nortwind", "Elternabend 03/12 19:30 @maya",
        "Doctor 10.12 at 9 @lena", "Football every thu 4-5 @kofi @noah", "Haircut sat morning @maya",
        "Football every thu 16-17 until easter @noah", "Lunch with mum next week", "Call fri 25:00", "Dentist 30.2. 9:00",
    ]:
        chapter.run(f"famplan add '{phrase}'", ends=2)
    return chapter


def solve_a_conflict(terminal):
    """Two calls at one time, what is wrong then, a way out taken and taken back."""
    chapter = Chapter("3-conflicts", "Something is wrong; ways out; one is taken, and taken back.", terminal)
    chapter.run("famplan add 'Northwind every weekday 9-11:30 #northwind'")
    chapter.run("famplan add 'Harbour every weekday 9-13 #harbour'")
    shown = chapter.run("famplan add 'Northwind review tue 15:00-16:30 #northwind ~call'")
    chapter.run("famplan add 'Harbour demo tue 15:30-16:15 #harbour ~call'")
    shown = chapter.run("famplan conflicts --to 2026-11-26")
    gap = re.search(r"coverage-gap · (\w+)", shown).group(1)
    chapter.run(f"famplan suggest {gap}")
    chapter.run(f"famplan suggest {gap} --take 9", ends=4)
    chapter.run(f"famplan suggest {gap} --take 1")
    chapter.run("famplan conflicts --to 2026-11-26")
    chapter.run("famplan undo")
    chapter.run("famplan history")
    return chapter


def look_around(terminal):
    """The week and the day, in a wider terminal."""
    chapter = Chapter("4-week", "The week in a wide terminal.", terminal)
    chapter.run("famplan week")
    chapter.run("famplan now")
    chapter.run("famplan today")
    return chapter


def chapters(daemon, address):
    environment = {
        "LANG": "C.UTF-8", "USER": "maya", "HOME": daemon.folder, "FAMPLAN_SOCKET": daemon.socket,
        "PATH": f"{daemon.binaries}:/usr/bin:/bin",
    }
    for columns, parts in [(80, [lambda terminal: set_up(terminal, address), add_in_words, solve_a_conflict]), (120, [look_around])]:
        terminal = Terminal(columns, 24, environment, daemon.folder)
        try:
            for part in parts:
                yield part(terminal)
        finally:
            terminal.close()


def main():
    binaries, is_recording = os.path.abspath(sys.argv[1]), "--record" in sys.argv[2:]
    begin = time.monotonic()
    # A short name, the same in each run: it stands in what is shown.
    folder = tempfile.mkdtemp(prefix="famplan-terminal-")
    daemon = TemporaryDaemon(binaries, folder)
    problems, differences, school = [], [], School()
    try:
        Path(folder, "famplan.yaml").write_text("channels:\n  log: { kind: journal }\n", encoding="utf-8")
        daemon.start("--config", f"{folder}/famplan.yaml", "--now", NOW)
        for chapter in chapters(daemon, school.address):
            problems += chapter.problems
            if is_recording:
                RECORDED.mkdir(exist_ok=True)
                (RECORDED / f"{chapter.name}.txt").write_text(chapter.text, encoding="utf-8")
            else:
                differences += chapter.differences()
            print(f"{chapter.name}: {chapter.text.count('═' * chapter.terminal.columns)} screens")
    finally:
        daemon.stop()
        shutil.rmtree(folder)
    if problems:
        sys.exit("\n".join(problems))
    if differences:
        print("\n".join(differences))
        sys.exit("the terminal shows something else than what is recorded (RECORD=1 make terminal writes it anew)")
    print(f"{'recorded' if is_recording else 'as recorded'}, in {time.monotonic() - begin:.1f} s")


if __name__ == "__main__":
    main()
