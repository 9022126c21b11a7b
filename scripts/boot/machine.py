"""A systemd of one's own: booted in namespaces on an overlay of this machine's root, and gone without a trace."""
import os
import shutil
import subprocess
import tempfile
import time

INIT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "init.sh")


class Failure(Exception):
    """Something is not as it should be."""


def wait(condition, what, seconds=20):
    """Waits for a fact; gives it."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {seconds} s")
        time.sleep(0.05)


class Machine:
    """Only ever ends the processes that it started."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="famplan-boot.")
        self.mounted = self.process = self.pid = None

    @staticmethod
    def obstacle():
        """Why none can be booted here; None where it can."""
        if os.geteuid() != 0:
            return "only root can"
        if not os.path.exists("/lib/systemd/systemd"):
            return "there is no systemd"
        trial = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--uts", "--ipc", "--net", "--cgroup", "true"], capture_output=True)
        return None if trial.returncode == 0 else f"no namespaces: {trial.stderr.decode().strip()}"

    def start(self):
        self.cgroup = os.path.join(self._cgroups(), f"famplan-test-{os.getpid()}")
        os.mkdir(self.cgroup)
        root = os.path.join(self.folder, "machine")
        os.mkdir(root)
        with open(os.path.join(self.folder, "console"), "wb") as console:
            self.process = subprocess.Popen(
                ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--net", "--cgroup", INIT, root],
                stdin=subprocess.DEVNULL, stdout=console, stderr=console, preexec_fn=self._join_cgroup)
        self.pid = wait(self._systemd, "systemd starts")
        wait(lambda: self.output("systemctl", "is-system-running", check=False) in ("running", "degraded"), "the boot")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.kill()  # --kill-child takes the machine along
            self.process.wait()
        for _ in range(50):
            subprocess.run(["find", self.cgroup, "-depth", "-type", "d", "-exec", "rmdir", "{}", "+"], capture_output=True)
            if not os.path.exists(self.cgroup):
                break
            time.sleep(0.1)
        if self.mounted:
            subprocess.run(["umount", self.mounted], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, path):
        """Where a file of the machine's is seen from here."""
        return f"/proc/{self.pid}/root{path}"

    def write(self, path, text, mode=0o644):
        os.makedirs(os.path.dirname(self.path(path)), exist_ok=True)
        with open(self.path(path), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(self.path(path), mode)

    def run(self, *command, check=True, user=None, environment=(), **options):
        """Runs a command in it as root, or as a user with that user's groups; gives the completed process."""
        words = ["nsenter", "--all", "--target", str(self.pid), "--", "env", "-i", "LANG=C.UTF-8",
                 "PATH=/usr/sbin:/usr/bin:/sbin:/bin", *environment]
        if user:
            words += ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"]
        done = subprocess.run([*words, *command], capture_output=True, text=True, check=False, timeout=60, **options)
        if check and done.returncode != 0:
            raise Failure(f"{' '.join(command)}: status {done.returncode}: {(done.stderr or done.stdout).strip()}")
        return done

    def output(self, *command, **options):
        return self.run(*command, **options).stdout.strip()

    def start_process(self, *command):
        """Begins a command in it, as root."""
        return subprocess.Popen(["nsenter", "--all", "--target", str(self.pid), "--", *command],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def property(self, unit, name):
        return self.output("systemctl", "show", "--property", name, "--value", unit)

    def drop_in(self, unit, text, name="test"):
        """Changes a unit until `reset`; one of the same name takes its place."""
        self.write(f"/run/systemd/system/{unit}.d/{name}.conf", text)
        self.run("systemctl", "daemon-reload")

    def reset(self):
        """Takes all drop-ins away, and starts socket and service anew."""
        for unit in ("famplan.service", "famplan.socket"):
            shutil.rmtree(self.path(f"/run/systemd/system/{unit}.d"), ignore_errors=True)
        self.run("systemctl", "daemon-reload")
        self.run("systemctl", "stop", "famplan.service", "famplan.socket", check=False)
        self.run("systemctl", "reset-failed", "famplan.service", "famplan.socket", check=False)
        self.run("systemctl", "start", "famplan.socket", "famplan.service")

    def _systemd(self):
        if self.process.poll() is not None:
            with open(os.path.join(self.folder, "console"), encoding="utf-8", errors="replace") as console:
                raise Failure(f"the machine did not boot: {console.read().strip()}")
        path = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        with open(path, encoding="ascii") as children:
            for child in children.read().split():
                with open(f"/proc/{child}/comm", encoding="utf-8") as name:
                    if name.read().strip() == "systemd":
                        return int(child)
        return None

    def _cgroups(self):
        """The tree of control groups; mounts one where there is none."""
        with open("/proc/mounts", encoding="utf-8") as mounts:
            for line in mounts:
                if line.split()[2] == "cgroup2":
                    return line.split()[1]
        self.mounted = os.path.join(self.folder, "cgroups")
        os.mkdir(self.mounted)
        subprocess.run(["mount", "-t", "cgroup2", "cgroup2", self.mounted], check=True)
        return self.mounted

    def _join_cgroup(self):
        with open(os.path.join(self.cgroup, "cgroup.procs"), "w", encoding="ascii") as file:
            file.write("0")
