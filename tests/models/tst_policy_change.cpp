// SPDX-License-Identifier: Apache-2.0
#include "models/policy_history_model.h"
#include "models/policy_preview_model.h"
#include "models/words.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using client::Request;
using contract::LockoutPolicy;
using contract::PolicyType;
using models::PolicyEditModel;
using models::PolicyHistoryModel;
using models::PolicyPreviewModel;
using testing::FakeTransport;

class PolicyChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_policy = {};
        m_policy.id = QStringLiteral("5");
        m_policy.name = QStringLiteral("Strict");
        m_policy.version = 3;
        m_transport->on("GET", path(), contract::toJson(m_policy));
        m_transport->on("POST", path("/preview"), [](const Request& request) {
            const auto body = *contract::parseObject(request.body.reveal().toByteArray());
            return contract::Result<client::Answer>(
                FakeTransport::json(contract::toJson(previewOf(body[QLatin1String("maxFailures")].toInt()))));
        });
        m_edit = std::make_unique<PolicyEditModel>(*m_api);
        m_preview = std::make_unique<PolicyPreviewModel>(*m_api, *m_edit);
        m_preview->setDelay(std::chrono::milliseconds(1));
        m_edit->open(PolicyType::Lockout, QStringLiteral("5"));
        QTRY_COMPARE(m_edit->state(), PolicyEditModel::State::Editing);
    }
    void cleanup()
    {
        m_preview.reset();
        m_edit.reset();
        m_api.reset();
        m_transport.reset();
    }

    void whatAnEditWouldDoFollowsTheEdit()
    {
        QCOMPARE(m_preview->state(), PolicyPreviewModel::State::Nothing);
        setFailures(3);
        QCOMPARE(m_preview->state(), PolicyPreviewModel::State::Working);
        QTRY_COMPARE(m_preview->state(), PolicyPreviewModel::State::Ready);
        const auto effects = m_preview->effects();
        QCOMPARE(effects.size(), 1);
        QVERIFY2(effects[0].sentence.endsWith(QStringLiteral("would be locked by one more wrong code.")),
                 qPrintable(effects[0].sentence));
        QVERIFY2(effects[0].people.startsWith(QStringLiteral("Ada, ben and 1")),
                 qPrintable(effects[0].people));
        QCOMPARE(effects[0].tone, models::Tone::Warning);
        setFailures(5);
        QCOMPARE(m_preview->state(), PolicyPreviewModel::State::Nothing);
    }

    void manyEditsAreOneQuestion()
    {
        m_preview->setDelay(std::chrono::milliseconds(20));
        for (int failures : {9, 8, 7, 6, 4, 3}) {
            setFailures(failures);
        }
        QTRY_COMPARE(m_preview->state(), PolicyPreviewModel::State::Ready);
        QCOMPARE(m_transport->count("POST", path("/preview")), 1);
        QCOMPARE(m_preview->preview().people, 3);
    }

    void anAnswerToAnEarlierEditIsIgnored()
    {
        m_transport->hold();
        setFailures(2);
        QTRY_COMPARE(m_transport->count("POST", path("/preview")), 1);
        setFailures(3);
        QTRY_COMPARE(m_transport->count("POST", path("/preview")), 2);
        m_transport->letGo();
        QTRY_COMPARE(m_preview->state(), PolicyPreviewModel::State::Ready);
        QCOMPARE(m_preview->preview().people, 3);
    }

    void whatIsNotSoundIsNotAskedFor()
    {
        setFailures(0);
        QCOMPARE(m_preview->state(), PolicyPreviewModel::State::Nothing);
        QCOMPARE(m_transport->count("POST", path("/preview")), 0);
    }

    void aFailureIsTold()
    {
        m_transport->on("POST", path("/preview"), [](const Request&) -> contract::Result<client::Answer> {
            return FakeTransport::problem(contract::ErrorKind::Unavailable, "storage_unavailable");
        });
        setFailures(3);
        QTRY_COMPARE(m_preview->state(), PolicyPreviewModel::State::Failed);
        QCOMPARE(m_preview->error().code, QStringLiteral("storage_unavailable"));
    }

    void everyEffectHasItsSentence()
    {
        for (const char* id : {"locked_again",
                               "locked_longer",
                               "locked_at_next_failure",
                               "fewer_tries",
                               "can_be_locked",
                               "never_locked",
                               "pins_too_short",
                               "pins_too_long",
                               "next_code_asked",
                               "emergency_codes_beyond_limit",
                               "offline_refused",
                               "offline_lost",
                               "fewer_offline_days",
                               "unlocked",
                               "unlocked_sooner",
                               "spared_at_next_failure",
                               "more_tries",
                               "next_code_spared",
                               "offline_allowed",
                               "more_offline_days",
                               "offline_replaced",
                               "offline_replaced_by_logon",
                               "emergency_code_life",
                               "pins_unknown",
                               "code_windows_narrower",
                               "offline_unknown"}) {
            contract::PolicyEffect effect {.id = QString::fromLatin1(id), .count = 12};
            const QString sentence = models::words::effect(effect);
            QVERIFY2(sentence.contains(QStringLiteral("12")) && sentence.endsWith(QLatin1Char('.')), id);
            effect.complete = false;
            QVERIFY2(models::words::effect(effect).startsWith(QStringLiteral("At least")), id);
        }
        const contract::PolicyEffect newer {.id = QStringLiteral("x"),
                                            .text = QStringLiteral("Of tomorrow.")};
        QCOMPARE(models::words::effect(newer), QStringLiteral("Of tomorrow."));
    }

    void everyValueHasALabelAndWords()
    {
        for (const models::AnyPolicy& policy :
             {models::AnyPolicy(LockoutPolicy {}), models::AnyPolicy(contract::TokenPolicy {}),
              models::AnyPolicy(contract::OfflinePolicy {})}) {
            const auto values = models::policyValues(policy);
            QVERIFY(values.size() >= 5);
            for (const models::PolicyValue& value : values) {
                QVERIFY2(!value.label.isEmpty() && !value.text.isEmpty(), qPrintable(value.field));
            }
        }
        const auto lockout = models::policyValues(LockoutPolicy {});
        QCOMPARE(lockout[1].label, QStringLiteral("Wrong codes in a row"));
        QCOMPARE(lockout[1].text, QStringLiteral("5"));
        const auto changes =
            models::policyChanges({{QStringLiteral("ofTomorrow"), QJsonArray {1, QStringLiteral("two")}}});
        QCOMPARE(changes[0].label, QStringLiteral("Of tomorrow"));
        QCOMPARE(changes[0].after, QStringLiteral("two"));
    }

    void theHistoryTellsWhoChangedWhat()
    {
        answerVersions();
        PolicyHistoryModel history(*m_api, m_clock, m_policy);
        const QAbstractItemModelTester tester(&history,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        history.load();
        QTRY_COMPARE(history.state(), PolicyHistoryModel::State::Ready);
        QCOMPARE(history.rowCount(), 2);
        QCOMPARE(history.index(0, PolicyHistoryModel::Number).data().toString(), QStringLiteral("3 (now)"));
        QCOMPARE(history.index(0, PolicyHistoryModel::Author).data().toString(), QStringLiteral("robin"));
        QCOMPARE(history.index(0, PolicyHistoryModel::Summary).data().toString(),
                 QStringLiteral("Wrong codes in a row: 4 → 5"));
        const auto back = history.changesIfRestored(1);
        QCOMPARE(back.size(), 1);
        QCOMPARE(back[0].before, QStringLiteral("5"));
        QCOMPARE(back[0].after, QStringLiteral("4"));
        QVERIFY(history.changesIfRestored(0).isEmpty());
    }

    void restoringNamesTheVersionThatIsCurrent()
    {
        answerVersions();
        PolicyHistoryModel history(*m_api, m_clock, m_policy);
        history.load();
        QTRY_COMPARE(history.state(), PolicyHistoryModel::State::Ready);
        history.restore(0); // it is in force already
        QCOMPARE(history.state(), PolicyHistoryModel::State::Ready);
        m_transport->on("POST", path("/versions/2/restore"), contract::toJson(m_policy));
        QSignalSpy restored(&history, &PolicyHistoryModel::restored);
        history.restore(1);
        QTRY_COMPARE(restored.count(), 1);
        QCOMPARE(restored[0][0].toLongLong(), 2);
        QCOMPARE(m_transport->last().ifMatch, 3);
    }

    void somebodyElsesChangeStopsTheRestoring()
    {
        answerVersions();
        PolicyHistoryModel history(*m_api, m_clock, m_policy);
        history.load();
        QTRY_COMPARE(history.state(), PolicyHistoryModel::State::Ready);
        m_transport->on("POST", path("/versions/2/restore"),
                        [](const Request&) -> contract::Result<client::Answer> {
                            return FakeTransport::problem(contract::ErrorKind::StaleVersion, "stale_version");
                        });
        QSignalSpy failed(&history, &PolicyHistoryModel::failed);
        history.restore(1);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(history.state(), PolicyHistoryModel::State::Ready);
    }

private:
    static QString path(const char* more = "")
    {
        return QStringLiteral("/policies/lockout/5") + QLatin1String(more);
    }
    static contract::PolicyPreview previewOf(int failures)
    {
        contract::PolicyPreview preview;
        preview.policyId = QStringLiteral("5");
        preview.people = failures; // tells the answers apart
        preview.domainCount = 1;
        contract::PolicyEffect effect {
            .id = QStringLiteral("locked_at_next_failure"), .kind = contract::EffectKind::Worse, .count = 3};
        effect.first = {
            {QStringLiteral("1"), QStringLiteral("ada"), QStringLiteral("Ada"), QStringLiteral("/")},
            {QStringLiteral("2"), QStringLiteral("ben"), QString(), QStringLiteral("/")}};
        preview.effects = {effect};
        return preview;
    }
    void answerVersions()
    {
        QJsonArray items;
        for (int number : {3, 2}) {
            contract::PolicyVersion version;
            version.number = number;
            version.author = QStringLiteral("robin");
            version.name = m_policy.name;
            version.current = number == 3;
            LockoutPolicy then = m_policy;
            then.maxFailures = number == 3 ? 5 : 4;
            version.settings = contract::toJson(then);
            for (const char* name : {"id", "isDefault", "domains", "version"}) {
                version.settings.remove(QLatin1String(name));
            }
            if (number == 3) {
                version.changes = {{QStringLiteral("maxFailures"), QJsonArray {4, 5}}};
            }
            items.append(contract::toJson(version));
        }
        m_transport->on("GET", path("/versions"), QJsonObject {{QStringLiteral("items"), items}});
    }
    void setFailures(int count)
    {
        m_edit->edit<LockoutPolicy>([count](LockoutPolicy& policy) { policy.maxFailures = count; });
    }

    contract::ManualClock m_clock {contract::fromMilliseconds(1780000000000)};
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<PolicyEditModel> m_edit;
    std::unique_ptr<PolicyPreviewModel> m_preview;
    LockoutPolicy m_policy;
};

QTEST_GUILESS_MAIN(PolicyChangeTest)
#include "tst_policy_change.moc"
