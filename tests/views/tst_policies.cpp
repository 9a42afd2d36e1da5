// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/policies/policy_history_dialog.h"
#include "views/policies/policy_impact.h"
#include "views/policies/policy_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;

namespace {

QPushButton* buttonOf(const QWidget* widget, const QString& text)
{
    const auto buttons = widget->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

bool says(const QWidget* widget, const QString& part)
{
    const auto labels = widget->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(part); });
}

// Wrapped labels that are given less height than their lines take.
QStringList cutOff(const QWidget* widget)
{
    QStringList found;
    const auto labels = widget->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible() && label->wordWrap()
            && label->height() < label->heightForWidth(label->width())) {
            found << label->text();
        }
    }
    return found;
}

contract::LockoutPolicy policy(int failures, qint64 version)
{
    contract::LockoutPolicy policy;
    policy.id = QStringLiteral("1");
    policy.name = QStringLiteral("Standard");
    policy.isDefault = true;
    policy.maxFailures = failures;
    policy.version = version;
    return policy;
}

void answer(sample::Stage& stage)
{
    stage.transport.on(QStringLiteral("GET /policies/lockout/1"), contract::toJson(policy(5, 3)));
    contract::PolicyPreview preview;
    preview.policyId = QStringLiteral("1");
    preview.people = 1204;
    preview.domainCount = 3;
    contract::PolicyEffect effect {
        .id = QStringLiteral("locked_at_next_failure"), .kind = contract::EffectKind::Worse, .count = 12};
    effect.first = {{QStringLiteral("1"), QStringLiteral("ada"), QStringLiteral("Ada Winter"),
                     QStringLiteral("/Sales/EMEA")}};
    preview.effects = {effect};
    stage.transport.on(QStringLiteral("POST /policies/lockout/1/preview"), contract::toJson(preview));
    QJsonArray versions;
    for (const int number : {3, 2}) {
        contract::PolicyVersion version;
        version.number = number;
        version.at = sample::now;
        version.author = QStringLiteral("robin");
        version.name = QStringLiteral("Standard");
        version.current = number == 3;
        version.settings = contract::toJson(policy(number == 3 ? 5 : 4, 0));
        for (const char* name : {"id", "isDefault", "domains", "version"}) {
            version.settings.remove(QLatin1String(name));
        }
        if (number == 3) {
            version.changes = {{QStringLiteral("maxFailures"), QJsonArray {4, 5}}};
        }
        versions.append(contract::toJson(version));
    }
    stage.transport.on(QStringLiteral("GET /policies/lockout/1/versions"),
                       QJsonObject {{QStringLiteral("items"), versions}});
}

} // namespace

class tst_Policies final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }

    void whatAnEditWouldDoIsShownBeforeItIsApplied()
    {
        sample::Stage stage;
        answer(stage);
        PolicyPanel panel(stage.workspace());
        show(panel);
        QVERIFY(says(&panel, QStringLiteral("Every value below is that of the default policy.")));
        QVERIFY(!panel.impact()->isVisible());
        QSpinBox* failures = panel.findChild<QSpinBox*>();
        QVERIFY(failures);
        failures->setValue(3);
        QTRY_COMPARE(panel.preview().state(), models::PolicyPreviewModel::State::Ready);
        QVERIFY(panel.impact()->isVisible());
        QCOMPARE(panel.impact()->sentences().size(), 1);
        QVERIFY(panel.impact()->sentences()[0].endsWith(QStringLiteral("locked by one more wrong code.")));
        QVERIFY(says(panel.impact(), QStringLiteral("Ada Winter and 11")));
        QCOMPARE(stage.transport.lastBody(QStringLiteral("POST /policies/lockout/1/preview"))
                     .value(QStringLiteral("maxFailures"))
                     .toInt(),
                 3);
        QVERIFY(stage.transport.requests(QStringLiteral("PUT /policies/lockout/1")).isEmpty());
        buttonOf(&panel, QStringLiteral("Revert"))->click();
        QTRY_VERIFY(!panel.impact()->isVisible());
    }

    void onALowScreenNoLineIsCutOff()
    {
        sample::Stage stage;
        answer(stage);
        contract::PolicyPreview preview;
        preview.policyId = QStringLiteral("1");
        preview.people = 1204;
        preview.domainCount = 3;
        for (const char* id : {"locked_at_next_failure", "locked_sooner", "tokens_worse", "codes_shorter"}) {
            preview.effects.push_back(
                {.id = QString::fromLatin1(id),
                 .kind = contract::EffectKind::Worse,
                 .count = 12,
                 .text =
                     QStringLiteral("Twelve people would notice this the next time that they sign in from "
                                    "wherever they are, and would have to call.")});
        }
        stage.transport.on(QStringLiteral("POST /policies/lockout/1/preview"), contract::toJson(preview));
        PolicyPanel panel(stage.workspace());
        show(panel);
        panel.resize(400, 436); // what a full HD screen leaves at 200 %
        panel.findChild<QSpinBox*>()->setValue(3);
        QTRY_COMPARE(panel.preview().state(), models::PolicyPreviewModel::State::Ready);
        QCOMPARE(panel.impact()->sentences().size(), 4);
        QTRY_COMPARE(cutOff(&panel), QStringList());
    }

    void anEarlierVersionIsComparedAndRestored()
    {
        sample::Stage stage;
        answer(stage);
        PolicyPanel panel(stage.workspace());
        show(panel);
        buttonOf(&panel, QStringLiteral("History…"))->click();
        auto* dialog = panel.findChild<PolicyHistoryDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->model().rowCount(), 2);
        QTRY_VERIFY(says(dialog, QStringLiteral("This is the policy of now; its last change:")));
        QVERIFY(!dialog->primaryButton()->isEnabled());
        dialog->table()->selectRow(1);
        QVERIFY(says(dialog, QStringLiteral("Restoring version 2 would change:")));
        QVERIFY(says(dialog, QStringLiteral("Wrong codes in a row")));
        stage.transport.on(QStringLiteral("POST /policies/lockout/1/versions/2/restore"),
                           contract::toJson(policy(4, 4)));
        stage.transport.on(QStringLiteral("GET /policies/lockout/1"), contract::toJson(policy(4, 4)));
        QVERIFY(dialog->primaryButton()->isEnabled());
        dialog->primaryButton()->click();
        QTRY_COMPARE(
            stage.transport.requests(QStringLiteral("POST /policies/lockout/1/versions/2/restore")).size(),
            1);
        QTRY_COMPARE(std::get<contract::LockoutPolicy>(panel.model().policy()).maxFailures, 4);
    }

    void whatIsNotAppliedYetIsNotLostToTheHistory()
    {
        sample::Stage stage;
        answer(stage);
        PolicyPanel panel(stage.workspace());
        show(panel);
        panel.findChild<QSpinBox*>()->setValue(3);
        panel.showHistory();
        QVERIFY(!panel.findChild<PolicyHistoryDialog*>());
        QVERIFY(panel.model().isDirty());
    }

private:
    static void show(PolicyPanel& panel)
    {
        panel.resize(640, 800);
        panel.show();
        panel.setDomain(sample::domain(QStringLiteral("/")));
        QTRY_COMPARE(panel.model().state(), models::PolicyEditModel::State::Editing);
    }
};

QTEST_MAIN(tst_Policies)
#include "tst_policies.moc"
