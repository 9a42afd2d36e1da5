# SPDX-License-Identifier: Apache-2.0
import time

from case import OfflineCase
from service import Refusal
from tokens import DAY, HOUR


class WithoutANetwork(OfflineCase):
    def test_from_the_first_day_to_the_last_and_not_beyond(self):
        laptop, person = self.ready()
        self.network.cut()
        now = time.time()
        tomorrow = person.passcode(now + DAY)
        self.accepted(laptop.logon(person.name, tomorrow, days=1), "This computer has no network.", "12 days are left")
        self.refused(laptop.logon(person.name, tomorrow, days=1), "used already")
        last = 13.9
        self.accepted(laptop.logon(person.name, person.passcode(now + last * DAY), days=last), "Less than a day is left")
        self.refused(laptop.logon(person.name, person.passcode(now + 14.1 * DAY), days=14.1), "ended at", "Sign in with a network")

    def test_a_clock_that_was_set_back(self):
        laptop, person = self.ready()
        code = self.read_code(laptop, person, "passcode")["code"]
        self.network.cut()
        now = time.time()
        self.accepted(laptop.logon(person.name, person.passcode(now + 5 * DAY), days=5))
        self.refused(laptop.logon(person.name, person.passcode(now + 2 * DAY), days=2), "clock was set back")
        self.accepted(laptop.logon(person.name, code, days=2))
        self.network.join()
        self.accepted(laptop.logon(person.name, person.pin + fresh_online(person)))
        self.assertTrue(self.service.events("OFFLINE_CLOCK_SET_BACK", workstation=laptop.name))

    def test_an_online_logon_puts_right_what_a_wrong_clock_did(self):
        laptop, person = self.ready()
        code = self.read_code(laptop, person, "passcode")["code"]
        self.network.cut()
        self.accepted(laptop.logon(person.name, code, days=5))
        self.refused(laptop.logon(person.name, person.passcode(time.time() + DAY), days=1), "clock was set back")
        self.network.join()
        self.accepted(laptop.logon(person.name, person.pin + fresh_online(person)))
        self.network.cut()
        self.accepted(laptop.logon(person.name, person.passcode(time.time() + DAY), days=1), "are left")

    def test_wrong_passcodes_up_to_the_limit(self):
        laptop, person = self.ready()
        self.network.cut()
        at = time.time() + DAY
        for left in ("2 tries are left", "One try is left", "last try"):
            self.refused(laptop.logon(person.name, person.pin + "000000", days=1), left)
        self.refused(laptop.logon(person.name, person.passcode(at), days=1), "too many wrong passcodes")
        self.network.join()
        self.accepted(laptop.logon(person.name, person.pin + fresh_online(person)))
        self.assertEqual(0, laptop.held(person.name)[0]["failures"])
        # What was wrong there does not lock anybody out here.
        self.assertEqual(4, len(self.service.events("OFFLINE_LOGON_FAILED", workstation=laptop.name)))
        self.assertEqual(1, len(self.service.events("OFFLINE_LIMIT_REACHED", workstation=laptop.name)))
        self.assertEqual("active", self.service.get(f"/api/v1/users/{person.id}")["status"])
        self.network.cut()
        self.accepted(laptop.logon(person.name, person.passcode(at + HOUR), days=1 + 1 / 24))

    def test_damaged_data_is_set_aside_and_replaced(self):
        laptop, person = self.ready()
        self.network.cut()
        self.assertEqual(1, laptop.damage())
        self.refused(laptop.logon(person.name, person.passcode()), "damaged and was set aside")
        self.refused(laptop.logon(person.name, person.passcode()), "holds no offline data")
        self.network.join()
        self.accepted(laptop.logon(person.name, person.passcode()))
        self.assertTrue(self.service.events("OFFLINE_DATA_DAMAGED", workstation=laptop.name))
        self.network.cut()
        self.accepted(laptop.logon(person.name, person.passcode(time.time() + DAY), days=1))

    def test_through_a_pam_stack(self):
        laptop, person = self.workstation(), self.with_app(self.person())
        self.accepted(laptop.pamtester(person.name, person.token.fresh(), "4711"))
        person.pin = "4711"
        self.network.cut()
        tomorrow = person.passcode(time.time() + DAY)
        self.accepted(laptop.pamtester(person.name, tomorrow, days=1), "no network", "12 days are left")
        self.refused(laptop.pamtester(person.name, tomorrow, days=1), "used already")
        self.refused(laptop.pamtester(person.name, person.pin + "000000", days=1), "was not right")
        self.accepted(laptop.pamtester(person.name, person.passcode(time.time() + 12.5 * DAY), days=12.5), "One day is left", "Ask")
        self.refused(laptop.pamtester(person.name, person.passcode(time.time() + 15 * DAY), days=15), "ended at")

    def test_a_counter_token(self):
        laptop, person = self.ready("hotp")
        self.network.cut()
        used = person.passcode()
        self.accepted(laptop.logon(person.name, used))
        self.refused(laptop.logon(person.name, used))
        self.accepted(laptop.logon(person.name, person.pin + person.token.fresh(skip=3)))
        # So far ahead that a guess may hit it: the next code must follow.
        far = person.pin + person.token.fresh(skip=20)
        self.accepted(laptop.logon(person.name, far, person.passcode()))
        self.network.join()
        self.accepted(laptop.refill(), "events told")
        # A workstation's word does not carry the counter further than one code may: two codes do.
        self.accepted(laptop.logon(person.name, person.passcode(), person.token.fresh()))

    def test_a_securid_software_token(self):
        laptop, person = self.workstation(), self.with_securid(self.person())
        done = laptop.logon(person.name, person.token.fresh(), "4711")
        self.accepted(done)
        person.token.pin = "4711"
        if not laptop.held(person.name):  # the data of an app that mixes the PIN in come with a logon that knows it
            self.accepted(laptop.logon(person.name, person.token.fresh()))
        self.network.cut()
        for days in (1, 13.5):
            self.accepted(laptop.logon(person.name, person.token.code(time.time() + days * DAY), days=days), "left")
        person.token.pin = "4712"
        self.refused(laptop.logon(person.name, person.token.code(time.time() + 13.6 * DAY), days=13.6), "tries are left")

    def test_the_token_works_on_elsewhere(self):
        laptop, person = self.ready()
        other = self.workstation()
        self.accepted(other.logon(person.name, person.passcode()))
        self.network.cut()
        for computer, hours in ((laptop, 24), (other, 25)):
            at = time.time() + hours * HOUR
            self.accepted(computer.logon(person.name, person.passcode(at), days=hours / 24))


