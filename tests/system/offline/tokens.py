# SPDX-License-Identifier: Apache-2.0
"""Tokens as people carry them; the codes are computed by oathtool and stoken."""
import pathlib
import subprocess
import time
import urllib.parse

HOUR, DAY = 3600, 86400


def output(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout.strip()


class TimeToken:
    """Codes of a time step each. `last` is the last step that was shown to anybody."""

    def __init__(self, serial, interval):
        self.serial, self.interval, self.last = serial, interval, 0

    def code(self, at):
        self.last = int(at) // self.interval
        return self.at(at)

    def fresh(self):
        """A code that nobody has seen, of the step before this one at the earliest."""
        step = max(self.last + 1, int(time.time()) // self.interval - 1)
        while step > int(time.time()) // self.interval + 1:
            time.sleep(0.2)
        return self.code(step * self.interval)


class OathTime(TimeToken):
    def __init__(self, serial, uri):
        asked = urllib.parse.parse_qs(urllib.parse.urlparse(uri).query)
        super().__init__(serial, int(asked.get("period", ["30"])[0]))
        self.secret, self.digits = asked["secret"][0], asked.get("digits", ["6"])[0]

    def at(self, at):
        return output("oathtool", "--totp", "--base32", f"--time-step-size={self.interval}s", f"--digits={self.digits}",
                      "--now", f"@{int(at)}", self.secret)


class OathCounter:
    def __init__(self, serial, uri):
        asked = urllib.parse.parse_qs(urllib.parse.urlparse(uri).query)
        self.serial, self.counter = serial, int(asked.get("counter", ["0"])[0])
        self.secret, self.digits = asked["secret"][0], asked.get("digits", ["6"])[0]

    def fresh(self, skip=0):
        self.counter += 1 + skip
        return output("oathtool", "--hotp", "--base32", f"--digits={self.digits}", f"--counter={self.counter - 1}", self.secret)


class SecurId(TimeToken):
    """A software token of the incumbent's kind: the app mixes the PIN into the code."""

    def __init__(self, folder):
        self.file = pathlib.Path(folder) / "token.sdtid"
        self.file.write_text(output("stoken", "issue") + "\n")
        serial = next(line.split(":")[1].strip() for line in output("stoken", "show", f"--file={self.file}", "--batch").splitlines()
                      if line.startswith("Serial number"))
        super().__init__(serial, 60)
        self.pin = "0000"

    def at(self, at):
        return output("stoken", "tokencode", f"--file={self.file}", f"--pin={self.pin}", f"--use-time={int(at)}", "--force")
