// SPDX-License-Identifier: Apache-2.0
#include "services/contract/event_sentence.h"

#include <QTest>

using namespace holdfast::contract;

class TestEventSentence : public QObject
{
    Q_OBJECT

private:
    static Event event(const char* key, EventResult result)
    {
        Event made;
        made.key = QString::fromLatin1(key);
        made.result = result;
        made.actor = QStringLiteral("desk");
        made.userName = QStringLiteral("anna.berg");
        return made;
    }

private Q_SLOTS:
    void aWrongCodeTellsHowManyAreLeft()
    {
        Event made = event("AUTHN_LOGIN_EVENT", EventResult::Failure);
        made.reason = QStringLiteral("wrong_code");
        QCOMPARE(eventSentence(made), QStringLiteral("Wrong code for anna.berg"));
        made.tokenSerial = QStringLiteral("000123456789");
        QCOMPARE(eventSentence(made), QStringLiteral("Wrong code for anna.berg with token 000123456789"));
        made.detail = {{QStringLiteral("failures"), 3}, {QStringLiteral("limit"), 5}};
        QCOMPARE(eventSentence(made),
                 QStringLiteral("Wrong code for anna.berg with token 000123456789 (3 of 5)"));
        made.detail.remove(QStringLiteral("limit")); // nobody is ever locked here
        QCOMPARE(eventSentence(made), QStringLiteral("Wrong code for anna.berg with token 000123456789"));
    }

    void theMethodTellsAnEmergencyCode()
    {
        Event made = event("AUTHN_LOGIN_EVENT", EventResult::Success);
        QCOMPARE(eventSentence(made), QStringLiteral("anna.berg signed in"));
        made.method = QStringLiteral("EMERGENCY_TOKENCODE");
        made.tokenSerial = QStringLiteral("0001");
        QCOMPARE(eventSentence(made),
                 QStringLiteral("anna.berg signed in with an emergency code in place of token 0001"));
    }

    void theActionTellsWhatWasChanged()
    {
        Event made = event("UPDATE_PRINCIPAL", EventResult::Success);
        made.detail.insert(QStringLiteral("action"), QStringLiteral("unlock"));
        QCOMPARE(eventSentence(made), QStringLiteral("desk unlocked anna.berg"));
        made.detail.insert(QStringLiteral("action"), QStringLiteral("something of a later version"));
        QCOMPARE(eventSentence(made), QStringLiteral("desk changed the account anna.berg"));
        made.actor.clear();
        QCOMPARE(eventSentence(made), QStringLiteral("The service changed the account anna.berg"));
    }

    void whatMadeOfflineDataVoidIsTold()
    {
        Event made = event("OFFLINE_SETS_VOIDED", EventResult::Information);
        made.userName.clear();
        made.detail = {
            {QStringLiteral("sets"), 3}, {QStringLiteral("people"), 2}, {QStringLiteral("workstations"), 2}};
        const auto rest = QStringLiteral(" made 3 offline packages void, of 2 people on 2 workstations");
        QCOMPARE(eventSentence(made), QStringLiteral("The change") + rest);
        made.detail.insert(QStringLiteral("workstation"), QStringLiteral("PC-1"));
        QCOMPARE(eventSentence(made), QStringLiteral("The change of the domain of PC-1") + rest);
        made.detail.remove(QStringLiteral("workstation"));
        made.userName = QStringLiteral("anna.berg");
        QCOMPARE(eventSentence(made), QStringLiteral("The change of the domain of anna.berg") + rest);
    }

    void anUnknownKeyIsToldByItsName()
    {
        QCOMPARE(eventSentence(event("OF_THE_FUTURE", EventResult::Success)),
                 QStringLiteral("OF_THE_FUTURE: anna.berg"));
    }

    void whatAPersonTypedIsNoTemplate()
    {
        Event made = event("AUTHN_LOGIN_EVENT", EventResult::Failure);
        made.reason = QStringLiteral("user_unknown");
        made.userName = QStringLiteral("{token}[x]%1");
        QCOMPARE(eventSentence(made),
                 QStringLiteral("Someone tried to sign in as \"{token}[x]%1\", a name that nobody has"));
    }
};

QTEST_GUILESS_MAIN(TestEventSentence)
#include "tst_event_sentence.moc"
