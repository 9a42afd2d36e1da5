# SPDX-License-Identifier: Apache-2.0
"""What every test here starts with: the network, the service, a workstation of its own and people with tokens."""
import dataclasses
import itertools
import pathlib
import tempfile
import unittest

from network import Network
from service import Service
from tokens import OathCounter, OathTime, SecurId
from workstation import Workstation

number = itertools.count(1)
PIN = "4711"


@dataclasses.dataclass
class Person:
    id: str
    name: str
    token: object = None
    pin: str = ""

    def passcode(self, at=None):
        return self.pin + (self.token.fresh() if at is None else self.token.code(at))


class OfflineCase(unittest.TestCase):
    programs: pathlib.Path
    module: pathlib.Path
    network: Network
    service: Service

    @classmethod
    def open(cls, programs, module):
        OfflineCase.programs, OfflineCase.module = programs, module
        OfflineCase.network = Network()
        OfflineCase.service = Service(programs)
        cls.service.change_policy(enabled=True, minimumPasscodeLength=8, offlineDays=14, warnDays=5, maxFailures=3,
                                  allowPinpadOrSoftware=True, allowPinless=False, emergencyTokencodes=True, emergencyPasscodes=True)

    @classmethod
    def shut(cls):
        cls.service.close()
        cls.network.close()

    def setUp(self):
        for kind in ("offline", "token"):
            policy = self.service.policy(kind)
            self.addCleanup(self.service.change_policy, kind, **{k: v for k, v in policy.items() if k not in ("id", "version")})
        self.addCleanup(self.network.join)

    # People and their tokens

    def person(self, domain=None):
        name = f"person{next(number)}"
        made = self.service.post("/api/v1/users", name=name, displayName=f"Person {name}", phone="+49 30 1234567",
                                 **({"domain": domain} if domain else {}))
        return Person(made["id"], name)

    def with_app(self, person, kind="totp", pin=PIN):
        """A token of the app's; its first sign-in chooses the PIN."""
        made = self.service.post(f"/api/v1/users/{person.id}/enrol", kind=kind, requirePin=bool(pin))
        serial, uri = made["token"]["serial"], made["otpauthUri"]
        person.token = OathTime(serial, uri) if kind == "totp" else OathCounter(serial, uri)
        self.service.post(f"/api/v1/tokens/{serial}/confirm", code=person.token.fresh())
        return person

    def with_securid(self, person):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        person.token = SecurId(folder.name)
        self.service.import_file(person.token.file)
        self.service.post(f"/api/v1/tokens/{person.token.serial}/assign", userId=person.id, requirePin=True)
        return person

    # Workstations

    def workstation(self, domain=None):
        name = f"laptop-{next(number)}"
        made = Workstation(self.programs, self.module, self.network, self.service, name)
        self.addCleanup(made.close)
        code = self.service.post("/api/v1/enrolment-codes", name=name, **({"domain": domain} if domain else {}))["code"]
        enrolled = made.enrol(code)
        self.assertTrue(enrolled.accepted, enrolled)
        made.id = next(w["id"] for w in self.service.items("/api/v1/workstations") if w["name"] == name)
        return made

    def first_logon(self, laptop, person, pin=PIN):
        """Online, with the tokencode alone; the service asks for a new PIN."""
        done = laptop.logon(person.name, person.token.fresh(), pin)
        self.assertTrue(done.accepted, done)
        person.pin = pin
        return done

    def ready(self, kind="totp"):
        """A person who signed in once, and whose laptop holds data."""
        laptop, person = self.workstation(), self.with_app(self.person(), kind)
        self.first_logon(laptop, person)
        self.assertEqual(1, len(laptop.held(person.name)), laptop.status())
        return laptop, person

    # What is expected

    def accepted(self, outcome, *words):
        self.assertTrue(outcome.accepted, outcome)
        for word in words:
            self.assertIn(word, outcome.text)
        return outcome

    def refused(self, outcome, *words):
        self.assertFalse(outcome.accepted, outcome)
        for word in words:
            self.assertIn(word, outcome.text)
        return outcome

    def set_of(self, laptop, person):
        """The set as the readiness board shows it."""
        return next(s for s in self.service.items(f"/api/v1/offline-sets?filter=user:{person.id}") if s["workstationId"] == laptop.id)

    def verified(self, person):
        """The caller is called back on the number on record."""
        begun = self.service.post(f"/api/v1/users/{person.id}/verifications")
        for step in ({"method": "callBack"}, {"method": "manager", "manager": "Head of Sales"}):
            self.service.post(f"/api/v1/users/{person.id}/verifications/{begun['id']}/steps", **step)

    def read_code(self, laptop, person, replaces):
        """The help desk reads out the emergency code that the workstation holds."""
        self.verified(person)
        held = self.set_of(laptop, person)
        return self.service.post(f"/api/v1/offline-sets/{held['id']}/emergency-codes", replaces=replaces, reason="ticket 4812")