class WhenTheNetworkIsBack(OfflineCase):
    def test_what_happened_is_told_and_reconciled(self):
        laptop, person = self.ready()
        self.network.cut()
        used = person.passcode()
        self.accepted(laptop.logon(person.name, used))
        self.refused(laptop.logon(person.name, person.pin + "000000"))
        self.network.join()
        self.accepted(laptop.refill(), "2 events told")
        self.assertEqual(1, len(self.service.events("AUTHN_LOGIN_EVENT", workstation=laptop.name, tokenSerial=person.token.serial)))
        self.assertEqual(1, len(self.service.events("OFFLINE_LOGON_FAILED", workstation=laptop.name, userName=person.name)))
        # The code was taken there, so it is not taken here.
        other = self.workstation()
        self.refused(other.logon(person.name, used))
        self.accepted(other.logon(person.name, person.passcode()))
        self.assertFalse(self.service.events("OFFLINE_STEP_USED_TWICE", workstation=laptop.name))

    def test_a_code_that_was_used_twice_is_an_alert(self):
        laptop, person = self.ready()
        other = self.workstation()
        self.network.cut()
        used = person.passcode()
        self.accepted(laptop.logon(person.name, used))
        self.network.join()
        # Nobody can know yet: the published limit.
        self.accepted(other.logon(person.name, used))
        self.accepted(laptop.refill())
        self.assertEqual(1, len(self.service.events("OFFLINE_STEP_USED_TWICE", workstation=laptop.name)))

    def test_an_edited_policy_replaces_the_data(self):
        laptop, person = self.ready()
        before = self.set_of(laptop, person)["id"]
        self.service.change_policy(maxFailures=2)
        self.assertEqual("void", self.set_of(laptop, person)["state"])
        self.accepted(laptop.refill(), "1 sets renewed")
        after = self.set_of(laptop, person)
        self.assertNotEqual(before, after["id"])
        self.network.cut()
        self.refused(laptop.logon(person.name, person.pin + "000000"), "One try is left")


class Revoked(OfflineCase):
    def test_a_workstation_that_was_revoked_forgets_everything(self):
        laptop, person = self.ready()
        self.service.post(f"/api/v1/workstations/{laptop.id}/revoke", reason="sold")
        self.refused(laptop.logon(person.name, person.passcode()), "revoked")
        self.assertEqual([], laptop.status()["sets"])
        self.assertEqual([], list(laptop.state.glob("*.set")))
        self.network.cut()
        self.refused(laptop.logon(person.name, person.passcode(time.time() + DAY), days=1), "holds no offline data")

    def test_one_set_that_was_revoked(self):
        laptop, person = self.ready()
        self.service.post(f"/api/v1/offline-sets/{self.set_of(laptop, person)['id']}/revoke", reason="lent to a colleague")
        self.accepted(laptop.refill(), "1 removed")
        self.network.cut()
        self.refused(laptop.logon(person.name, person.passcode()), "holds no offline data")

    def test_a_stolen_workstation_stops_the_tokens_whose_codes_it_holds(self):
        laptop, person = self.ready()
        done = self.service.post(f"/api/v1/workstations/{laptop.id}/revoke", stolen=True, reason="stolen on a train")
        self.assertEqual(1, done["tokensChanged"])
        other = self.workstation()
        self.refused(other.logon(person.name, person.passcode()))
        enable = f"/api/v1/tokens/{person.token.serial}/enable"
        with self.assertRaises(Refusal) as refused:
            self.service.post(enable)
        self.assertEqual("codes_stolen", refused.exception.code)
        # Somebody who knows what the thief may hold gives it back; the old PIN is worth nothing alone.
        self.service.post(enable, acceptStolenCodes=True)
        self.accepted(other.logon(person.name, person.passcode(), "5822"))


def fresh_online(person):
    """A code of now: the last one that was shown may lie days ahead."""
    person.token.last = min(person.token.last, int(time.time()) // person.token.interval)
    return person.token.fresh()
