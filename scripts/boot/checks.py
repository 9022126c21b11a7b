"""What is tried on the installed package in a booted systemd. A check raises a Failure where something is not so."""
import glob
import http.client
import json
import os
import socket
import stat
import time

from machine import Failure, wait

SERVICE, SOCKET = "famplan.service", "famplan.socket"
PATH = "/run/famplan/famplan.sock"
STATE = "/var/lib/famplan"
# LoggedEvent.request
REQUEST_EVENT = "e4d868eef85f40bfa09f5a19519a0ddf"
MOST_EXPOSURE = 1.3
SECRET = "tk-hunter2"


def expect(condition, what):
    if not condition:
        raise Failure(what)


def famplan(machine, *arguments, user=None, check=True, environment=()):
    return machine.run("famplan", *arguments, user=user, check=check, environment=environment)


def status(machine, **options):
    return json.loads(famplan(machine, "status", "--json", **options).stdout)


def main_pid(machine, unit=SERVICE):
    return int(machine.property(unit, "MainPID"))


def restarts(machine):
    return int(machine.property(SERVICE, "NRestarts"))


# How it is installed

def units_are_sound(machine):
    units = sorted(glob.glob(machine.path("/lib/systemd/system/famplan*")))
    names = [os.path.basename(unit).replace("@.", "@lindqvist.") for unit in units]
    expect(len(names) == 4, f"units: {names}")
    said = machine.run("systemd-analyze", "verify", *names)
    expect(not (said.stdout + said.stderr).strip(), f"systemd-analyze verify: {said.stdout}{said.stderr}")
    for name in names:
        if name.endswith(".service"):
            last = machine.output("systemd-analyze", "security", name).splitlines()[-1]
            exposure = float(last.split(": ")[1].split()[0])
            expect(exposure <= MOST_EXPOSURE, f"{name}: exposure {exposure} is more than {MOST_EXPOSURE}")


def installed_and_running(machine):
    for unit in (SERVICE, SOCKET):
        expect(machine.output("systemctl", "is-enabled", unit) == "enabled", f"{unit} is not enabled")
        expect(machine.output("systemctl", "is-active", unit) == "active", f"{unit} is not active")
    expect(machine.run("test", "-s", "/usr/share/man/man1/famplan.1.gz").returncode == 0, "no manual page")
    expect("SYNOPSIS" in machine.output("man", "-P", "cat", "8", "famplan-daemon"), "no page of the daemon")
    # What bash offers after `famplan un`.
    script = ("source /usr/share/bash-completion/completions/famplan; COMP_WORDS=(famplan un); COMP_CWORD=1; "
              "COMP_LINE='famplan un'; COMP_POINT=10; _famplan famplan un famplan; echo ${COMPREPLY[@]}")
    expect("undo" in machine.output("bash", "-c", script), "bash does not complete famplan's commands")


def status_line(machine):
    text = machine.property(SERVICE, "StatusText")
    expect("entries, " in text and "in sight" in text and "Maya" not in text, f"status: {text}")


# The door

def socket_and_folder(machine):
    """Also after the service has ended and begun: nothing of that concerns the folder."""
    machine.run("systemctl", "restart", SERVICE)
    machine.run("systemctl", "stop", SERVICE)
    found = machine.run("stat", "--format", "%U:%G %a %F", PATH, "/run/famplan", check=False).stdout.splitlines()
    expect(found == ["root:family 660 socket", "root:root 755 directory"], f"socket and folder: {found}")
    machine.run("systemctl", "start", SERVICE)


def first_connection_starts_it(machine):
    machine.run("systemctl", "stop", SERVICE)
    expect(main_pid(machine) == 0, "it does not stop")
    expect(status(machine, user="maya")["you"] == "maya", "the first connection is not answered")
    expect(machine.property(SERVICE, "ActiveState") == "active", "the first connection does not start it")


def peers_are_known(machine):
    for user, name in (("maya", "maya"), ("kofi", "kofi"), (None, "admin")):
        answer = famplan(machine, "status", "--json", user=user, check=False)
        expect(answer.returncode == 0, f"{name} is refused: {answer.stderr}")
        you = json.loads(answer.stdout)["you"]
        expect(you == name, f"{name} is taken for {you}")


def outsiders_are_refused(machine):
    unknown = famplan(machine, "status", user="guest", check=False)
    expect(unknown.returncode == 5 and "nobody in this household" in unknown.stderr,
           f"one of the group whom the household does not name: {unknown.returncode} {unknown.stderr}")
    outside = famplan(machine, "status", user="stranger", check=False)
    expect(outside.returncode != 0 and "nobody in this household" not in outside.stderr,
           f"one outside of the group gets through the door: {outside.returncode} {outside.stderr}")


# What it may do

def ready_blocks_start(machine):
    """Who starts it waits until it says that it answers: where it says nothing, it is not started."""
    machine.drop_in(SERVICE, "[Service]\nUnsetEnvironment=NOTIFY_SOCKET\nTimeoutStartSec=1s\nRestart=no\n")
    machine.run("systemctl", "stop", SERVICE)
    started = machine.run("systemctl", "start", SERVICE, check=False)
    expect(started.returncode != 0, "it counts as started though it has not said so")
    expect(machine.property(SERVICE, "Result") == "timeout", "it fails, but not for want of READY")


