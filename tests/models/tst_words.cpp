// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/notifications_model.h"
#include "models/report_words.h"
#include "models/service_words.h"
#include "models/words.h"
#include "models/words_bulk.h"
#include "models/words_offline.h"
#include "models/words_verification.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace holdfast;
namespace words = models::words;

namespace {

template <class E>
void everyValueHasWords()
{
    for (const auto& [value, name] : contract::EnumNames<E>::names) {
        const QString text = words::of(value);
        QVERIFY2(!text.isEmpty(), name);
        QVERIFY2(text != QLatin1String(name), name); // not the wire's name
    }
}

// What the service's sources say, so that a new code cannot be forgotten here.
QStringList found(const QString& folder, const QString& pattern)
{
    const QRegularExpression expression(pattern);
    QStringList result;
    QDirIterator files(QStringLiteral(HOLDFAST_TEST_DATA "/../../") + folder,
                       {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            auto matches = expression.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                result << matches.next().captured(1);
            }
        }
    }
    result.removeDuplicates();
    return result;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEnumerationHasWords()
    {
        everyValueHasWords<contract::UserStatus>();
        everyValueHasWords<contract::TokenKind>();
        everyValueHasWords<contract::HashAlgorithm>();
        everyValueHasWords<contract::PinStyle>();
        everyValueHasWords<contract::PinState>();
        everyValueHasWords<contract::TokenState>();
        everyValueHasWords<contract::EmergencyCodeKind>();
        everyValueHasWords<contract::OnTokenReturn>();
        everyValueHasWords<contract::CodeReplaces>();
        everyValueHasWords<contract::EmergencyCodeState>();
        everyValueHasWords<contract::EventLog>();
        everyValueHasWords<contract::EventResult>();
        everyValueHasWords<contract::PolicyType>();
        everyValueHasWords<contract::PolicySource>();
        everyValueHasWords<contract::UnlockBy>();
        everyValueHasWords<contract::PinCharacters>();
        everyValueHasWords<contract::PinChoice>();
        everyValueHasWords<contract::Role>();
        everyValueHasWords<contract::PasscodeFor>();
        everyValueHasWords<contract::Permission>();
        everyValueHasWords<contract::ImportFormat>();
        everyValueHasWords<contract::DuplicateRule>();
        everyValueHasWords<contract::ImportOutcome>();
        everyValueHasWords<contract::JobState>();
        everyValueHasWords<contract::CardAction>();
        everyValueHasWords<contract::WorkstationState>();
        everyValueHasWords<contract::KeyProtection>();
        everyValueHasWords<contract::StolenTokens>();
        everyValueHasWords<contract::OfflineSetState>();
        everyValueHasWords<contract::OfflineRefill>();
        everyValueHasWords<contract::NotificationSeverity>();
        everyValueHasWords<contract::ReportSubject>();
        everyValueHasWords<contract::ReportFormat>();
        everyValueHasWords<contract::ReportJobState>();
        everyValueHasWords<contract::HealthStatus>();
        everyValueHasWords<contract::BulkJobState>();
        everyValueHasWords<contract::BulkItemState>();
        everyValueHasWords<contract::BinKind>();
        everyValueHasWords<contract::VerificationMethod>();
        everyValueHasWords<contract::GuardedAction>();
    }

    void noEnumerationWithWordsIsLeftOut()
    {
        const QStringList spoken =
            found(QStringLiteral("models"), QStringLiteral("QString of\\(contract::(\\w+) \\w+\\);"));
        const QStringList asked =
            found(QStringLiteral("tests/models"), QStringLiteral("everyValueHasWords<contract::(\\w+)>"));
        QVERIFY(spoken.size() >= 30);
        for (const QString& type : spoken) {
            QVERIFY2(asked.contains(type), qPrintable(type));
        }
    }

