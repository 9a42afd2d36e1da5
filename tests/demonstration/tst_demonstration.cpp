// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/demonstration.h"
#include "services/authentication/domain/account_state.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/audit.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/policies_snapshot.h"
#include "tests/support/store.h"

#include <QElapsedTimer>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using storage::Connection;

class TestDemonstration : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    qint64 number(const QString& sql)
    {
        return m_store->read([&](Connection& connection) {
            auto rows = connection.select(sql);
            rows.next();
            return rows.integer(0);
        });
    }
    QStringList names()
    {
        return m_store->read([](Connection& connection) {
            QStringList all;
            auto rows = connection.select(QStringLiteral("SELECT name FROM users ORDER BY id"));
            while (rows.next()) {
                all << rows.text(0);
            }
            return all;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<testing::TestStore>();
        QElapsedTimer timer;
        timer.start();
        const auto filled = demonstration::fillDemonstration(m_store->database(), m_store->keys(),
                                                             m_store->events(), m_store->now());
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().detail));
        qInfo("filled in %lld ms: %lld people, %lld tokens, %lld events", timer.elapsed(),
              number(QStringLiteral("SELECT COUNT(*) FROM users")),
              number(QStringLiteral("SELECT COUNT(*) FROM tokens")),
              number(QStringLiteral("SELECT COUNT(*) FROM events")));
    }

    void itHasTheSizeOfAnOrganisation()
    {
        const qint64 people = number(QStringLiteral("SELECT COUNT(*) FROM users"));
        const qint64 tokens = number(QStringLiteral("SELECT COUNT(*) FROM tokens"));
        const qint64 events = number(QStringLiteral("SELECT COUNT(*) FROM events"));
        QVERIFY(people >= 1900 && people <= 2100);
        QVERIFY(tokens >= 2200 && tokens <= 2400);
        QVERIFY(events >= 30'000 && events <= 60'000);
        QVERIFY(number(QStringLiteral("SELECT COUNT(*) FROM domains")) >= 20);
        QVERIFY(number(QStringLiteral("SELECT COUNT(*) FROM tokens WHERE user_id IS NULL")) > 150);
        QVERIFY(number(QStringLiteral("SELECT COUNT(*) FROM tokens WHERE kind = 'securid' "
                                      "AND user_id IS NOT NULL"))
                > 150);
    }

    void theChainIsIntactAndTheTimesRise()
    {
        const QString head = m_store->path(QStringLiteral("head.json"));
        EventHeadKeeper keeper(m_store->database(), m_store->keys(), head);
        QVERIFY(keeper.flush());
        const AuditReport report = m_store->read(
            [&](Connection& connection) { return verifyAudit(connection, m_store->keys(), head); });
        QVERIFY(report.ok);
        QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM events a JOIN events b "
                                       "ON b.sequence = a.sequence + 1 WHERE b.at < a.at")),
                 0);
        QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM events WHERE at > %1")
                            .arg(contract::toMilliseconds(m_store->now()))),
                 0);
    }

    void everyEventIsASentenceWithoutHoles()
    {
        m_store->read([](Connection& connection) {
            EventQuery query;
            query.limit = 100'000;
            for (const contract::Event& event : events::page(connection, query)) {
                QVERIFY2(event.sentence.contains(QLatin1Char(' ')), qPrintable(event.key));
                QVERIFY2(!event.sentence.contains(QLatin1Char('{')), qPrintable(event.sentence));
                QVERIFY2(!event.sentence.contains(QStringLiteral("  ")), qPrintable(event.sentence));
                QVERIFY2(!event.sentence.startsWith(QLatin1Char(' ')), qPrintable(event.sentence));
            }
        });
    }

    // What the gate would say agrees with what the events tell.
    void factsAndEventsAgree()
    {
        int locked = 0;
        int nextCode = 0;
        int lost = 0;
        int damaged = 0;
        m_store->read([&](Connection& connection) {
            for (const QString& name : names()) {
                const auto facts = loadAttempt(connection, name, {.keys = &m_store->keys()});
                QVERIFY(facts);
                const auto lock = lockOf(facts->account, *facts->lockout.policy, m_store->now());
                locked += lock.locked ? 1 : 0;
                QVERIFY(facts->account.failures
                        < (facts->account.lockedAt ? 1000 : facts->lockout.policy->maxFailures));
                for (const TokenFacts& token : facts->tokens) {
                    damaged += token.damaged || !token.generator ? 1 : 0;
                    lost += token.lostAt ? 1 : 0;
                    nextCode += token.wrongCodes >= 3 ? 1 : 0;
                    QCOMPARE(token.pinState == contract::PinState::Set, !token.pinHash.isEmpty());
                    QVERIFY(token.lastUsedAt.has_value() == (token.lastStep >= 0) || token.driftSteps != 0
                            || token.kind == contract::TokenKind::Hotp);
                }
            }
        });
        QCOMPARE(damaged, 0);
        QVERIFY2(locked >= 4, qPrintable(QString::number(locked)));
        QVERIFY2(locked <= 40, qPrintable(QString::number(locked)));
        QVERIFY(lost >= 2);
        QVERIFY(nextCode >= 1);
    }

    void theLastLogonIsThatOfTheEvents()
    {
        QCOMPARE(
            number(QStringLiteral(
                "SELECT COUNT(*) FROM users u WHERE COALESCE(u.last_logon_at, 0) <> COALESCE("
                "(SELECT MAX(e.at) FROM events e WHERE e.user_id <> '' AND e.user_id = CAST(u.id AS TEXT)"
                " AND e.key = 'AUTHN_LOGIN_EVENT' AND e.result = 'success'), 0)")),
            0);
    }

    void thereIsSomethingToFind()
    {
        const qint64 now = contract::toMilliseconds(m_store->now());
        const auto several = [&](const char* what, const QString& sql, qint64 least) {
            const qint64 found = number(sql);
            QVERIFY2(found >= least,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(found)));
        };
        several("expired",
                QStringLiteral("SELECT COUNT(*) FROM tokens WHERE user_id IS NOT NULL AND expires_at < %1")
                    .arg(now),
                10);
        several("expiring",
                QStringLiteral("SELECT COUNT(*) FROM tokens WHERE user_id IS NOT NULL AND expires_at BETWEEN "
                               "%1 AND %1 + 2592000000")
                    .arg(now),
                20);
        several("active codes",
                QStringLiteral(
                    "SELECT COUNT(*) FROM emergency_issues WHERE cancelled_at IS NULL AND expires_at > %1")
                    .arg(now),
                3);
        several("expired codes",
                QStringLiteral("SELECT COUNT(*) FROM emergency_issues WHERE expires_at < %1").arg(now), 10);
        several("used codes",
                QStringLiteral("SELECT COUNT(*) FROM emergency_codes WHERE used_at IS NOT NULL"), 5);
        several("replaced",
                QStringLiteral(
                    "SELECT COUNT(*) FROM tokens WHERE replaced_by_id IS NOT NULL AND user_id IS NULL"),
                5);
        several("disabled people", QStringLiteral("SELECT COUNT(*) FROM users WHERE enabled = 0"), 10);
        several("without token",
                QStringLiteral("SELECT COUNT(*) FROM users u WHERE NOT EXISTS (SELECT 1 FROM tokens t WHERE "
                               "t.user_id = u.id)"),
                40);
        several("administrators", QStringLiteral("SELECT COUNT(DISTINCT role) FROM role_assignments"), 3);
        several("clients", QStringLiteral("SELECT COUNT(*) FROM api_clients"), 5);
        for (const char* key : {"ACCOUNT_LOCKED", "AM_NEW_PIN_SET", "AM_TOKEN_REPLACED", "AM_RESYNC_TOKEN",
                                "EMERGENCY_CODES_ISSUED", "EMERGENCY_CODES_CANCELLED", "RUN_REPORT",
                                "IMPORT_TOKENS", "CREATE_SECURITY_DOMAIN"}) {
            several(key,
                    QStringLiteral("SELECT COUNT(*) FROM events WHERE key = '%1'").arg(QLatin1String(key)),
                    3);
        }
        for (const char* reason :
             {"wrong_code", "wrong_pin", "code_already_used", "user_unknown", "account_locked",
              "token_expired", "next_tokencode_required", "new_pin_required"}) {
            several(
                reason,
                QStringLiteral("SELECT COUNT(*) FROM events WHERE reason = '%1'").arg(QLatin1String(reason)),
                2);
        }
    }

    void laptopsTellEveryStory()
    {
        const qint64 now = contract::toMilliseconds(m_store->now());
        const auto least = [&](const char* what, const QString& sql, qint64 wanted) {
            const qint64 found = number(sql);
            QVERIFY2(found >= wanted,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(found)));
        };
        least("retired",
              QStringLiteral("SELECT COUNT(*) FROM workstations WHERE revoked_at IS NOT NULL AND stolen = 0"),
              1);
        least("stolen", QStringLiteral("SELECT COUNT(*) FROM workstations WHERE stolen = 1"), 1);
        least("silent",
              QStringLiteral("SELECT COUNT(*) FROM workstations WHERE last_contact_at < %1 - 21 * 86400000")
                  .arg(now),
              2);
        least("few days",
              QStringLiteral(
                  "SELECT COUNT(*) FROM offline_sets WHERE expires_at BETWEEN %1 AND %1 + 7 * 86400000")
                  .arg(now),
              5);
        least("run out", QStringLiteral("SELECT COUNT(*) FROM offline_sets WHERE expires_at < %1").arg(now),
              2);
        least("void", QStringLiteral("SELECT COUNT(*) FROM offline_sets WHERE void_reason <> ''"), 4);
        least("of leavers",
              QStringLiteral("SELECT COUNT(*) FROM offline_sets s JOIN users u ON u.id = s.user_id WHERE "
                             "u.enabled = 0"),
              3);
        least("codes held", QStringLiteral("SELECT COUNT(*) FROM offline_codes WHERE held_at IS NOT NULL"),
              100);
        least("codes read", QStringLiteral("SELECT COUNT(*) FROM offline_codes WHERE read_at IS NOT NULL"),
              1);
        least(
            "without codes",
            QStringLiteral("SELECT COUNT(*) FROM offline_sets s WHERE s.policy_name = 'Research laptops' AND "
                           "NOT EXISTS (SELECT 1 FROM offline_codes c WHERE c.user_id = s.user_id)"),
            1);
        for (const char* reason : {"passcode_too_short", "pinless_not_allowed", "policy_of_another_domain"}) {
            least(reason,
                  QStringLiteral("SELECT COUNT(*) FROM events WHERE key = 'OFFLINE_DATA_DOWNLOAD_FAILED' AND "
                                 "reason = '%1'")
                      .arg(QLatin1String(reason)),
                  1);
        }
        for (const char* key :
             {"OFFLINE_DATA_DOWNLOAD", "OFFLINE_DATA_DOWNLOAD_TIMED_OUT", "OFFLINE_SETS_VOIDED",
              "OFFLINE_EMERGENCY_CODE_READ", "WORKSTATION_REVOKED"}) {
            least(key, QStringLiteral("SELECT COUNT(*) FROM events WHERE key = '%1'").arg(QLatin1String(key)),
                  1);
        }
    }

    void aServiceThatHoldsPeopleIsRefused()
    {
        const auto again = demonstration::fillDemonstration(m_store->database(), m_store->keys(),
                                                            m_store->events(), m_store->now());
        QVERIFY(!again);
        QCOMPARE(again.error().code, QStringLiteral("not_empty"));
    }

    void itIsTheSameOrganisationEachTime()
    {
        auto other = std::make_unique<testing::TestStore>();
        QVERIFY(demonstration::fillDemonstration(other->database(), other->keys(), other->events(),
                                                 other->now()));
        const QStringList before = names();
        const qint64 events = number(QStringLiteral("SELECT COUNT(*) FROM events"));
        const auto first = std::exchange(m_store, std::move(other));
        QCOMPARE(names(), before);
        QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM events")), events);
    }
};

QTEST_GUILESS_MAIN(TestDemonstration)
#include "tst_demonstration.moc"