def state_is_private(machine):
    found = machine.output("stat", "--format", "%U:%G %a", STATE, f"{STATE}/famplan.sqlite").splitlines()
    expect(found == ["famplan:famplan 700", "famplan:famplan 600"], f"state: {found}")
    expect(machine.property(SERVICE, "UMask") == "0077", "the umask lets others read")


def inside(machine, *command):
    """Runs a command as root where the service is: what that may not do, the service may not."""
    return machine.run("nsenter", "--mount", "--target", str(main_pid(machine)), "--", *command, check=False)


def file_system_is_closed(machine):
    for folder in ("/etc", "/etc/famplan", "/usr/bin", "/opt"):
        said = inside(machine, "touch", f"{folder}/x")
        expect(said.returncode != 0 and "Read-only" in said.stderr, f"it may write in {folder}: {said.stderr}")
    expect(inside(machine, "touch", f"{STATE}/x").returncode == 0, "it may not write its state")
    inside(machine, "rm", f"{STATE}/x")
    machine.write("/root/secret", "")
    expect("secret" not in inside(machine, "ls", "/root").stdout, "it sees the home of root")
    for folder in (STATE, "/tmp", "/var/tmp"):
        inside(machine, "cp", "/usr/bin/true", f"{folder}/true")
        said = inside(machine, f"{folder}/true")
        expect(said.returncode == 126 or "ermission" in said.stderr, f"what lies in {folder} can be run: {said}")
        inside(machine, "rm", f"{folder}/true")


def credentials_are_private(machine):
    machine.write("/etc/famplan/credentials/ntfy-token", SECRET, 0o600)
    expect(machine.output("stat", "--format", "%U %a", "/etc/famplan/credentials") == "root 700", "the folder of secrets")
    machine.drop_in(SERVICE, "[Service]\nLoadCredential=ntfy-token:/etc/famplan/credentials/ntfy-token\n")
    machine.run("systemctl", "restart", SERVICE)
    with open(f"{machine.path('/proc')}/{main_pid(machine)}/environ", encoding="utf-8") as file:
        environment = dict(pair.split("=", 1) for pair in file.read().split("\0") if pair)
    expect(SECRET not in str(environment), "the secret stands in the environment")
    folder = environment.get("CREDENTIALS_DIRECTORY")
    expect(folder, "no credentials")
    as_service = ("setpriv", "--reuid", "famplan", "--regid", "famplan", "--clear-groups")
    expect(inside(machine, *as_service, "cat", f"{folder}/ntfy-token").stdout == SECRET, "it can't read its secret")
    expect(inside(machine, *as_service, "cat", "/etc/famplan/credentials/ntfy-token").returncode != 0,
           "it can read the folder of all secrets")
    as_maya = ("setpriv", "--reuid", "maya", "--regid", "maya", "--init-groups")
    expect(inside(machine, *as_maya, "cat", f"{folder}/ntfy-token").returncode != 0, "maya can read the secret")


def journal_has_fields(machine):
    famplan(machine, "add", "appointment", "--title", "Quuxdentist", "--people", "maya", "--start", "tomorrow 10:00",
            "--duration", "1h", user="maya")
    machine.run("journalctl", "--sync")
    found = machine.output("journalctl", "--output", "json", f"MESSAGE_ID={REQUEST_EVENT}", "--lines", "1")
    expect(found, "no entry of a request")
    entry = json.loads(found)
    uid = machine.output("id", "--user", "maya")
    for field, value in {"PEER_UID": uid, "FAMPLAN_EVENT": "request", "PRIORITY": "6", "_SYSTEMD_UNIT": SERVICE,
                         "MESSAGE": "POST /v1/entries was answered with 200"}.items():
        expect(entry.get(field) == value, f"{field} is {entry.get(field)}, not {value}")
    expect(len(entry.get("FAMPLAN_REQUEST_ID", "")) == 16, "no id of the request")
    expect(float(entry.get("FAMPLAN_DURATION_MS", -1)) > 0, "no duration")
    everything = machine.output("journalctl", "--unit", SERVICE, "--output", "json").lower()
    for canary in ("quuxdentist", "zaphira", SECRET):
        expect(canary not in everything, f"“{canary}” stands in the journal")


# How it lives and ends

def reload_keeps_it(machine):
    if machine.property(SERVICE, "CanReload") != "yes":
        return "not there yet"
    before = main_pid(machine)
    machine.run("systemctl", "reload", SERVICE)
    expect(main_pid(machine) == before and status(machine)["you"] == "admin", "a reload ends it")
    return None


def crash_loses_nobody(machine):
    before = main_pid(machine)
    machine.run("systemctl", "kill", "--kill-whom=main", "--signal=KILL", SERVICE)
    # It is not there again yet: the socket keeps the question.
    expect(status(machine, user="kofi")["you"] == "kofi", "the question is lost")
    expect(main_pid(machine) not in (0, before), "it is the same process")
    expect(restarts(machine) >= 1, "it was not started anew")


