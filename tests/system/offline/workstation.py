# SPDX-License-Identifier: Apache-2.0
"""A computer with the agent on it, at the far end of the cable."""
import json
import os
import pathlib
import re
import subprocess
import tempfile


class Outcome:
    def __init__(self, done):
        self.code, self.text = done.returncode, done.stdout + done.stderr

    @property
    def accepted(self):
        return self.code == 0

    def __repr__(self):
        return f"[{self.code}] {self.text}"


class Workstation:
    """`days` of a call move the computer's clock: 3 is three days from now, -1 was yesterday."""

    def __init__(self, programs, module, network, service, name):
        self.program, self.module = programs / "holdfast-agent", module
        self.network, self.service, self.name = network, service, name
        self.base = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.base.name)
        self.state = self.folder / "state"

    def close(self):
        self.base.cleanup()

    def run(self, verb, *words, typed=(), days=0, timeout=60):
        command = self._at(days, self.program, verb, *words, "--state-dir", self.state)
        return Outcome(subprocess.run(self.network.there(*command), input="".join(line + "\n" for line in typed), text=True,
                                      capture_output=True, timeout=timeout))

    @staticmethod
    def _at(days, *command):
        words = [str(word) for word in command]
        return ["faketime", "--exclude-monotonic", "-f", f"{days:+f}d", *words] if days else words

    def enrol(self, code, *words):
        return self.run("enrol", "--service", self.service.url, "--ca", self.service.certificate, "--name", self.name, "--tcti", "none",
                        *words, typed=[code])

    def logon(self, who, *typed, days=0):
        return self.run("logon", who, "--stdin", typed=typed, days=days)

    def refill(self, days=0):
        return self.run("refill", days=days)

    def status(self):
        return json.loads(self.run("status", "--json").text)

    def held(self, who):
        return [held for held in self.status()["sets"] if held["userName"] == who]

    def events(self):
        return [json.loads(line) for line in self.run("events", "--json").text.splitlines()]

    def pamtester(self, who, *typed, days=0):
        """A sign-in through a PAM stack. The module gives its agent nothing of its own surroundings, so a clock is moved in
        a program that stands for the agent."""
        agent = self.folder / "agent"
        agent.write_text("#!/bin/sh\nexec " + " ".join(self._at(days, self.program)) + ' "$@"\n')
        agent.chmod(0o700)
        stack = self.folder / "pam.d"
        stack.mkdir(exist_ok=True)
        (stack / "holdfast").write_text(f"auth required {self.module} agent={agent} state_dir={self.state}\n"
                                        "account required pam_permit.so\n")
        surroundings = {**os.environ, "LD_PRELOAD": "libpam_wrapper.so", "PAM_WRAPPER": "1", "PAM_WRAPPER_SERVICE_DIR": str(stack)}
        return Outcome(subprocess.run(self.network.there("pamtester", "holdfast", who, "authenticate"), text=True,
                                      input="".join(line + "\n" for line in typed), capture_output=True, timeout=60, env=surroundings))

    def challenge(self, who):
        """Begins a sign-in with a challenge. What was shown, and a function that types the response."""
        process = subprocess.Popen(self.network.there(str(self.program), "challenge", who, "--state-dir", str(self.state)),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        shown = ""
        while not (found := re.search(r"challenge: ([0-9A-Z -]+)", shown)):
            line = process.stdout.readline()
            if not line:
                process.wait()
                return shown, None
            shown += line

        def answer(response):
            text, _ = process.communicate(response + "\n", timeout=30)
            return Outcome(subprocess.CompletedProcess([], process.returncode, shown + text, ""))
        return found.group(1).strip(), answer

    def damage(self):
        """Turns one bit in the middle of every set."""
        files = list(self.state.glob("*.set"))
        for file in files:
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 1
            file.write_bytes(content)
        return len(files)
