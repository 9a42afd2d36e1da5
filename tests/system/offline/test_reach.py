# SPDX-License-Identifier: Apache-2.0
import contextlib
import socket

from case import OfflineCase
from network import SERVICE, Impostor
from service import make_certificate


class HalfOnline(OfflineCase):
    """There is a network, and no service: each cause is told apart, and the data on the computer decides."""

    def setUp(self):
        super().setUp()
        self.laptop, self.person = self.ready("hotp")

    @contextlib.contextmanager
    def service_away(self):
        self.service.stop()
        try:
            yield
        finally:
            self.service.start()

    def signs_in(self, *words):
        self.accepted(self.laptop.logon(self.person.name, self.person.passcode()), *words, "You sign in with the data on this computer.")

    def test_the_service_is_stopped(self):
        with self.service_away():
            self.signs_in("the service does not answer")

    def test_the_service_is_silent(self):
        with self.service_away(), Impostor(self.service.port):
            self.signs_in("the service does not answer")

    def test_a_portal_with_another_certificate(self):
        with self.service_away(), Impostor(self.service.port, *make_certificate(self.service.folder, "portal")):
            self.signs_in("its certificate is another")

    def test_something_else_answers(self):
        with self.service_away(), Impostor(self.service.port, self.service.certificate, self.service.key):
            self.signs_in("something else answers in the service's place")

    def test_a_name_server_that_does_not_answer(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
            silent.bind((SERVICE, 53))
            self.addCleanup(self.network.name_known)
            self.network.name_asked_of(SERVICE)
            self.signs_in("looking up the service's name takes too long")

    def test_a_name_that_nobody_knows(self):
        self.addCleanup(self.network.name_known)
        self.network.name_asked_of(SERVICE)  # where nothing listens
        self.signs_in("does not know the service's name")

    def test_no_network_at_all(self):
        self.network.cut()
        self.signs_in("This computer has no network.")

    def test_check_tells_it_beforehand(self):
        self.accepted(self.laptop.run("check", self.person.name), "The service would decide.")
        self.network.cut()
        self.assertIn("The data on this computer would decide.", self.laptop.run("check", self.person.name).text)
