// SPDX-License-Identifier: Apache-2.0
#include "services/offline/challenge.h"

#include <QSet>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Secret;

namespace {

constexpr qint64 hour = 494333; // from 1970: 2026-05-24T05:00:00Z

Secret agreed()
{
    return Secret(QByteArrayView(
        QByteArray::fromHex("1ee63fb06cc7b2653a6bdcca3fcc8f28fb25e0dc0c4b626f70e46c04c237a95c")));
}

contract::Timestamp at(qint64 hours, int seconds = 0, int milliseconds = 0)
{
    return contract::fromMilliseconds(hours * 3'600'000 + seconds * 1000 + milliseconds);
}

QByteArray responseAt(qint64 hours, const QString& challenge = u"BCDFG-23456"_s,
                      const QString& person = u"anna"_s, const QString& workstation = u"12"_s)
{
    return offline::responseTo(challenge, agreed(), person, workstation, at(hours)).reveal().toByteArray();
}

bool isAnswer(const char* response, contract::Timestamp now, const QString& challenge = u"BCDFG-23456"_s,
              const QString& person = u"anna"_s, const QString& workstation = u"12"_s)
{
    return offline::answers(Secret(QByteArrayView(response)), challenge, agreed(), person, workstation, now);
}

} // namespace

class ChallengeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responsesAgreeWithPython();
    void aResponseIsGoodForItsHourAndTheNext();
    void aResponseIsForOnePersonWorkstationAndChallenge();
    void whatIsNoResponseIsWrong();
    void challengesAreReadHoweverTheyAreTyped();
    void whatIsNoChallengeIsEmpty_data();
    void whatIsNoChallengeIsEmpty();
    void challengesDiffer();
};

// The answers were computed with Python's hmac.
void ChallengeTest::responsesAgreeWithPython()
{
    QCOMPARE(responseAt(hour), QByteArray("09224560"));
    QCOMPARE(responseAt(hour + 1), QByteArray("54445594"));
    QCOMPARE(responseAt(hour, u"zzzzz 99999"_s, u"j\u00f6rg"_s, u"7"_s), QByteArray("57291025"));
}

void ChallengeTest::aResponseIsGoodForItsHourAndTheNext()
{
    QVERIFY(!isAnswer("09224560", at(hour - 1, 3599, 999)));
    QVERIFY(isAnswer("09224560", at(hour)));
    QVERIFY(isAnswer("09224560", at(hour, 3599, 999)));
    QVERIFY(isAnswer("09224560", at(hour + 1)));
    QVERIFY(isAnswer("09224560", at(hour + 1, 3599, 999)));
    QVERIFY(!isAnswer("09224560", at(hour + 2)));
}

void ChallengeTest::aResponseIsForOnePersonWorkstationAndChallenge()
{
    QVERIFY(!isAnswer("09224560", at(hour), u"BCDFG-23457"_s));
    QVERIFY(!isAnswer("09224560", at(hour), u"BCDFG-23456"_s, u"bert"_s));
    QVERIFY(!isAnswer("09224560", at(hour), u"BCDFG-23456"_s, u"anna"_s, u"13"_s));
    const Secret other {QByteArrayView(QByteArray(32, 'x'))};
    QVERIFY(!offline::answers(Secret(QByteArrayView("09224560")), u"BCDFG-23456"_s, other, u"anna"_s, u"12"_s,
                              at(hour)));
}

void ChallengeTest::whatIsNoResponseIsWrong()
{
    QVERIFY(isAnswer("0922 4560", at(hour)));
    QVERIFY(isAnswer("0922-4560", at(hour)));
    for (const char* wrong : {"", "0922456", "9224560", "092245600", "09224561", "--------"}) {
        QVERIFY(!isAnswer(wrong, at(hour)));
    }
    QVERIFY(!isAnswer("", at(hour), u"no challenge"_s));
    QVERIFY(offline::responseTo(u"no challenge"_s, agreed(), u"anna"_s, u"12"_s, at(hour)).isEmpty());
}

void ChallengeTest::challengesAreReadHoweverTheyAreTyped()
{
    for (const QString& typed : {u"BCDFG-23456"_s, u"bcdfg23456"_s, u" B C D F G - 23456 "_s}) {
        QCOMPARE(offline::canonicalChallenge(typed), u"BCDFG23456"_s);
    }
}

void ChallengeTest::whatIsNoChallengeIsEmpty_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too short") << u"BCDFG2345"_s;
    QTest::newRow("too long") << u"BCDFG234567"_s;
    QTest::newRow("a vowel") << u"ACDFG23456"_s;
    QTest::newRow("a zero") << u"BCDFG23450"_s;
    QTest::newRow("a line feed") << u"BCDFG2345\n"_s;
    QTest::newRow("beyond Latin-1") << u"BCDFG2345\u4e00"_s;
    QTest::newRow("endless") << QString(100'000, u'B');
}

void ChallengeTest::whatIsNoChallengeIsEmpty()
{
    QFETCH(QString, typed);
    QVERIFY(offline::canonicalChallenge(typed).isEmpty());
}

void ChallengeTest::challengesDiffer()
{
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i) {
        const QString challenge = offline::makeChallenge();
        QCOMPARE(challenge.size(), 11);
        QCOMPARE(challenge.at(5), u'-');
        QCOMPARE(offline::canonicalChallenge(challenge), QString(challenge).remove(u'-'));
        seen.insert(challenge);
    }
    QCOMPARE(seen.size(), 1000);
}

QTEST_GUILESS_MAIN(ChallengeTest)
#include "tst_challenge.moc"
