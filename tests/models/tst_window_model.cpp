// SPDX-License-Identifier: Apache-2.0
#include "models/users_model.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using models::UsersModel;
using models::WindowModel;
using testing::FakeTransport;

namespace {

contract::User person(qint64 number)
{
    contract::User user;
    user.id = QString::number(number);
    user.name = QStringLiteral("person%1").arg(number, 6, 10, QLatin1Char('0'));
    user.domain = QStringLiteral("/");
    return user;
}

} // namespace

class WindowModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_total = 3000;
        m_firstNumber = 0;
        m_transport->on("GET", QStringLiteral("/users"), [this](const client::Request& request) {
            return testing::pageOf(request, m_total, [this](qint64 row) {
                return contract::toJson(person(row + m_firstNumber));
            });
        });
        m_model = std::make_unique<UsersModel>(*m_api, m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
        m_transport.reset();
    }

    void theFirstPageTellsHowManyRowsThereAre()
    {
        QCOMPARE(m_model->state(), WindowModel::State::Idle);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->load();
        QCOMPARE(m_model->state(), WindowModel::State::Loading);
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
        QCOMPARE(m_model->rowCount(), 3000);
        QCOMPARE(nameAt(0), QStringLiteral("person000000"));
        QCOMPARE(nameAt(99), QStringLiteral("person000099"));
    }

    void aRowThatIsNotThereIsAPlaceholderUntilItsPageComes()
    {
        load();
        const QModelIndex index = m_model->index(2150, UsersModel::Name);
        QVERIFY(index.data(models::PlaceholderRole).toBool());
        QVERIFY(!index.data().isValid());
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QTRY_VERIFY(!index.data(models::PlaceholderRole).toBool());
        QCOMPARE(index.data().toString(), QStringLiteral("person002150"));
        QVERIFY(changed.count() >= 1);
    }

    void aJumpAsksForThatPlaceAndNotForAllBetween()
    {
        load();
        const int before = m_transport->count("GET", QStringLiteral("/users"));
        nameAt(2150);
        QTRY_COMPARE(nameAt(2150), QStringLiteral("person002150"));
        QTRY_VERIFY(!m_model->isBusy());
        QVERIFY(m_transport->count("GET", QStringLiteral("/users")) - before <= 5);
    }

    void everyRowIsRightWhereverOneComesFrom_data()
    {
        QTest::addColumn<QList<int>>("jumps");
        QTest::newRow("downwards") << QList<int> {0, 120, 240, 360, 480};
        QTest::newRow("from the end upwards") << QList<int> {2986, 2880, 2770, 2650};
        QTest::newRow("middle, then both ways") << QList<int> {1500, 1610, 1390, 1730, 1270};
        QTest::newRow("last page, which is not full") << QList<int> {2986};
    }
    void everyRowIsRightWhereverOneComesFrom()
    {
        QFETCH(QList<int>, jumps);
        m_total = 2987;
        load();
        for (const int row : jumps) {
            QTRY_COMPARE(nameAt(row), person(row).name);
        }
        for (const int row : jumps) {
            QTRY_COMPARE(nameAt(row), person(row).name);
        }
    }

    void onlyAFewPagesAreKept()
    {
        load();
        for (int row = 0; row < 3000; row += 100) {
            QTRY_COMPARE(nameAt(row), person(row).name);
        }
        int loaded = 0;
        for (int row = 0; row < 3000; ++row) {
            loaded += m_model->item(row) != nullptr ? 1 : 0;
        }
        QVERIFY(loaded <= WindowModel::keptPages * WindowModel::pageSize);
    }

    void draggingTheScrollBarCancelsWhatIsNoLongerLookedAt()
    {
        load();
        m_transport->hold();
        for (int row = 300; row < 2900; row += 200) {
            nameAt(row);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(std::count_if(m_transport->asked().begin(), m_transport->asked().end(),
                                  [](const auto& asked) { return !asked.cancelled && !asked.answered; })
                    <= 3);
        m_transport->letGo();
        QTRY_COMPARE(nameAt(2700), person(2700).name);
    }

    void aLateAnswerToAFormerFilterIsIgnored()
    {
        m_transport->on("GET", QStringLiteral("/users"), [this](const client::Request& request) {
            const QString filter = request.query.queryItemValue(QStringLiteral("filter"));
            const qint64 base = filter == QLatin1String("second") ? 500 : 0;
            return testing::pageOf(request, m_total,
                                   [base](qint64 row) { return contract::toJson(person(base + row)); });
        });
        load();
        m_transport->hold();
        m_model->setFilter(QStringLiteral("first"));
        m_model->setFilter(QStringLiteral("second"));
        const auto count = static_cast<qsizetype>(m_transport->asked().size());
        m_transport->release(count - 1);
        m_transport->release(count - 2);
        QTRY_COMPARE(nameAt(0), person(500).name);
        QCoreApplication::processEvents();
        QCOMPARE(nameAt(0), person(500).name);
    }

    void theFilterAndItsChosenTermsAreOneParameter()
    {
        load();
        m_model->setFilter(QStringLiteral(" smith "));
        m_model->setRestriction(QStringLiteral("domain"), QStringLiteral("/Sales \"East\""));
        QCOMPARE(m_transport->last().query.queryItemValue(QStringLiteral("filter"), QUrl::FullyDecoded),
                 QStringLiteral("smith domain:\"/Sales \\\"East\\\"\""));
        m_model->clearFilter();
        QVERIFY(!m_transport->last().query.hasQueryItem(QStringLiteral("filter")));
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
    }

    void sortingIsTheServicesBusiness()
    {
        load();
        m_model->sort(UsersModel::LastLogon, Qt::DescendingOrder);
        QCOMPARE(m_transport->last().query.queryItemValue(QStringLiteral("sort")),
                 QStringLiteral("-lastLogonAt"));
        const auto asked = m_transport->asked().size();
        m_model->sort(UsersModel::Email, Qt::AscendingOrder); // cannot be sorted
        QCOMPARE(m_transport->asked().size(), asked);
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
    }

    void nothingAtAllAndNoMatchAreDifferentStates()
    {
        m_total = 0;
        m_model->load();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Empty);
        m_model->setFilter(QStringLiteral("nobody"));
        QTRY_COMPARE(m_model->state(), WindowModel::State::NoMatch);
        m_total = 5;
        m_model->clearFilter();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
        QCOMPARE(m_model->rowCount(), 5);
    }

    void aFailureIsToldAndRetried()
    {
        m_transport->on("GET", QStringLiteral("/users"), [](const client::Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Forbidden, "not_permitted"));
        });
        m_model->load();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Failed);
        QCOMPARE(m_model->error().code, QStringLiteral("not_permitted"));
        m_transport->on("GET", QStringLiteral("/users"), [](const client::Request& request) {
            return testing::pageOf(request, 3, [](qint64 row) { return contract::toJson(person(row)); });
        });
        m_model->retry();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void aFailedRefreshKeepsWhatIsShown()
    {
        load();
        m_transport->on("GET", QStringLiteral("/users"), [](const client::Request&) {
            return contract::Result<client::Answer>(
                FakeTransport::problem(contract::ErrorKind::Unavailable, "timed_out"));
        });
        QSignalSpy failed(m_model.get(), &WindowModel::failed);
        m_model->refresh();
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(m_model->state(), WindowModel::State::Ready);
        QCOMPARE(nameAt(0), person(0).name);
    }

    void aRefreshKeepsThePlaceAndTheSelectionOnTheSamePerson()
    {
        load();
        QTRY_COMPARE(nameAt(1550), person(1550).name);
        const QPersistentModelIndex selected = m_model->index(1550, UsersModel::Name);
        m_firstNumber = -3; // three people were added in front
        m_total += 3;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 3003);
        QTRY_COMPARE(selected.row(), 1553);
        QCOMPARE(selected.data().toString(), person(1550).name);
    }

    void aSelectionOutOfSightStaysOnTheSamePeople_data()
    {
        QTest::addColumn<bool>("refreshes");
        QTest::newRow("dropped by a refresh") << true;
        QTest::newRow("dropped by looking at much else") << false;
    }
    void aSelectionOutOfSightStaysOnTheSamePeople()
    {
        QFETCH(bool, refreshes);
        m_total = 10'000;
        load();
        QTRY_COMPARE(nameAt(3050), person(3050).name);
        QItemSelectionModel selection(m_model.get());
        selection.select(QItemSelection(m_model->index(3050, 0), m_model->index(3052, 0)),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        for (int row = 4050; row <= 8050; row += refreshes ? 2000 : 100) {
            QTRY_COMPARE(nameAt(row), person(row).name);
        }
        QTRY_VERIFY(!m_model->isBusy());
        QTest::qWait(100); // nothing of the way there is wanted any more
        m_firstNumber = -1; // somebody was added in front
        m_total += 1;
        if (refreshes) {
            m_model->refresh();
            QTRY_COMPARE(m_model->rowCount(), 10'001);
        }
        QVERIFY(m_model->item(3050) == nullptr);
        QTRY_COMPARE(nameAt(3051), person(3050).name);
        QStringList names;
        for (const QModelIndex& row : selection.selectedRows(UsersModel::Name)) {
            names << row.data().toString();
        }
        names.sort();
        QCOMPARE(names, (QStringList {person(3050).name, person(3051).name, person(3052).name}));
    }

    void aListThatShrankLosesItsRows()
    {
        load();
        QTRY_COMPARE(nameAt(2999), person(2999).name);
        m_total = 2900;
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2900);
        QTRY_COMPARE(nameAt(2899), person(2899).name);
    }

private:
    void load()
    {
        m_model->load();
        QTRY_COMPARE(m_model->state(), WindowModel::State::Ready);
    }
    QString nameAt(int row) { return m_model->index(row, UsersModel::Name).data().toString(); }

    contract::ManualClock m_clock {contract::fromMilliseconds(1780000000000)};
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<UsersModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_total = 0;
    qint64 m_firstNumber = 0;
};

QTEST_GUILESS_MAIN(WindowModelTest)
#include "tst_window_model.moc"
