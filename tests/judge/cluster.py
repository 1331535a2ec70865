"""A PostgreSQL cluster in a temporary folder, reachable through a socket in it and nowhere else, ended with the script.

PostgreSQL refuses to run as root: started by root, it runs as the system's user `postgres`.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ENCODING = "UTF8"
LOCALE = "C.UTF-8"
USER = "judge"


class Cluster:
    def __enter__(self):
        # Ended from outside, the script leaves through the same door as by itself.
        signal.signal(signal.SIGTERM, lambda *_: exit(1))
        self.programs = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="pigello-judge-"))
        self.server = None
        self.account = {}
        try:
            if os.geteuid() == 0:
                owner = pwd.getpwnam("postgres")
                self.account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
                os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        data = self.folder / "data"
        self.run(
            "initdb", "--pgdata", data, "--username", USER, "--auth", "trust", "--no-sync", "--no-instructions",
            f"--locale={LOCALE}", f"--encoding={ENCODING}",
        )  # fmt: skip
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off"}
        given = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self.server = subprocess.Popen(
            [self.programs / "postgres", "-D", data, *given],
            cwd=self.folder, stdout=self.log("server"), stderr=subprocess.STDOUT,
            start_new_session=True, **self.account,
        )  # fmt: skip
        ready = [self.programs / "pg_isready", "--quiet", "--host", self.folder, "--username", USER]
        for _ in range(600):
            if self.server.poll() is not None:
                break
            if subprocess.run(ready).returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit("PostgreSQL did not start:\n" + (self.folder / "server.log").read_text())

    def run(self, program, *arguments):
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder, stdout=self.log(program), stderr=subprocess.STDOUT, **self.account,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{program} failed:\n" + (self.folder / f"{program}.log").read_text())

    def log(self, program):
        return (self.folder / f"{program}.log").open("w")

    def __exit__(self, *_):
        if self.server and self.server.poll() is None:
            # Fast shutdown: PostgreSQL ends its sessions and itself.
            self.server.send_signal(signal.SIGINT)
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        shutil.rmtree(self.folder)

    def database(self):
        """For Django's settings."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": USER,
            "HOST": str(self.folder),
        }


def programs():
    """The folder with initdb and postgres: Debian's newest, else that of the PATH."""
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    found = sorted((f for f in debian if (f / "initdb").exists()), key=lambda f: float(f.parent.name))
    if found:
        return found[-1]
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise SystemExit("PostgreSQL is missing: install its server")
