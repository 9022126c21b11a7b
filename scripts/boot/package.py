"""The package's life: installed, upgraded, removed, purged; the family's data outlive it."""
import os
import subprocess
import tempfile

from checks import SERVICE, SOCKET, STATE, expect, famplan, main_pid, status

HOUSEHOLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "household.yaml")


def older(package, folder):
    """The same package under a lower version."""
    tree = os.path.join(folder, "tree")
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = os.path.join(tree, "DEBIAN", "control")
    with open(control, encoding="utf-8") as file:
        lines = ["Version: 0.0.1-1\n" if line.startswith("Version:") else line for line in file]
    with open(control, "w", encoding="utf-8") as file:
        file.writelines(lines)
    made = os.path.join(folder, "older.deb")
    # Not compressed: it is thrown away at once.
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, made], check=True, stdout=subprocess.DEVNULL)
    return made


def install(machine, package):
    with open(package, "rb") as source, open(machine.path("/root/famplan.deb"), "wb") as target:
        while block := source.read(1 << 20):
            target.write(block)
    machine.run("dpkg", "--install", "/root/famplan.deb", environment=("DEBIAN_FRONTEND=noninteractive",))


def install_and_upgrade(machine, package):
    """A household on an older version, then this one."""
    with tempfile.TemporaryDirectory() as folder:
        install(machine, older(package, folder))
    for user, groups in (("maya", "family"), ("kofi", "family"), ("guest", "family"), ("stranger", "")):
        machine.run("useradd", "--create-home", "--groups", groups, user)
    with open(HOUSEHOLD, encoding="utf-8") as file:
        machine.write("/root/household.yaml", file.read())
    famplan(machine, "apply", "/root/household.yaml", "--yes")
    machine.write("/etc/famplan/famplan.yaml", "horizon: 9w\n")
    before = main_pid(machine)
    install(machine, package)
    expect(main_pid(machine) not in (0, before), "the upgrade leaves the old daemon running")
    expect(status(machine)["counts"]["person"] == 3, "the upgrade loses the household")
    with open(machine.path("/etc/famplan/famplan.yaml"), encoding="utf-8") as file:
        expect(file.read() == "horizon: 9w\n", "the upgrade overwrites the configuration")


def remove_and_purge(machine):
    for action in ("--remove", "--purge"):
        machine.run("dpkg", action, "famplan")
        for unit in (SERVICE, SOCKET):
            expect(machine.run("systemctl", "is-active", unit, check=False).returncode != 0, f"{action}: {unit} runs")
        expect(machine.run("test", "-s", f"{STATE}/famplan.sqlite", check=False).returncode == 0, f"{action}: data are gone")
    for path in ("/lib/systemd/system/famplan.service", "/usr/bin/famplan", "/etc/famplan/famplan.yaml"):
        expect(machine.run("test", "-e", path, check=False).returncode != 0, f"{path} is left")
    expect(machine.run("test", "-e", "/etc/famplan/credentials/ntfy-token", check=False).returncode == 0,
           "a secret that somebody wrote is deleted")
