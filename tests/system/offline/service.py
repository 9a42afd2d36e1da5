# SPDX-License-Identifier: Apache-2.0
"""A real holdfastd with a certificate, and an administrator who talks to it over REST."""
import http.client
import json
import pathlib
import ssl
import subprocess
import tempfile

from network import NAME, SERVICE

PASSWORD = "correct horse battery"


class Refusal(Exception):
    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status, self.code = status, problem.get("code")


def make_certificate(folder, name):
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                    "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", key, "-out", certificate],
                   check=True, capture_output=True)
    return certificate, key


class Service:
    def __init__(self, programs):
        self.program = programs / "holdfastd"
        self.base = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.base.name)
        self.certificate, self.key = make_certificate(self.folder, "service")
        self.verb("init", "--admin", "admin", "--key-dir", self.folder / "keys")
        self.port, self.process, self.token = 0, None, None
        self.start()

    def close(self):
        self.stop()
        self.base.cleanup()

    def verb(self, *words):
        subprocess.run([self.program, *words, "--data-dir", self.folder / "data"], input=PASSWORD + "\n", text=True, check=True,
                       capture_output=True)

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--data-dir", self.folder / "data", "--listen", f"{SERVICE}:{self.port}", "--tls-certificate",
             self.certificate, "--tls-key", self.key], stdout=subprocess.PIPE, stderr=(self.folder / "log").open("a"), text=True)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError((self.folder / "log").read_text())
        self.port = int(json.loads(line)["url"].rstrip("/").rsplit(":", 1)[1])
        self.token = None
        self.token = self.post("/api/v1/sessions", name="admin", password=PASSWORD)["token"]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)

    @property
    def url(self):
        return f"https://{NAME}:{self.port}"

    def log(self):
        return (self.folder / "log").read_text()

    def call(self, method, path, body=None, version=None):
        headers = {"Host": f"{NAME}:{self.port}"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection = http.client.HTTPSConnection(NAME, self.port, timeout=30,
                                                 context=ssl.create_default_context(cafile=str(self.certificate)))
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        told = json.loads(text) if text else {}
        if answer.status >= 400:
            raise Refusal(answer.status, told)
        return told

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, **body):
        return self.call("POST", path, body or None)

    def import_file(self, file):
        """A form with a token file in it, as `curl -F` sends it."""
        told = subprocess.run(["curl", "--silent", "--show-error", "--fail-with-body", "--cacert", self.certificate,
                               "--header", "@-", "--form", "format=sdtid", "--form", f"file=@{file}", f"{self.url}/api/v1/token-imports"],
                              input=f"Authorization: Bearer {self.token}\n", check=True, capture_output=True, text=True)
        return json.loads(told.stdout)

    def items(self, path):
        return self.get(path)["items"]

    def events(self, key, **where):
        """Of this key, the newest first, with these values in them."""
        found = self.items(f"/api/v1/events?key={key}&limit=200&order=desc")
        return [event for event in found if all(event.get(name, event["detail"].get(name)) == value for name, value in where.items())]

    def apply(self, cure):
        """The one click: what the console would send for the button."""
        return self.call(cure["method"], cure["path"], cure.get("body") or None, cure.get("version"))

    def policy(self, kind="offline"):
        """The policy that applies where nothing else is set."""
        return next(policy for policy in self.items(f"/api/v1/policies/{kind}") if policy["isDefault"])

    def change_policy(self, kind="offline", /, **changes):
        policy = self.policy(kind)
        return self.call("PUT", f"/api/v1/policies/{kind}/{policy['id']}", {**policy, **changes}, policy["version"])