    // Names are checked by tests/contract/tst_enum_names.
    void everyPermissionHasWordsOfItsOwn()
    {
        QStringList said;
        for (const auto& [permission, name] : contract::EnumNames<contract::Permission>::names) {
            said << words::of(permission);
        }
        QCOMPARE(said.removeDuplicates(), 0);
    }

    void everyReasonOfTheGateHasWords()
    {
        const QStringList reasons = found(QStringLiteral("services/authentication/domain"),
                                          QStringLiteral("constexpr Reason \\w+ \\{\\s*\"([a-z_]+)\"\\}"));
        QVERIFY(reasons.size() >= 20);
        for (const QString& reason : reasons) {
            QVERIFY2(!words::reason(reason).isEmpty(), qPrintable(reason));
        }
    }

    void everyEventOfTheServiceIsASentence()
    {
        QStringList keys = found(QStringLiteral("services/authentication"),
                                 QStringLiteral("[Ee]vent\\([^;\"]{0,40}\"([A-Z][A-Z_]{6,})\""));
        keys << found(QStringLiteral("services/authentication"),
                      QStringLiteral("\"((?:CREATE|UPDATE|DELETE|AUTHMGR|IMPORT)_[A-Z_]+)\""));
        keys.removeDuplicates();
        QVERIFY(keys.size() >= 20);
        for (const QString& key : keys) {
            contract::Event event;
            event.key = key;
            const auto& results = contract::EnumNames<contract::EventResult>::names;
            const bool told = std::any_of(results.begin(), results.end(), [&event](const auto& result) {
                event.result = result.first;
                return words::event(event) != event.key;
            });
            QVERIFY2(told, qPrintable(key));
        }
    }

    void anEventReadsAsASentence()
    {
        contract::Event event;
        event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
        event.userName = QStringLiteral("100%2 anna");
        event.tokenSerial = QStringLiteral("000123456789");
        event.result = contract::EventResult::Success;
        QCOMPARE(words::event(event), QStringLiteral("100%2 anna signed in with token 0001 2345 6789"));
        event.result = contract::EventResult::Failure;
        event.reason = QStringLiteral("token_lost");
        QCOMPARE(words::event(event),
                 QStringLiteral("100%2 anna was refused: token 0001 2345 6789 is reported lost"));
    }

    void anUnknownEventKeepsTheServicesWords()
    {
        contract::Event event;
        event.key = QStringLiteral("OF_A_LATER_VERSION");
        event.sentence = QStringLiteral("Something new happened.");
        QCOMPARE(words::event(event), event.sentence);
    }

