// SPDX-License-Identifier: Apache-2.0
#include "models/role_matrix_model.h"
#include "models/session.h"
#include "models/words.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Permission;
using models::RoleMatrixModel;
using testing::FakeTransport;

namespace {

contract::RoleDefinition role(const QString& key, const QString& name, std::vector<Permission> permissions,
                              int holders = 0)
{
    contract::RoleDefinition made;
    made.key = key;
    made.name = name;
    made.permissions = std::move(permissions);
    made.predefined = !key.startsWith("custom"_L1);
    made.holders = holders;
    made.version = 1;
    return made;
}

QJsonObject page(const std::vector<contract::RoleDefinition>& roles, const QString& next = {})
{
    QJsonArray items;
    for (const contract::RoleDefinition& one : roles) {
        items.append(contract::toJson(one));
    }
    QJsonObject object {{u"items"_s, items}};
    if (!next.isEmpty()) {
        object.insert(u"next"_s, next);
    }
    return object;
}

// The row of a permission.
int rowOf(const RoleMatrixModel& model, Permission permission)
{
    QString words = models::words::of(permission);
    words.replace(0, 1, words.left(1).toUpper());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.headerData(row, Qt::Vertical).toString() == words) {
            return row;
        }
    }
    return -1;
}

} // namespace

class RolesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPermissionHasOneRow()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        const RoleMatrixModel model(api);
        QSet<int> rows;
        for (const auto& known : contract::EnumNames<Permission>::names) {
            const int row = rowOf(model, known.first);
            QVERIFY2(row > 0, known.second);
            QVERIFY2(!rows.contains(row), known.second);
            rows.insert(row);
        }
    }

    void rolesOfAllPagesStandSideBySide()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", u"/roles"_s, [](const client::Request& request) {
            return request.query.hasQueryItem(u"after"_s)
                ? FakeTransport::json(page({role(u"custom-7"_s, u"Night desk"_s, {Permission::UnlockUsers})}))
                : FakeTransport::json(
                      page({role(u"helpDesk"_s, u"Help Desk"_s, {Permission::ViewUsers}, 3)}, u"more"_s));
        });
        RoleMatrixModel model(api);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &RoleMatrixModel::loaded);
        model.load();
        QVERIFY(loaded.wait());
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Night desk"_s);
        QCOMPARE(model.columnOf(u"custom-7"_s), 1);
        QCOMPARE(model.index(0, 0).data().toInt(), 3); // holders
        const int unlock = rowOf(model, Permission::UnlockUsers);
        QVERIFY(!model.index(unlock, 0).data(RoleMatrixModel::PermittedRole).toBool());
        QVERIFY(model.index(unlock, 1).data(RoleMatrixModel::PermittedRole).toBool());
        // Not by the sign alone.
        QCOMPARE(model.index(unlock, 1).data(Qt::AccessibleTextRole).toString(),
                 u"Night desk may unlock accounts"_s);
    }

    void aViewNarrowsWhatTheConsoleMay()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        models::Session session(api);
        contract::Session signedIn;
        signedIn.administrator.name = u"root"_s;
        signedIn.administrator.permissions = {Permission::ViewUsers, Permission::EditUsers};
        signedIn.administrator.everywhere = {Permission::ViewUsers};
        transport.on("POST", u"/sessions"_s, contract::toJson(signedIn));
        session.signIn(u"root"_s, contract::Secret(u"password"_s));
        QTRY_COMPARE(session.state(), models::Session::State::SignedIn);
        QSignalSpy changed(&session, &models::Session::viewChanged);
        session.viewAs(role(u"helpDesk"_s, u"Help Desk"_s, {Permission::ViewUsers}), u"/Sales"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(session.isViewing());
        QCOMPARE(session.viewedRole(), u"Help Desk of /Sales"_s);
        QVERIFY(!session.may(Permission::EditUsers));
        QVERIFY(!session.mayEverywhere(Permission::ViewUsers));
        session.endView();
        QCOMPARE(changed.size(), 2);
        QVERIFY(session.may(Permission::EditUsers));
        QVERIFY(session.mayEverywhere(Permission::ViewUsers));
        QVERIFY(!session.mayEverywhere(Permission::EditUsers));
        session.endView(); // nothing to end
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(RolesTest)
#include "tst_roles.moc"
