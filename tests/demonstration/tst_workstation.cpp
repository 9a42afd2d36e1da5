// SPDX-License-Identifier: Apache-2.0
// The laptop beside the console from end to end: a demonstration, its service as the console runs it, and the
// agent.
#include "app/workstation/agent_panel.h"
#include "app/workstation/clock_panel.h"
#include "app/workstation/enrol_view.h"
#include "app/workstation/hand_panel.h"
#include "app/workstation/hands_file.h"
#include "app/workstation/host_rewriter.h"
#include "app/workstation/laptop_screen.h"
#include "app/workstation/lines_view.h"
#include "app/workstation/session_view.h"
#include "app/workstation/sign_in_view.h"
#include "app/workstation/workstation_window.h"
#include "models/session.h"
#include "services/client/api_client.h"
#include "services/client/embedded_service.h"
#include "services/client/http_transport.h"
#include "tests/support/process.h"
#include "views/theme/theme.h"
#include "views/widgets/form_field.h"

#include <QApplication>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace holdfast::workstation;

namespace {

enum Person
{
    WithTimeToken,
    WithCounterToken,
    WithPinPad,
    WithoutPin
};

bool isForItsOwnerAlone(const QString& path)
{
    const QFileInfo file(path);
    return file.exists()
        && !(file.permissions()
             & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
}

constexpr int longest = 20'000; // milliseconds that a sign-in may take

} // namespace

class tst_Workstation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_base;
    std::unique_ptr<views::Theme> m_theme;
    std::unique_ptr<client::EmbeddedService> m_service;
    std::unique_ptr<WorkstationWindow> m_window;
    contract::Secret m_firstPasscode;

    [[nodiscard]] QString data() const { return m_base.filePath(QStringLiteral("demonstration")); }
    [[nodiscard]] QString serviceFile() const { return m_base.filePath(QStringLiteral("service.json")); }
    [[nodiscard]] SignInView* signIn() const { return m_window->laptopScreen()->signInView(); }

