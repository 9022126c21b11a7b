#!/usr/bin/env python3
"""Writes a manual page from what a program says of itself (argument-parser's --experimental-dump-help).

    manual.py PROGRAM SECTION DATE VERSION >PAGE
"""
import collections
import json
import re
import subprocess
import sys

FAMPLAN = {
    "EXIT STATUS": [
        ("0", "It is done."), ("1", "It could not be done; stderr says why and what would help."), ("2", "The command line is wrong."),
        ("3", "There are conflicts, and --check or --strict asked for none."), ("4", "What was named is not there, or there are several."),
        ("5", "You may not."), ("69", "No daemon answers."), ("75", "The daemon is busy; try again."),
    ],
    "ENVIRONMENT": [
        ("FAMPLAN_SOCKET", "The daemon's socket."), ("NO_COLOR", "No colours where it is set."),
    ],
    "FILES": [
        ("$XDG_RUNTIME_DIR/famplan/famplan.sock", "Your own daemon's socket: asked first where it is there."),
        ("/run/famplan/famplan.sock", "The machine's daemon's socket."),
    ],
    "SEE ALSO": [("famplan-daemon(8)", "and /usr/share/doc/famplan")],
}
DAEMON = {
    "EXIT STATUS": [
        ("0", "It was told to stop, and has answered what was under way."), ("74", "It can't start for another reason."),
        ("78", "It can't start as it was told."),
    ],
    "SIGNALS": [("SIGTERM, SIGINT", "Answers what is under way, and ends."),
                ("SIGHUP", "Reads famplan.yaml again; with a mistake in it all stays as it was.")],
    "ENVIRONMENT": [
        ("FAMPLAN_CONFIG, FAMPLAN_STATE, FAMPLAN_SOCKET, FAMPLAN_LOG_LEVEL, FAMPLAN_HORIZON, FAMPLAN_TIME_ZONE",
         "As the options and the keys of famplan.yaml; options go first."),
        ("FAMPLAN_CREDENTIAL_NAME", "A secret that famplan.yaml names, where no file in $CREDENTIALS_DIRECTORY is called so."),
        ("STATE_DIRECTORY, RUNTIME_DIRECTORY, CONFIGURATION_DIRECTORY, CREDENTIALS_DIRECTORY",
         "As systemd sets them; see systemd.exec(5)."),
        ("LISTEN_FDS, NOTIFY_SOCKET, WATCHDOG_USEC", "A socket from systemd, and whom to tell; see sd_listen_fds(3) and sd_notify(3)."),
    ],
    "FILES": [
        ("/etc/famplan/famplan.yaml", "The configuration: every key with its default."),
        ("/var/lib/famplan/famplan.sqlite", "The household."), ("/run/famplan/famplan.sock", "The socket."),
    ],
    "SEE ALSO": [("famplan(1)", "and /usr/share/doc/famplan")],
}


def escape(text):
    """As roff shows it letter by letter."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def plain(text):
    """Without the marks of Markdown."""
    return re.sub(r"[`*]", "", text)


def name(argument):
    marks = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    names = [f"\\fB{escape(marks[each['kind']] + each['name'])}\\fR" for each in argument.get("names", [])]
    value = f"\\fI{escape(argument['valueName'])}\\fR"
    if argument["kind"] == "positional":
        return value
    return ", ".join(names) + (f" {value}" if argument["kind"] == "option" else "")


def described(argument):
    words = [plain(argument.get("abstract", ""))]
    if argument.get("defaultValue"):
        words.append(f"({argument['defaultValue']} where not given)")
    return escape(" ".join(word for word in words if word))


def items(arguments):
    lines = []
    for argument in arguments:
        if argument["shouldDisplay"]:
            lines += [".TP", name(argument), described(argument) or "\\&"]
    return lines


def key(argument):
    return json.dumps([argument.get("names"), argument.get("abstract"), argument["valueName"]])


def commands(command, path, shared):
    """The command's section and those of its own commands."""
    if not command.get("shouldDisplay", True) or command["commandName"] == "help":
        return []
    words = [*path, command["commandName"]]
    own = [each for each in command.get("arguments", []) if key(each) not in shared]
    lines = [f'.SS "{escape(" ".join(words[1:]))}"', escape(plain(command.get("abstract", "")))]
    if command.get("discussion"):
        lines += [".P", escape(plain(command["discussion"])).replace("\n", "\n.br\n")]
    lines += items(own)
    for each in command.get("subcommands", []):
        lines += commands(each, words, shared)
    return lines


def page(root, section, date, version):
    title = root["commandName"]
    leaves = [each for each in root.get("subcommands", []) if each["commandName"] != "help"]
    # What nearly every command takes is told once.
    count = collections.Counter(key(each) for leaf in leaves for each in leaf.get("arguments", []))
    shared = {each for each in count if count[each] > len(leaves) / 2}
    common = [each for each in (leaves[0]["arguments"] if leaves else []) if key(each) in shared]
    lines = [
        f'.TH {title.upper()} {section} {date} "famplan {version}"', ".SH NAME",
        f"{escape(title)} \\- {escape(plain(root['abstract']).rstrip('.'))}", ".SH SYNOPSIS",
        f"\\fB{escape(title)}\\fR" + (" \\fIcommand\\fR" if leaves else "") + " [\\fIoption\\fR ...]",
    ]
    if root.get("discussion"):
        lines += [".SH DESCRIPTION", escape(plain(root["discussion"]))]
    lines += [".SH OPTIONS", *items(common or root.get("arguments", []))]
    if leaves:
        lines.append(".SH COMMANDS")
        for leaf in leaves:
            lines += commands(leaf, [title], shared)
    for heading, entries in (FAMPLAN if leaves else DAEMON).items():
        lines.append(f'.SH "{heading}"')
        for term, text in entries:
            lines += [".TP", f"\\fB{escape(term)}\\fR", escape(text)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    program, section, date, version = sys.argv[1:]
    said = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    sys.stdout.write(page(json.loads(said)["command"], section, date, version))
