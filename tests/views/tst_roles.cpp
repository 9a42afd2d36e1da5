// SPDX-License-Identifier: Apache-2.0
#include "services/contract/role.h"
#include "tests/views/sample.h"
#include "views/administration/administration_page.h"
#include "views/administration/role_dialog.h"
#include "views/administration/roles_tab.h"
#include "views/administration/view_as_dialog.h"
#include "views/shell/navigation_rail.h"
#include "views/shell/shell.h"
#include "views/shell/view_banner.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace holdfast::views;
using namespace holdfast::contract;
using namespace Qt::StringLiterals;

namespace {

RoleDefinition role(const QString& key, const QString& name, std::vector<Permission> permissions, int holders = 0)
{
    RoleDefinition made;
    made.key = key;
    made.name = name;
    made.permissions = std::move(permissions);
    made.predefined = !key.startsWith("custom"_L1);
    made.holders = holders;
    made.version = 4;
    return made;
}

QPushButton* button(QWidget* widget, const QString& start)
{
    const auto buttons = widget->findChildren<QPushButton*>();
    for (QPushButton* one : buttons) {
        if (one->text().startsWith(start)) {
            return one;
        }
    }
    return nullptr;
}

} // namespace

class tst_Roles final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        sample::failOnWarnings();
        m_stage = std::make_unique<sample::Stage>();
        m_stage->transport.on(
            u"GET /roles"_s,
            sample::list<RoleDefinition>({role(u"helpDesk"_s, u"Help Desk"_s, {Permission::ViewUsers}, 2),
                                          role(u"custom-7"_s, u"Night desk"_s, {Permission::ViewUsers}),
                                          role(u"custom-8"_s, u"Day desk"_s, {Permission::ViewUsers}, 1)},
                                         3));
        m_tab = std::make_unique<RolesTab>(m_stage->workspace());
        m_tab->opened();
        QTRY_COMPARE(m_tab->table()->model()->columnCount(), 3);
    }
    void cleanup()
    {
        m_tab.reset();
        m_stage.reset();
    }

    void onlyAnUnusedRoleOfOnesOwnIsDeleted()
    {
        choose(0);
        QVERIFY(!button(m_tab.get(), u"Edit"_s)->isEnabled());
        QVERIFY(!button(m_tab.get(), u"Delete"_s)->isEnabled());
        choose(1);
        QVERIFY(button(m_tab.get(), u"Edit"_s)->isEnabled());
        QVERIFY(button(m_tab.get(), u"Delete"_s)->isEnabled());
        choose(2);
        QVERIFY(button(m_tab.get(), u"Edit"_s)->isEnabled());
        QVERIFY(!button(m_tab.get(), u"Delete"_s)->isEnabled());
    }

    void theEditorSendsWhatIsTicked()
    {
        m_stage->transport.on(u"PUT /roles/custom-7"_s,
                              toJson(role(u"custom-7"_s, u"Night desk"_s, {Permission::ViewUsers})));
        choose(1);
        QTest::mouseClick(button(m_tab.get(), u"Edit"_s), Qt::LeftButton);
        auto* dialog = m_tab->findChild<RoleDialog*>();
        QVERIFY(dialog);
        const auto boxes = dialog->findChildren<QCheckBox*>();
        for (QCheckBox* box : boxes) {
            if (box->text() == "Unlock accounts"_L1) {
                QVERIFY(!box->isChecked());
                box->click();
            }
        }
        QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
        const QJsonObject sent = m_stage->transport.lastBody(u"PUT /roles/custom-7"_s);
        QCOMPARE(sent[u"name"].toString(), u"Night desk"_s);
        QCOMPARE(sent[u"permissions"].toArray(), (QJsonArray {u"viewUsers"_s, u"unlockUsers"_s}));
        QCOMPARE(m_stage->transport.requests(u"PUT /roles/custom-7"_s).last().ifMatch, std::optional<qint64>(4));
    }

    void whatOneDoesNotHoldCannotBeTicked()
    {
        auto session = sample::session();
        session.administrator.permissions = {Permission::ViewUsers, Permission::EditRoles};
        m_stage->transport.on(u"POST /sessions"_s, toJson(session));
        m_stage->session.signIn(u"root"_s, Secret(u"password"_s));
        QTRY_VERIFY(!m_stage->session.may(Permission::ViewTokens));
        RoleDialog dialog(m_stage->workspace(), role(u"custom-7"_s, u"x"_s, {Permission::ViewTokens}), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        int enabled = 0;
        for (const QCheckBox* box : dialog.findChildren<QCheckBox*>()) {
            enabled += box->isEnabled() ? 1 : 0;
            QVERIFY(!box->isChecked());
        }
        QCOMPARE(enabled, 2);
        QVERIFY(!dialog.primaryButton()->isEnabled()); // a role permits something
    }

    void theShellShowsWhatTheRoleSeesUntilTheViewEnds()
    {
        m_stage->session.viewAs(role(u"helpDesk"_s, u"Help Desk"_s, {Permission::ViewUsers}), u"/Sales"_s);
        Shell shell(m_stage->workspace());
        QCOMPARE(shell.findChild<NavigationRail*>()->pageIds(), (QStringList {u"overview"_s, u"users"_s}));
        auto* banner = shell.findChild<ViewBanner*>();
        QVERIFY(!banner->isHidden());
        QVERIFY(banner->accessibleName().contains("Help Desk of /Sales"_L1));
        QSignalSpy changed(&m_stage->session, &holdfast::models::Session::viewChanged);
        QTest::mouseClick(banner->endButton(), Qt::LeftButton);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!m_stage->session.isViewing());
        Shell after(m_stage->workspace());
        QVERIFY(after.findChild<ViewBanner*>()->isHidden());
    }

    void theViewIsChosenWithADomain()
    {
        choose(1);
        QTest::mouseClick(button(m_tab.get(), u"View as"_s), Qt::LeftButton);
        auto* dialog = m_tab->findChild<ViewAsDialog*>();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
        QTRY_VERIFY(m_stage->session.isViewing());
        QCOMPARE(m_stage->session.viewedRole(), u"Night desk, everywhere"_s);
    }

private:
    void choose(int column)
    {
        m_tab->table()->setCurrentIndex(m_tab->table()->model()->index(0, column));
    }
    std::unique_ptr<sample::Stage> m_stage;
    std::unique_ptr<RolesTab> m_tab;
};

QTEST_MAIN(tst_Roles)
#include "tst_roles.moc"
