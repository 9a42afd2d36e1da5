# SPDX-License-Identifier: Apache-2.0
"""A network of two: the service's side, in which these tests run, and the workstation's, with a cable between them.

Both are namespaces of their own, so nothing here touches the machine's network, and nothing is left when the tests end."""
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading

SERVICE, WORKSTATION, NAME = "10.77.0.1", "10.77.0.2", "holdfast.test"
MARK = "HOLDFAST_TEST_NAMESPACE"


# What Network does, tried without consequences.
TRIAL = ("ip link add trial1 type veth peer name trial2 && mount --bind /etc/hosts /etc/hosts"
         " && mount --bind /etc/resolv.conf /etc/resolv.conf && mount --bind /etc/nsswitch.conf /etc/nsswitch.conf")


def enter():
    """Runs this program again in namespaces of its own, and does not come back from there. False: none can be made."""
    if os.environ.get(MARK):
        return True
    unshare = ["unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"]
    if os.getuid() != 0:
        unshare += ["--user", "--map-root-user"]
    if subprocess.run([*unshare, "sh", "-c", TRIAL], capture_output=True).returncode != 0:
        return False
    os.environ[MARK] = "1"
    os.execvp(unshare[0], [*unshare, sys.executable, *sys.argv])


def ip(*words):
    subprocess.run(["ip", *words], check=True)


class Network:
    """The cable, and the files that say what the service's name means."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.hosts = self._overlay("/etc/hosts")
        self.resolver = self._overlay("/etc/resolv.conf")
        # The names of this network alone, whatever the machine asks otherwise.
        self._overlay("/etc/nsswitch.conf").write_text("passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n")
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        self.far = f"/proc/{self.holder.pid}/ns/net"
        while os.readlink(self.far) == os.readlink("/proc/self/ns/net"):
            pass
        ip("link", "set", "lo", "up")
        ip("link", "add", "service", "type", "veth", "peer", "name", "cable", "netns", str(self.holder.pid))
        ip("address", "add", f"{SERVICE}/24", "dev", "service")
        ip("link", "set", "service", "up")
        self.over_there("ip", "link", "set", "lo", "up")
        self.over_there("ip", "address", "add", f"{WORKSTATION}/24", "dev", "cable")
        self.name_known()
        self.join()

    def close(self):
        self.holder.kill()
        self.holder.wait()
        self.folder.cleanup()

    def _overlay(self, path):
        copy = pathlib.Path(self.folder.name) / path.replace("/", "_")
        copy.write_text("")
        subprocess.run(["mount", "--bind", str(copy), path], check=True)
        return copy

    def over_there(self, *words):
        subprocess.run(self.there(*words), check=True)

    def there(self, *words):
        """The words of a command that runs on the workstation's side."""
        return ["nsenter", f"--net={self.far}", *words]

    def cut(self):
        self.over_there("ip", "link", "set", "cable", "down")

    def join(self):
        self.over_there("ip", "link", "set", "cable", "up")

    def name_known(self):
        self.hosts.write_text(f"127.0.0.1 localhost\n{SERVICE} {NAME}\n")
        self.resolver.write_text("")

    def name_asked_of(self, server):
        """The name is no longer in the file: whoever wants it asks this server."""
        self.hosts.write_text("127.0.0.1 localhost\n")
        self.resolver.write_text(f"nameserver {server}\noptions attempts:3 timeout:5\n")


class Impostor:
    """What sits at the service's address in its place. Without a certificate it takes connections and says nothing."""

    def __init__(self, port, certificate=None, key=None):
        self.socket = socket.create_server((SERVICE, port))
        self.tls = None
        if certificate:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.tls.load_cert_chain(certificate, key)
        self.held = []
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()
        for connection in self.held:
            connection.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.held.append(connection)
            if not self.tls:
                continue
            try:
                with self.tls.wrap_socket(connection, server_side=True) as spoken:
                    spoken.recv(4096)
                    spoken.sendall(b"HTTP/1.1 302 Found\r\nLocation: https://portal.test/sign-in\r\nContent-Length: 0\r\n\r\n")
            except OSError:
                pass
