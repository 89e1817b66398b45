"""A Debian machine that boots for the test: a folder made by debootstrap, and systemd-nspawn -b."""
import os
import shlex
import shutil
import signal
import subprocess
import time

# What a freshly installed server has, and what the package depends on: it is installed without a network.
PACKAGES = ["systemd", "systemd-sysv", "dbus", "libsqlite3-0", "libstdc++6", "zlib1g", "tzdata", "procps", "man-db",
            "ca-certificates",
            # Lets months pass for one service, where a test needs them.
            "libfaketime"]


class Failed(Exception):
    """Something is not as it should be: the words say what."""


def base(folder):
    """A fresh Debian 12, made once and copied from then on."""
    done = os.path.join(folder, "etc", "boot-test-base")
    text = "\n".join(PACKAGES)
    if os.path.exists(done) and open(done).read() == text:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", "--include=" + ",".join(PACKAGES), "bookworm", folder, mirror()],
        check=True, stdout=subprocess.DEVNULL)
    with open(done, "w") as file:
        file.write(text)
    return folder


def mirror():
    """Where this machine itself has its packages from."""
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Codename: bookworm"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    if not found:
        subprocess.run(["apt-get", "update", "--quiet=2"], check=True)
        found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    if not found:
        raise Failed("apt knows no repository of Debian 12 (bookworm): name one in its sources")
    return found[0]


class Machine:
    def __init__(self, name, base, work):
        self.name, self.root = name, os.path.join(work, name)
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", base, self.root], check=True)
        with open(os.path.join(self.root, "etc", "hostname"), "w") as file:
            file.write(name + "\n")
        # Each machine is its own: made at its first boot.
        with open(os.path.join(self.root, "etc", "machine-id"), "w") as file:
            file.write("")
        self.console = open(os.path.join(work, name + ".console"), "wb")
        self.nspawn = self.leader = None

    def boot(self):
        """Returns when systemd says that the machine is up."""
        self.nspawn = subprocess.Popen(
            ["systemd-nspawn", "--quiet", "-D", self.root, "-b", "--private-network", "--register=no", "--keep-unit",
             "--console=read-only"],
            stdin=subprocess.DEVNULL, stdout=self.console, stderr=subprocess.STDOUT, start_new_session=True)
        self.leader = until("the machine has a first process", self.first_process, 60)
        until("systemd answers", lambda: self.run("test -S /run/systemd/private", check=False).status == 0, 120)
        state = self.run("systemctl is-system-running --wait", check=False).out.strip()
        if state != "running":
            raise Failed(f"{self.name} is {state}: " + self.run("systemctl --failed --no-legend", check=False).out)

    def first_process(self):
        if self.nspawn.poll() is not None:
            self.console.flush()
            raise Failed("systemd-nspawn ended: " + open(self.console.name, errors="replace").read()[-2000:])
        pid = self.nspawn.pid
        children = open(f"/proc/{pid}/task/{pid}/children").read().split()
        for child in children:
            try:
                if open(f"/proc/{child}/comm").read().strip() == "systemd":
                    return child
            except OSError:
                pass
        return None

    def run(self, command, user=None, check=True, timeout=120, environment=None):
        """A shell command on the machine, as root or as somebody with an account there."""
        words = ["nsenter", "-t", self.leader, "-m", "-u", "-i", "-n", "-p", "--wdns=/", "env", "-i",
                 "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "HOME=/root", "DEBIAN_FRONTEND=noninteractive",
                 "SYSTEMD_PAGER=", "SYSTEMD_COLORS=0"]
        words += [f"{k}={v}" for k, v in (environment or {}).items()]
        if user:
            words += ["runuser", "-u", user, "--"]
        words += ["sh", "-c", command]
        try:
            done = subprocess.run(words, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            raise Failed(f"{command}: no end after {timeout} seconds\n" + self.journal())
        result = Result(done.returncode, done.stdout, done.stderr)
        if check and result.status != 0:
            raise Failed(f"{command}: exit status {result.status}\n{result.out}{result.error}\n" + self.journal())
        return result

    def journal(self):
        return self.run("journalctl -b --no-pager -n 200 -o short | grep -v -e runuser -e useradd | tail -40", check=False).out if self.leader else ""

    def place(self, source, target, mode=0o644):
        path = self.root + target
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copyfile(source, path)
        os.chmod(path, mode)

    def write(self, target, text, mode=0o644):
        with open(self.root + target, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(self.root + target, mode)

    def read(self, target):
        with open(self.root + target, encoding="utf-8") as file:
            return file.read()

    def off(self):
        """Ends the machine as a machine ends: told to, and then its power."""
        if self.nspawn and self.nspawn.poll() is None:
            # Our own machine's first process takes this as «power off» (SIGRTMIN+4).
            try:
                os.kill(int(self.leader), signal.SIGRTMIN + 4)
                self.nspawn.wait(60)
            except (subprocess.TimeoutExpired, ProcessLookupError, TypeError):
                self.nspawn.kill()
                self.nspawn.wait()
        self.console.close()
        shutil.rmtree(self.root, ignore_errors=True)


class Result:
    def __init__(self, status, out, error):
        self.status, self.out, self.error = status, out, error


def until(what, condition, seconds):
    """Waits for a condition, with a limit."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"waited {seconds} seconds, but not so: {what}")
        time.sleep(0.2)


def quoted(words):
    return " ".join(shlex.quote(w) for w in words)