WATCHED = "[Service]\nWatchdogSec=2s\nTimeoutAbortSec=1s\n"


def hang_is_mended(machine):
    machine.drop_in(SERVICE, WATCHED)
    machine.run("systemctl", "restart", SERVICE)
    machine.run("systemctl", "kill", "--kill-whom=main", "--signal=STOP", SERVICE)
    wait(lambda: restarts(machine) == 1, "a hanging daemon is started anew", 15)
    expect(status(machine, user="maya")["you"] == "maya", "it does not answer then")


def idle_is_left_alone(machine):
    machine.drop_in(SERVICE, WATCHED)
    machine.run("systemctl", "restart", SERVICE)
    before = main_pid(machine)
    # Two and a half times what the watchdog waits.
    time.sleep(5)
    expect(main_pid(machine) == before and restarts(machine) == 0, "an idle daemon is started anew")


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, machine):
        super().__init__("localhost", timeout=30)
        self.path = machine.path(PATH)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


def stop_answers_first(machine):
    connection = UnixConnection(machine)
    connection.putrequest("POST", "/v1/undo")
    connection.putheader("Content-Length", "2")
    connection.endheaders(b"{")
    status(machine)  # so the connection before has been taken
    pid = main_pid(machine)
    machine.run("systemctl", "stop", "--no-block", SERVICE)
    wait(lambda: machine.property(SERVICE, "ActiveState") != "active", "the stop begins")
    expect(main_pid(machine) == pid, "it has ended in the middle of a request")
    connection.send(b"}")
    answer = connection.getresponse()
    expect(answer.status == 400 and b'"error"' in answer.read(), f"it is answered with {answer.status}")
    wait(lambda: machine.property(SERVICE, "ActiveState") == "inactive", "the stop ends", 10)
    expect(machine.property(SERVICE, "Result") == "success", "the stop is no success")


def stop_takes_the_socket_along(machine):
    machine.run("systemctl", "stop", SOCKET)
    expect(machine.run("test", "-e", PATH, check=False).returncode != 0, "a socket is left that nobody serves")
    expect(famplan(machine, "status", check=False).returncode == 69, "who asks is not told that nobody answers")


def failing_ends(machine):
    machine.drop_in(SERVICE, "[Service]\nExecStart=\nExecStart=/bin/false\nRestartSec=10ms\n")
    machine.run("systemctl", "stop", SERVICE)
    machine.run("systemctl", "start", SERVICE, check=False)
    wait(lambda: machine.property(SERVICE, "ActiveState") == "failed", "what always fails is given up")
    expect(restarts(machine) == 5, f"it was tried {restarts(machine)} times")


def bad_configuration_is_not_retried(machine):
    machine.drop_in(SERVICE, "[Service]\nEnvironment=FAMPLAN_HORIZON=forever\n")
    machine.run("systemctl", "stop", SERVICE)
    machine.run("systemctl", "start", SERVICE, check=False)
    wait(lambda: machine.property(SERVICE, "ActiveState") == "failed", "it fails")
    expect(restarts(machine) == 0, "it is tried again")
    expect(machine.property(SERVICE, "ExecMainStatus") == "78", "it does not say that the configuration is at fault")
    machine.run("journalctl", "--sync")
    expect("forever" in machine.output("journalctl", "--unit", SERVICE, "--lines", "20"), "the journal does not say why")


# Others than the one household

def households_are_apart(machine):
    for name in ("lindqvist", "mensah"):
        machine.run("systemctl", "start", f"famplan@{name}.socket")
        own = (f"FAMPLAN_SOCKET=/run/famplan/{name}/famplan.sock",)
        found = status(machine, environment=own)
        expect(found["stateDirectory"] == f"{STATE}/{name}", f"{name}: state in {found['stateDirectory']}")
    pid = main_pid(machine, "famplan@lindqvist.service")
    seen = machine.output("nsenter", "--mount", "--target", str(pid), "--", "ls", STATE).split()
    expect(seen == ["lindqvist"], f"a household sees {seen}")
    machine.run("systemctl", "stop", *[f"famplan@{n}.{kind}" for n in ("lindqvist", "mensah") for kind in ("socket", "service")])


def own_manager(machine):
    uid = machine.output("id", "--user", "maya")
    machine.run("systemctl", "start", f"user@{uid}.service")
    own = (f"XDG_RUNTIME_DIR=/run/user/{uid}", "HOME=/home/maya")
    machine.run("systemctl", "--user", "start", "famplan.socket", user="maya", environment=own)
    found = status(machine, user="maya", environment=own)
    expect(found["you"] == "admin" and found["stateDirectory"] == "/home/maya/.local/state/famplan", f"{found}")
    socket_path = machine.path(f"/run/user/{uid}/famplan/famplan.sock")
    expect(stat.S_IMODE(os.stat(socket_path).st_mode) == 0o600, "others may ask")
    machine.run("systemctl", "--user", "stop", "famplan.socket", "famplan.service", user="maya", environment=own)
    machine.run("systemctl", "stop", f"user@{uid}.service")
