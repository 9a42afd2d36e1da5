// SPDX-License-Identifier: Apache-2.0
// The main job from end to end: a person at the real console, a real service, real tools.
#include "app/holdfast/console.h"
#include "tests/support/process.h"
#include "tests/system/caller.h"
#include "tests/system/robot.h"
#include "views/activity/activity_page.h"
#include "views/emergency/emergency_dialog.h"
#include "views/shell/shell.h"
#include "views/tokens/import_dialog.h"
#include "views/users/card_verdict.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/widgets/pick_list.h"
#include "views/widgets/table_pane.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>

using namespace holdfast;
using namespace holdfast::testing;

namespace {

const QString hotpSeed = QStringLiteral("3132333435363738393031323334353637383930");
const QString totpSeed = QStringLiteral("4142434445464748494a4b4c4d4e4f5051525354");
const QString otherSeed = QStringLiteral("6162636465666768696a6b6c6d6e6f7071727374");
const QString preSharedKey = QStringLiteral("12345678901234567890123456789012");

QString trimmed(const ToolResult& result)
{
    return QString::fromLatin1(result.output.trimmed());
}

QString hotpCode(const QString& seed, int counter)
{
    return trimmed(
        runTool(QStringLiteral("oathtool"), {QStringLiteral("--counter"), QString::number(counter), seed}));
}

// `stepsAhead`: within the accepted window, so that a second code need not be waited for.
QString totpCode(const QString& seed, int stepsAhead = 0)
{
    return trimmed(runTool(QStringLiteral("oathtool"),
                           {QStringLiteral("--totp"), QStringLiteral("--now"),
                            QDateTime::currentDateTimeUtc()
                                .addSecs(30LL * stepsAhead)
                                .toString(QStringLiteral("yyyy-MM-dd hh:mm:ss UTC")),
                            seed}));
}

} // namespace

class MainJobTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_files;
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<views::Theme> m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<GatewayClient> m_gateway;
    QByteArray m_bearer;
    bool m_failed = false; // a step needs those before it

    [[nodiscard]] QString file(const char* name) const { return m_files.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] views::Shell* shell() const { return m_console->window().shell(); }
    [[nodiscard]] views::UserCard* card() const { return Robot::find<views::UserCard>(); }

    // A PSKC file made by somebody else's tool.
    void makePskc(const char* name, const QByteArray& serial, const QString& seed, const QByteArray& kind,
                  const QStringList& protection)
    {
        const bool counter = kind == "hotp";
        QFile csv(file("keys.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write(QByteArray("serial,secret,algorithm,response_length,")
                  + (counter ? "counter" : "time_interval") + '\n' + serial + ',' + seed.toLatin1()
                  + ",urn:ietf:params:xml:ns:keyprov:pskc:" + kind + ",6," + (counter ? "0" : "30") + '\n');
        csv.close();
        const ToolResult made = runTool(
            QStringLiteral("csv2pskc"),
            QStringList {QStringLiteral("-e"), QStringLiteral("hex"), QStringLiteral("-o"), file(name)}
                + protection + QStringList {csv.fileName()});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
    }

    // The import assistant, from the file to the tokens.
    void importFile(const char* name, const QString& secretField = {}, const QString& secret = {})
    {
        shell()->openPage(QStringLiteral("tokens"));
        QVERIFY(Robot::press(QStringLiteral("Import tokens")));
        auto* dialog = Robot::find<views::ImportDialog>();
        QVERIFY(dialog != nullptr);
        dialog->setFile(file(name));
        if (!secret.isEmpty()) {
            QVERIFY(Robot::type(secretField, secret));
            QVERIFY(Robot::press(QStringLiteral("Check again")));
        }
        QVERIFY2(Robot::waitFor([&] {
                     return dialog->model().state() == models::ImportModel::State::Checked
                         && dialog->model().canImport();
                 }),
                 qPrintable(dialog->model().refusal()));
        QCOMPARE(dialog->model().result().imported, 1); // of the dry run
        QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
        QVERIFY2(
            Robot::waitFor([&] { return dialog->model().state() == models::ImportModel::State::Imported; }),
            qPrintable(dialog->model().refusal()));
        QVERIFY(Robot::press(QStringLiteral("Done")));
    }

    void openPerson(const QString& name)
    {
        shell()->openPage(QStringLiteral("users"));
        auto* page = Robot::find<views::UsersPage>();
        QVERIFY(page != nullptr);
        page->goBack(); // from a card that fills the page
        QVERIFY(Robot::type(QStringLiteral("Filter by name"), name));
        QVERIFY(Robot::waitFor([&] { return page->pane()->table()->model()->rowCount() == 1; }));
        page->pane()->selectFirst();
        QVERIFY(Robot::waitFor([&] {
            return page->card()->model().state() == models::UserCardModel::State::Ready
                && page->card()->model().card().user.name == name;
        }));
    }

    void assignToken(const QString& serial, bool withPin)
    {
        QVERIFY(Robot::press(QStringLiteral("Assign token")));
        auto* pick = Robot::find<views::PickList>();
        QVERIFY(pick != nullptr);
        QTest::keyClicks(pick->field(), serial);
        QVERIFY(Robot::waitFor([&] { return pick->chosenId() == serial; }));
        auto* pin = Robot::find<QCheckBox>(
            [](QCheckBox* box) { return box->text().startsWith(QLatin1String("Ask for a PIN")); });
        QVERIFY(pin != nullptr);
        pin->setChecked(withPin);
        auto* dialog = qobject_cast<views::Dialog*>(pick->window());
        QVERIFY(dialog != nullptr);
        QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
        QVERIFY2(Robot::waitFor([&] {
                     const auto& tokens = card()->model().card().tokens;
                     return std::any_of(tokens.begin(), tokens.end(),
                                        [&](const contract::Token& t) { return t.serial == serial; });
                 }),
                 Robot::inSight().constData());
    }

    void refreshCard()
    {
        card()->refresh();
        QSignalSpy changed(&card()->model(), &models::UserCardModel::cardChanged);
        QVERIFY(changed.wait(15'000));
    }

private Q_SLOTS:
    void cleanup() { m_failed = m_failed || QTest::currentTestFailed(); }
    void init()
    {
        if (m_failed) {
            QFAIL("an earlier step failed");
        }
        // The offscreen platform says so of every fixed size; nothing else may warn.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_daemon = std::make_unique<Daemon>();
        QVERIFY2(m_daemon->start(), m_daemon->errors().constData());
        m_theme = std::make_unique<views::Theme>(*qApp, views::ThemeMode::Light);
        Console::Options options;
        options.server = m_daemon->url();
        options.useKeychain = false;
        options.page = QStringLiteral("users");
        m_console = std::make_unique<Console>(options, *m_theme);
        m_console->start();
    }

    void anAdministratorSignsIn()
    {
        QVERIFY(Robot::type(QStringLiteral("Name"), QString::fromLatin1(Daemon::adminName)));
        QVERIFY(Robot::type(QStringLiteral("Password"), QString::fromLatin1(Daemon::adminPassword)));
        QVERIFY(Robot::press(QStringLiteral("Sign in")));
        QVERIFY2(Robot::waitFor([&] { return shell() != nullptr && shell()->isVisible(); }),
                 Robot::inSight().constData());
    }

    void anApiClientGetsItsKey()
    {
        const HttpAnswer session =
            httpCall("POST", m_daemon->url().resolved(QUrl(QStringLiteral("/api/v1/sessions"))),
                     QJsonObject {{QStringLiteral("name"), QString::fromLatin1(Daemon::adminName)},
                                  {QStringLiteral("password"), QString::fromLatin1(Daemon::adminPassword)}});
        m_bearer = "Bearer " + session.json.value(QLatin1String("token")).toString().toLatin1();
        const HttpAnswer client = httpCall(
            "POST", m_daemon->url().resolved(QUrl(QStringLiteral("/api/v1/api-clients"))),
            QJsonObject {{QStringLiteral("name"), QStringLiteral("Gateway")}}, {{"authorization", m_bearer}});
        QCOMPARE(client.status, 201);
        m_gateway = std::make_unique<GatewayClient>(
            m_daemon->url(), client.json.value(QLatin1String("key")).toString().toLatin1());
    }

    void tokenFilesOfOtherToolsAreImported()
    {
        makePskc("plain.pskc", "100000000001", hotpSeed, "hotp", {});
        makePskc("key.pskc", "100000000002", totpSeed, "totp", {QStringLiteral("-s"), preSharedKey});
        makePskc("passphrase.pskc", "100000000003", otherSeed, "totp",
                 {QStringLiteral("-p"), QStringLiteral("qwerty uiop")});
        importFile("plain.pskc");
        importFile("key.pskc", QStringLiteral("Pre-shared key"), preSharedKey);
        importFile("passphrase.pskc", QStringLiteral("Passphrase"), QStringLiteral("qwerty uiop"));
    }

    void aSecurIdFileIsImported()
    {
        const ToolResult sdtid = runTool(QStringLiteral("stoken"), {QStringLiteral("issue")});
        QVERIFY2(sdtid.exitCode == 0, sdtid.errors.constData());
        QFile out(file("token.sdtid"));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(sdtid.output);
        out.close();
        importFile("token.sdtid");
    }

    void aPersonIsMadeAndGetsTokens()
    {
        shell()->openPage(QStringLiteral("users"));
        QVERIFY(Robot::press(QStringLiteral("New user")));
        QVERIFY(Robot::type(QStringLiteral("Logon name"), QStringLiteral("anna.berg")));
        QVERIFY(Robot::type(QStringLiteral("Shown name"), QStringLiteral("Anna Berg")));
        QVERIFY(Robot::press(QStringLiteral("Create user")));
        openPerson(QStringLiteral("anna.berg"));
        assignToken(QStringLiteral("100000000001"), false);
        assignToken(QStringLiteral("100000000002"), true);
    }

    void codesOfOathtoolAreTakenOnce()
    {
        QCOMPARE(m_gateway->authenticate(QStringLiteral("Anna.Berg"), hotpCode(hotpSeed, 0)),
                 QStringLiteral("SUCCESS"));
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), hotpCode(hotpSeed, 0)),
                 QStringLiteral("FAIL"));
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), hotpCode(hotpSeed, 1)),
                 QStringLiteral("SUCCESS"));
    }

    void aPinIsChosenInNewPinMode()
    {
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), totpCode(totpSeed)),
                 QStringLiteral("CHALLENGE"));
        QCOMPARE(m_gateway->answer(QStringLiteral("SECURID_NEWPIN"), QStringLiteral("1111")),
                 QStringLiteral("CHALLENGE"));
        QCOMPARE(m_gateway->answer(QStringLiteral("SECURID_NEWPIN"), QStringLiteral("4729")),
                 QStringLiteral("SUCCESS"));
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"),
                                         QStringLiteral("4729") + totpCode(totpSeed, 1)),
                 QStringLiteral("SUCCESS"));
    }

    void codesOfStokenAreTaken()
    {
        const HttpAnswer list = httpCall(
            "GET", m_daemon->url().resolved(QUrl(QStringLiteral("/api/v1/tokens?filter=kind:securid"))),
            std::nullopt, {{"authorization", m_bearer}});
        const QString serial = list.json.value(QLatin1String("items"))
                                   .toArray()
                                   .first()
                                   .toObject()
                                   .value(QLatin1String("serial"))
                                   .toString();
        QVERIFY2(!serial.isEmpty(), list.body.constData());
        openPerson(QStringLiteral("anna.berg"));
        assignToken(serial, false);
        const ToolResult code =
            runTool(QStringLiteral("stoken"),
                    {QStringLiteral("tokencode"), QStringLiteral("--file"), file("token.sdtid"),
                     QStringLiteral("--pin"), QStringLiteral("0000"), QStringLiteral("--batch")},
                    {});
        QVERIFY2(code.exitCode == 0, code.errors.constData());
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), trimmed(code)),
                 QStringLiteral("SUCCESS"));
    }

    void wrongCodesLockAndTheCardSaysWhy()
    {
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), QStringLiteral("wrong-%1").arg(i)),
                     QStringLiteral("FAIL"));
        }
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), hotpCode(hotpSeed, 2)),
                 QStringLiteral("FAIL"));
        openPerson(QStringLiteral("anna.berg"));
        refreshCard();
        QVERIFY2(card()->verdict()->verdict().contains(QLatin1String("locked")),
                 qPrintable(card()->verdict()->verdict()));
        QVERIFY(!card()->model().reasons().isEmpty());
        QVERIFY(card()->verdict()->primaryButton()->text().startsWith(QLatin1String("Unlock")));
    }

    void oneButtonUnlocks()
    {
        QTest::mouseClick(card()->verdict()->primaryButton(), Qt::LeftButton);
        QVERIFY2(Robot::waitFor([&] { return card()->model().card().explanation.canLogOn; }),
                 qPrintable(card()->verdict()->verdict()));
        // So many wrong codes want two good ones in a row.
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), hotpCode(hotpSeed, 2)),
                 QStringLiteral("CHALLENGE"));
        QCOMPARE(m_gateway->answer(QStringLiteral("SECURID_NEXT_TOKENCODE"), hotpCode(hotpSeed, 3)),
                 QStringLiteral("SUCCESS"));
    }

    void twoQuestionsLeadToAnEmergencyCodeThatWorks()
    {
        QVERIFY(Robot::press(QStringLiteral("Emergency code")));
        auto* dialog = Robot::find<views::EmergencyDialog>();
        QVERIFY(dialog != nullptr);
        const auto choose = [&](const QString& answer) {
            auto* button = Robot::find<QRadioButton>([&](QRadioButton* b) { return b->text() == answer; });
            QVERIFY(button != nullptr);
            button->click();
        };
        choose(models::EmergencyCodeDialogModel::question(models::Missing::TokenNotAtHand));
        choose(models::EmergencyCodeDialogModel::question(models::Need::Today));
        QVERIFY(Robot::type(QStringLiteral("Reason"), QStringLiteral("INC-1, token left at home")));
        QVERIFY(Robot::press(QStringLiteral("Issue code")));
        QVERIFY2(Robot::waitFor([&] { return !dialog->model().issued().codes.empty(); }),
                 Robot::inSight().constData());
        const contract::EmergencyCodesIssued issued = dialog->model().issued();
        const QString code = QString::fromLatin1(issued.codes.front().reveal());
        const QString pin =
            issued.replaces == contract::CodeReplaces::Tokencode ? QStringLiteral("4729") : QString();
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), pin + code), QStringLiteral("SUCCESS"));
        // A set has another code for the next sign-in; a fixed one works again.
        const QString next = QString::fromLatin1(issued.codes.back().reveal());
        QCOMPARE(issued.kind == contract::EmergencyCodeKind::OneTimeSet, issued.codes.size() > 1);
        QCOMPARE(m_gateway->authenticate(QStringLiteral("anna.berg"), pin + next,
                                         QStringLiteral("EMERGENCY_TOKENCODE")),
                 QStringLiteral("SUCCESS"));
        QVERIFY(Robot::press(QStringLiteral("Done")));
    }

    void theActivityIsExportedAsCsv()
    {
        shell()->openPage(QStringLiteral("activity"));
        QVERIFY(Robot::press(QStringLiteral("Export as CSV")));
        auto* dialog = Robot::find<QFileDialog>();
        QVERIFY(dialog != nullptr);
        const QString path = file("activity.csv");
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QVERIFY(Robot::waitFor([&] { return QFile::exists(path); }));
        QFile csv(path);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray content = csv.readAll();
        QVERIFY2(content.contains("anna.berg") && content.contains("wrong_code"), content.constData());
    }

    void theChainIsWhole()
    {
        m_console.reset();
        QCOMPARE(m_daemon->stop(), 0);
        const ToolResult audit = m_daemon->verb({QStringLiteral("audit"), QStringLiteral("verify")});
        QVERIFY2(audit.exitCode == 0, audit.output.constData());
        QVERIFY(audit.output.contains("the chain is whole"));
    }
};

QTEST_MAIN(MainJobTest)
#include "tst_main_job.moc"
