# SPDX-License-Identifier: Apache-2.0
"""Why offline days do not download: each cause of seed 002 is made, explained, and cured by one call of REST that the explanation
gives. It is told in the same words by the service's event and by the agent."""
from case import OfflineCase
from tokens import DAY


class Causes(OfflineCase):
    def explain(self, laptop, person):
        return self.service.get(f"/api/v1/users/{person.id}/offline-explain?workstationId={laptop.id}")

    def stands_explained(self, laptop, person, check_id, logon, *words):
        """The cause is the first that stands against it, at the desk, in the event and at the prompt."""
        told = self.explain(laptop, person)
        self.assertFalse(told["granted"], told)
        failed = [check for check in told["checks"] if not check["passed"]]
        self.assertEqual(check_id, failed[0]["id"], failed)
        for word in words:
            self.assertIn(word, told["sentence"])
        self.assertIn(told["sentence"], logon.text)
        event = self.service.events("OFFLINE_DATA_DOWNLOAD_FAILED", workstation=laptop.name)[0]
        self.assertEqual(failed[0]["detail"]["reason"], event["reason"] if "reason" in event else event["detail"]["reason"], event)
        self.assertIn(told["sentence"], str(event))
        return failed[0]

    def cured(self, laptop, person, check):
        self.service.apply(check["cure"])
        self.assertTrue(self.explain(laptop, person)["granted"])
        self.accepted(laptop.logon(person.name, person.passcode()))
        self.assertEqual(1, len(laptop.held(person.name)))
        self.network.cut()
        self.accepted(laptop.logon(person.name, person.passcode(), days=0))

    def test_the_minimum_passcode_length_does_not_fit(self):
        self.service.change_policy(minimumPasscodeLength=12)
        laptop, person = self.workstation(), self.with_app(self.person(), "hotp")
        done = self.first_logon(laptop, person)
        self.cured(laptop, person, self.stands_explained(laptop, person, "offline_passcode_length", done, "asks for at least 12"))

    def test_pinpad_style_is_not_ticked(self):
        self.service.change_policy(minimumPasscodeLength=9, allowPinpadOrSoftware=False)
        laptop, person = self.workstation(), self.with_securid(self.person())
        self.accepted(laptop.logon(person.name, person.token.fresh(), "4711"))
        person.token.pin = "4711"
        done = self.accepted(laptop.logon(person.name, person.token.fresh()))
        check = self.stands_explained(laptop, person, "offline_token_kind", done, "can never meet a minimum of 9")
        self.service.apply(check["cure"])
        self.assertTrue(self.explain(laptop, person)["granted"])
        self.accepted(laptop.logon(person.name, person.token.fresh()))
        self.assertEqual(1, len(laptop.held(person.name)))

    def test_tokens_without_a_pin_are_not_ticked(self):
        laptop, person = self.workstation(), self.with_app(self.person(), "hotp", pin="")
        done = self.accepted(laptop.logon(person.name, person.passcode()))
        self.cured(laptop, person, self.stands_explained(laptop, person, "offline_token_kind", done, "has no PIN"))

    def test_no_code_type_is_ticked(self):
        # The incumbent sends nothing then. Here the days are sent, and the explanation warns of the help that will be missing.
        self.service.change_policy(emergencyTokencodes=False, emergencyPasscodes=False)
        laptop, person = self.ready("hotp")
        told = self.explain(laptop, person)
        self.assertTrue(told["granted"])
        check = next(check for check in told["checks"] if check["id"] == "offline_codes")
        self.assertEqual("no_code_types", check["detail"]["reason"])
        self.service.apply(check["cure"])
        self.accepted(laptop.refill(), "1 sets renewed")
        self.verified(person)
        held = self.set_of(laptop, person)
        replaces = "passcode" if check["cure"]["body"]["emergencyPasscodes"] else "tokencode"
        self.assertTrue(self.service.post(f"/api/v1/offline-sets/{held['id']}/emergency-codes", replaces=replaces, reason="x")["code"])

    def test_the_good_policy_belongs_to_another_domain(self):
        strict = self.service.post("/api/v1/policies/offline", name=f"No laptops {id(self)}", enabled=False)
        domain = self.service.post("/api/v1/domains", name=f"Depot {id(self)}", parent="/")
        self.service.call("PATCH", f"/api/v1/domains/{domain['id']}", {"offline": {"source": "own", "policyId": strict["id"]}},
                          domain["version"])
        laptop, person = self.workstation(), self.with_app(self.person(domain["path"]), "hotp")
        done = self.first_logon(laptop, person)
        self.cured(laptop, person, self.stands_explained(laptop, person, "offline_policy_domain", done, domain["path"]))