    void aProblemSaysWhatToDo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("said");
        QTest::newRow("known") << QStringLiteral("user_name_taken") << QStringLiteral("x")
                               << QStringLiteral("This logon name is taken.");
        QTest::newRow("unknown, with detail")
            << QStringLiteral("new_code") << QStringLiteral("Do that.") << QStringLiteral("Do that.");
        QTest::newRow("unknown, without detail")
            << QStringLiteral("new_code") << QString()
            << QStringLiteral("This is not possible in the present state.");
        QTest::newRow("the place in a filter")
            << QStringLiteral("invalid_filter") << QStringLiteral("Not closed (at character 4)")
            << QStringLiteral("Not closed (at character 4)");
    }
    void aProblemSaysWhatToDo()
    {
        QFETCH(QString, code);
        QFETCH(QString, detail);
        QFETCH(QString, said);
        QCOMPARE(words::problem({contract::ErrorKind::Conflict, code, detail}), said);
    }

    void everyKindOfErrorHasWords()
    {
        for (int kind = 0; kind <= static_cast<int>(contract::ErrorKind::PreconditionRequired); ++kind) {
            QVERIFY(!words::problem({static_cast<contract::ErrorKind>(kind), {}, {}}).isEmpty());
        }
    }

    void aFailedCheckSaysWhy()
    {
        contract::Check check;
        check.id = QStringLiteral("account_not_locked");
        check.detail = {{QStringLiteral("reason"), QStringLiteral("account_locked")},
                        {QStringLiteral("failures"), 5},
                        {QStringLiteral("lockedUntil"), QStringLiteral("2026-06-01T07:12:03.000Z")}};
        QVERIFY(words::check(check).contains(QLatin1String("1 Jun 2026, 07:12:03")));
        check.detail.remove(QStringLiteral("lockedUntil"));
        QVERIFY(words::check(check).contains(QLatin1String("administrator")));
        check.detail = {};
        check.found = QStringLiteral("as the service says");
        QCOMPARE(words::check(check), check.found);
    }

    void timesAreToldAsAPersonWould_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("said");
        constexpr qint64 hour = 60;
        constexpr qint64 day = 24 * hour;
        QTest::newRow("now") << qint64 {0} << QStringLiteral("just now");
        QTest::newRow("minutes") << qint64 {-5} << QStringLiteral("5 minute(s) ago");
        QTest::newRow("hours") << -3 * hour << QStringLiteral("3 hour(s) ago");
        QTest::newRow("this morning") << -8 * hour << QStringLiteral("today, 04:00");
        QTest::newRow("yesterday") << -day << QStringLiteral("yesterday, 12:00");
        QTest::newRow("tomorrow") << day << QStringLiteral("tomorrow, 12:00");
        QTest::newRow("days ahead") << 12 * day << QStringLiteral("in 12 day(s)");
        QTest::newRow("long ago") << -400 * day << QStringLiteral("27 Apr 2025");
        QTest::newRow("soon") << qint64 {30} << QStringLiteral("in 30 minute(s)");
    }
    void timesAreToldAsAPersonWould()
    {
        QFETCH(qint64, minutes);
        QFETCH(QString, said);
        const auto noon = *contract::fromRfc3339(QStringLiteral("2026-06-01T12:00:00Z"));
        QCOMPARE(models::relativeTime(noon + std::chrono::minutes(minutes), noon), said);
    }

    void serialsAndCodesAreReadOutInGroups()
    {
        QCOMPARE(models::groupedSerial(QStringLiteral("000123456789")), QStringLiteral("0001 2345 6789"));
        QCOMPARE(models::groupedSerial(QStringLiteral("HW-2231-A")), QStringLiteral("HW-2231-A"));
        QCOMPARE(models::groupedCode(QStringLiteral("K4TX92MB")), QStringLiteral("K4TX 92MB"));
        QCOMPARE(models::ungrouped(QStringLiteral("k4tx-92 mb")), QStringLiteral("K4TX92MB"));
    }

    void whatIsLeftIsToldInDaysOrHours()
    {
        QCOMPARE(words::daysLeft(14.9), QStringLiteral("14 day(s)"));
        QCOMPARE(words::daysLeft(1.5), QStringLiteral("36 hour(s)"));
        QCOMPARE(words::daysLeft(0.01), QStringLiteral("under an hour"));
        QCOMPARE(words::clockDifference(2400), QStringLiteral("40 minute(s) ahead"));
        QCOMPARE(words::clockDifference(-90), QStringLiteral("90 second(s) behind"));
        QCOMPARE(words::clockDifference(1), QStringLiteral("on time"));
        QCOMPARE(words::clockDifference(-60), QStringLiteral("on time"));
        QVERIFY(words::clockDifference(std::nullopt).isEmpty());
        QCOMPARE(words::clockTone(2400), models::Tone::Bad);
        QCOMPARE(words::clockTone(-90), models::Tone::Warning);
    }

    void aLifeIsToldInItsLargestUnit()
    {
        QCOMPARE(models::duration(std::chrono::minutes(45)), QStringLiteral("45 minute(s)"));
        QCOMPARE(models::duration(std::chrono::minutes(1440)), QStringLiteral("24 hour(s)"));
        QCOMPARE(models::duration(std::chrono::minutes(10080)), QStringLiteral("7 day(s)"));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
