# SPDX-License-Identifier: Apache-2.0
import time

from case import OfflineCase
from service import Refusal
from tokens import DAY


class EmergencyCodes(OfflineCase):
    def test_a_lost_token(self):
        laptop, person = self.ready()
        self.network.cut()
        code = self.read_code(laptop, person, "tokencode")
        self.assertEqual(laptop.name, code["workstationName"])
        self.refused(laptop.logon(person.name, "0815" + code["code"], days=1), "not right")
        self.accepted(laptop.logon(person.name, person.pin + code["code"], days=1), "emergency code in place of the token")

    def test_a_forgotten_pin(self):
        laptop, person = self.ready()
        self.network.cut()
        code = self.read_code(laptop, person, "passcode")["code"]
        for _ in range(3):
            self.refused(laptop.logon(person.name, person.pin + "000000", days=1))
        # Nothing else is taken now.
        self.accepted(laptop.logon(person.name, code, days=1), "You signed in with an emergency passcode.")
        self.network.join()
        self.accepted(laptop.refill())
        self.assertEqual(1, len(self.service.events("AUTHN_LOGIN_EVENT", workstation=laptop.name, method="OFFLINE_EMERGENCY_PASSCODE")))

    def test_it_is_read_once_and_replaced_at_the_next_contact(self):
        laptop, person = self.ready()
        first = self.read_code(laptop, person, "passcode")["code"]
        with self.assertRaises(Refusal) as again:
            self.read_code(laptop, person, "passcode")
        self.assertEqual("code_read", again.exception.code)
        self.accepted(laptop.refill(), "1 sets renewed")
        second = self.read_code(laptop, person, "passcode")["code"]
        self.assertNotEqual(first, second)
        self.network.cut()
        self.refused(laptop.logon(person.name, first, days=1))
        time.sleep(1.1)  # an emergency passcode that was wrong makes the next one wait
        self.accepted(laptop.logon(person.name, second, days=1.1))

    def test_none_is_read_where_no_workstation_is_known_to_hold_it(self):
        laptop, person = self.ready()
        self.service.change_policy(emergencyPasscodes=False)
        self.accepted(laptop.refill())
        with self.assertRaises(Refusal) as refused:
            self.read_code(laptop, person, "passcode")
        self.assertEqual("code_not_held", refused.exception.code)

    def test_guesses_are_limited_and_delayed(self):
        laptop, person = self.ready()
        code = self.read_code(laptop, person, "passcode")["code"]
        self.network.cut()
        wrong = ("1" if code[0] != "1" else "2") + code[1:]
        self.refused(laptop.logon(person.name, wrong, days=1))
        waits = [laptop.logon(person.name, wrong, days=1) for _ in range(2)]
        self.assertTrue(any("Wait" in outcome.text for outcome in waits), waits)


class ChallengeAndResponse(OfflineCase):
    def setUp(self):
        super().setUp()
        self.service.change_policy(allowChallenges=True)
        self.laptop, self.person = self.workstation(), self.with_app(self.person())
        self.service.change_policy("token", verifyCallers=True)
        self.accepted(self.laptop.refill())

    def response(self, challenge):
        return self.service.post(f"/api/v1/workstations/{self.laptop.id}/responses", userId=self.person.id, challenge=challenge,
                                 reason="ticket 4813")["response"]

    def test_the_help_desk_lets_somebody_in(self):
        self.network.cut()
        challenge, answer = self.laptop.challenge(self.person.name)
        with self.assertRaises(Refusal):
            self.response(challenge)  # nobody knows yet who is calling
        self.verified(self.person)
        response = self.response(challenge)
        self.assertGreaterEqual(len(response), 8)
        self.accepted(answer(response))
        again, answer = self.laptop.challenge(self.person.name)
        self.assertNotEqual(challenge, again)
        self.refused(answer(response), "was not right")
        self.network.join()
        self.accepted(self.laptop.refill())
        self.assertTrue(self.service.events("OFFLINE_LOGON_FAILED", workstation=self.laptop.name))

    def test_it_is_good_for_that_person_and_that_workstation_alone(self):
        self.verified(self.person)
        self.network.cut()
        challenge, answer = self.laptop.challenge(self.person.name)
        other = OfflineCase.person(self)
        self.verified(other)
        foreign = self.service.post(f"/api/v1/workstations/{self.laptop.id}/responses", userId=other.id, challenge=challenge,
                                    reason="ticket 4814")["response"]
        self.refused(answer(foreign), "was not right")

    def test_five_an_hour(self):
        self.network.cut()
        for _ in range(5):
            _, answer = self.laptop.challenge(self.person.name)
            self.refused(answer("00000000"))
        shown, answer = self.laptop.challenge(self.person.name)
        self.assertIsNone(answer, shown)
        self.assertIn("five challenges within an hour", shown)