    void openWindow()
    {
        WorkstationWindow::Options options;
        options.homeDirectory = m_base.filePath(QStringLiteral("laptop"));
        options.hands = readHandsFile(data() + QStringLiteral("-hands.json")).value();
        options.tokens = readHandTokens(options.hands).value();
        options.place = [file = serviceFile()] {
            return client::readServiceFile(file);
        };
        m_window = std::make_unique<WorkstationWindow>(std::move(options));
        QVERIFY(m_window->start());
        m_window->show();
    }
    void startService()
    {
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_service->state(), client::EmbeddedService::State::Ready, longest);
        QVERIFY(client::writeServiceFile(serviceFile(), {m_service->url(), m_service->certificateSha256()}));
    }
    void sitDown(Person person)
    {
        m_window->laptopScreen()->lock();
        m_window->handPanel()->choosePerson(person);
    }
    // Types what the hand shows; true: signed in.
    [[nodiscard]] bool signsIn()
    {
        m_window->handPanel()->typeIn();
        return goesOn();
    }
    [[nodiscard]] bool signsInWith(const contract::Secret& passcode)
    {
        m_window->laptopScreen()->typeIn(m_window->handPanel()->hand().userName, passcode);
        return goesOn();
    }
    [[nodiscard]] bool goesOn()
    {
        if (QTest::qWaitFor([this] { return signIn()->isAsked() || !signIn()->isRunning(); }, longest)
            && signIn()->isAsked()) {
            signIn()->submit();
        }
        const bool ended = QTest::qWaitFor([this] { return !m_window->laptop().isBusy(); }, longest);
        return ended && m_window->laptopScreen()->isShown(m_window->laptopScreen()->sessionView());
    }
    [[nodiscard]] QString words() const
    {
        QString text;
        for (const WordsColumn::Entry& entry : signIn()->words()) {
            text += entry.text + QLatin1Char('\n');
        }
        return text;
    }
    [[nodiscard]] const agent::StatusSet* held() const
    {
        return m_window->laptop().view().setOf(m_window->handPanel()->hand().userName);
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->laptop().isBusy(), longest); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<views::Theme>(*qApp, views::ThemeMode::Light);
        const ToolResult made =
            runTool(programPath("holdfastd"),
                    {QStringLiteral("demonstrate"), QStringLiteral("--data-dir"), data(),
                     QStringLiteral("--key-dir"), m_base.filePath(QStringLiteral("keys"))});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        m_service = std::make_unique<client::EmbeddedService>(client::EmbeddedService::Options {
            .program = programPath("holdfastd"), .dataDirectory = data(), .masterKey = {}});
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_service.reset();
    }

    void aGatewayNamesTheHostThatTheServiceAnswersFor()
    {
        const QByteArray requests =
            "POST /a HTTP/1.1\r\nHost: localhost:1\r\nContent-Length: 16\r\n\r\nHost: in a body\n"
            "GET /b HTTP/1.1\r\nhost: localhost:1\r\n\r\n";
        const QByteArray wanted =
            "POST /a HTTP/1.1\r\nHost: 127.0.0.1:8443\r\nContent-Length: 16\r\n\r\nHost: in a body\n"
            "GET /b HTTP/1.1\r\nHost: 127.0.0.1:8443\r\n\r\n";
        for (qsizetype part = 1; part <= requests.size(); ++part) {
            HostRewriter rewriter("127.0.0.1:8443");
            QByteArray onward;
            for (qsizetype at = 0; at < requests.size(); at += part) {
                onward += rewriter.feed(requests.mid(at, part));
            }
            QVERIFY(!rewriter.failed());
            QCOMPARE(onward, wanted);
        }
        HostRewriter rewriter("127.0.0.1:8443");
        QCOMPARE(rewriter.feed("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n"), QByteArray());
        QVERIFY(rewriter.failed());
    }

    void theHandsAreForTheirOwnerAloneAndNotAmongTheData()
    {
        QVERIFY(isForItsOwnerAlone(data() + QStringLiteral("-hands.json")));
        QCOMPARE(QDir(data()).entryList({QStringLiteral("*hands*")}), QStringList());
    }

    void withoutAServiceTheScreenSaysHowToEnrol()
    {
        openWindow();
        settle();
        EnrolView* view = m_window->laptopScreen()->enrolView();
        QVERIFY(m_window->laptopScreen()->isShown(view));
        view->enrolWith(contract::Secret(QStringLiteral("BBBB-CCCC-DDDD-FFFF")));
        settle();
        QVERIFY(m_window->laptopScreen()->isShown(view));
        QVERIFY(view->findChild<views::FormField*>()->fault().contains(QStringLiteral("cannot be reached")));
    }

    void theDemonstrationsCodeEnrolsAsSoonAsTheServiceIsThere()
    {
        startService();
        QVERIFY(isForItsOwnerAlone(serviceFile()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->laptop().view().status.enrolled, longest);
        QCOMPARE(m_window->laptop().view().status.name, QStringLiteral("TW-L0042"));
        QCOMPARE(m_window->laptop().view().status.domain, QStringLiteral("/Laptops"));
        settle();
        QVERIFY(m_window->laptopScreen()->isShown(signIn()));
    }

    void withTheNetworkTheServiceDecidesAndDataComes()
    {
        sitDown(WithTimeToken);
        m_firstPasscode = m_window->handPanel()->passcode();
        QVERIFY2(signsInWith(m_firstPasscode), qPrintable(words()));
        QVERIFY(held());
        QVERIFY(held()->daysLeft > 20);
        QCOMPARE(m_window->agentPanel()->held()->lines().size(), 1);
    }

    void aDayLaterTheCableIsOutAndTheLaptopDecides()
    {
        m_window->laptopScreen()->lock();
        m_window->clockPanel()->choose(ClockPanel::DayLater);
        QCOMPARE(m_window->network().state(), NetworkState::CableOut);
        settle();
        const contract::Secret passcode = m_window->handPanel()->passcode();
        QVERIFY2(signsInWith(passcode), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("has no network")), qPrintable(words()));
        QVERIFY(held()->daysLeft < 20.5);

        m_window->laptopScreen()->lock();
        QVERIFY(!signsInWith(passcode));
        QVERIFY2(words().contains(QStringLiteral("used already")), qPrintable(words()));
        QCOMPARE(m_window->agentPanel()->events()->lines().size(), 2);
    }

    void aNetworkThatStaysSilentIsFoundOutInTwoSeconds()
    {
        m_window->network().setState(NetworkState::Silent);
        m_window->clockPanel()->choose(ClockPanel::WeekLater);
        QCOMPARE(m_window->network().state(), NetworkState::Silent);
        settle();
        QElapsedTimer timer;
        timer.start();
        m_window->handPanel()->typeIn();
        QTRY_VERIFY_WITH_TIMEOUT(signIn()->isAsked(), longest);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(words().contains(QStringLiteral("does not answer")), qPrintable(words()));
        QVERIFY2(goesOn(), qPrintable(words()));
    }

    void onTheLastDayItGoesAndAfterItItDoesNot()
    {
        m_window->laptopScreen()->lock();
        m_window->clockPanel()->choose(ClockPanel::LastDay);
        settle();
        QVERIFY2(signsIn(), qPrintable(words()));
        m_window->laptopScreen()->lock();
        m_window->clockPanel()->choose(ClockPanel::AfterIt);
        settle();
        QVERIFY(!signsIn());
        QVERIFY2(words().contains(QStringLiteral("ended at")), qPrintable(words()));
    }

    void aClockThatIsSetBackIsNoticed()
    {
        m_window->clockPanel()->choose(ClockPanel::DayBack);
        settle();
        QVERIFY(!signsIn());
        QVERIFY2(words().contains(QStringLiteral("set back")), qPrintable(words()));
    }

    void theCableInEndsTheJourneyAndTellsTheService()
    {
        m_window->clockPanel()->choose(ClockPanel::WeekLater);
        m_window->network().setState(NetworkState::Connected);
        QCOMPARE(m_window->clockPanel()->day(), ClockPanel::Today);
        settle();
        QVERIFY(m_window->laptop().view().status.eventsWaiting > 0);
        m_window->laptop().refill();
        settle();
        QCOMPARE(m_window->laptop().view().status.eventsWaiting, 0);
        QCOMPARE(m_window->laptop().view().status.lastContactProblem, QString());
    }

    void aCounterTokenShowsItsNextCodeAtEachPress()
    {
        sitDown(WithCounterToken);
        QVERIFY2(signsIn(), qPrintable(words()));
        QVERIFY(held());
        m_window->laptopScreen()->lock();
        m_window->network().setState(NetworkState::CableOut);
        m_window->handPanel()->press(); // goes to waste
        QVERIFY2(signsIn(), qPrintable(words()));
    }

    void aPinPadPasscodeWorksToo()
    {
        m_window->network().setState(NetworkState::Connected);
        sitDown(WithPinPad);
        QVERIFY2(signsIn(), qPrintable(words()));
        QVERIFY(held());
        m_window->laptopScreen()->lock();
        m_window->clockPanel()->choose(ClockPanel::DayLater);
        settle();
        QVERIFY2(signsIn(), qPrintable(words()));
    }

    void whoIsGivenNoDataIsToldWhy()
    {
        m_window->network().setState(NetworkState::Connected);
        sitDown(WithoutPin);
        QVERIFY2(signsIn(), qPrintable(words()));
        QVERIFY(!held());
        QVERIFY2(words().contains(QStringLiteral("Without a network you cannot sign in here later")),
                 qPrintable(words()));
        m_window->agentPanel()->check();
        settle();
        const auto lines = m_window->agentPanel()->checks()->lines();
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const LinesView::Line& line) {
            return line.text.contains(QStringLiteral("holds no offline data"));
        }));
    }

    void damagedDataIsSetAsideAndNeverBlocks()
    {
        sitDown(WithTimeToken);
        m_window->network().setState(NetworkState::CableOut);
        m_window->laptop().damage();
        settle();
        QCOMPARE(held()->state, QStringLiteral("damaged"));
        QVERIFY(!signsIn());
        QVERIFY2(words().contains(QStringLiteral("damaged")), qPrintable(words()));
        m_window->network().setState(NetworkState::Connected);
        m_window->clockPanel()->choose(ClockPanel::Today);
        settle();
        // Until the token shows another code than at the first sign-in.
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->handPanel()->passcode().equals(m_firstPasscode.reveal()), 40'000);
        QVERIFY2(signsIn(), qPrintable(words()));
        QVERIFY(held() && held()->state == QLatin1String("good"));
    }

    void aRevokedLaptopIsEnrolledAnewWithACodeOfTheConsole()
    {
        client::HttpTransport transport;
        transport.setServer(m_service->url(), m_service->certificateSha256());
        client::ApiClient api(transport);
        models::Session session(api);
        session.signInLocally(m_service->secret());
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), models::Session::State::SignedIn, longest);
        const auto revoked =
            api.revokeWorkstation(m_window->laptop().view().status.workstationId,
                                  {.stolen = false, .tokens = {}, .reason = QStringLiteral("SD-1")});
        QTRY_VERIFY_WITH_TIMEOUT(revoked.isFinished(), longest);
        QVERIFY2(revoked.result(), revoked.result() ? "" : qPrintable(revoked.result().error().detail));

        sitDown(WithCounterToken);
        QVERIFY(m_window->laptopScreen()->enrolAnewButton()->isHidden());
        QVERIFY(!signsIn());
        QCOMPARE(m_window->laptop().view().status.sets.size(), size_t {0});
        QPushButton* anew = m_window->laptopScreen()->enrolAnewButton();
        QVERIFY(anew->isVisible());
        anew->click();
        EnrolView* view = m_window->laptopScreen()->enrolView();
        QVERIFY(m_window->laptopScreen()->isShown(view));

        auto* line = view->findChild<QLineEdit*>();
        line->setText(QStringLiteral("BBBB-CCCC-DDDD-FFFF"));
        QTest::keyClick(line, Qt::Key_Return);
        settle();
        QVERIFY(!view->findChild<views::FormField*>()->fault().isEmpty());
        QVERIFY(m_window->laptopScreen()->isShown(view));

        const auto code = api.createEnrolmentCode(
            {.domain = QStringLiteral("/Laptops"), .name = {}, .lifetimeMinutes = {}});
        QTRY_VERIFY_WITH_TIMEOUT(code.isFinished(), longest);
        QVERIFY(code.result());
        line->setText(QString::fromUtf8(code.result()->code.reveal()));
        QTest::keyClick(line, Qt::Key_Return);
        settle();
        QVERIFY(m_window->laptopScreen()->isShown(signIn()));
        QVERIFY(anew->isHidden());
        sitDown(WithCounterToken);
        QVERIFY2(signsIn(), qPrintable(words()));
        m_window->laptopScreen()->lock();
    }

    void aWindowThatIsOpenedAgainIsEnrolledStill()
    {
        const quint16 port = m_window->network().port();
        m_window.reset();
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->laptop().isKnown(), longest);
        QVERIFY(m_window->laptop().view().status.enrolled);
        QCOMPARE(m_window->network().port(), port);
        QVERIFY(isForItsOwnerAlone(m_base.filePath(QStringLiteral("laptop/world.json"))));
        m_window->laptop().look();
        m_window->handPanel()->typeIn();
        QTRY_VERIFY_WITH_TIMEOUT(signIn()->isAsked(), longest);
        m_window.reset(); // while the agent waits for an answer
    }
};

QTEST_MAIN(tst_Workstation)
#include "tst_workstation.moc"
