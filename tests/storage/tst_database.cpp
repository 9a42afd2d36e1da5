// SPDX-License-Identifier: Apache-2.0
#include "services/storage/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace holdfast;
using storage::Connection;
using storage::Database;

namespace {

qint64 countRows(Connection& connection)
{
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM notes"));
    rows.next();
    return rows.integer(0);
}

void addNote(Connection& connection, const QString& text)
{
    connection.insert(QStringLiteral("INSERT INTO notes (text) VALUES (?)"), {text});
}

// Holds the writer in a work of its own, so that what is added meanwhile lands in one batch.
class Gate
{
public:
    explicit Gate(Database& database)
    {
        database.write(
            [this](Connection&) {
                m_entered.set_value();
                m_open.get_future().wait();
                return true;
            },
            [](std::exception_ptr) {});
        m_entered.get_future().wait();
    }
    void open() { m_open.set_value(); }

private:
    std::promise<void> m_entered;
    std::promise<void> m_open;
};

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;

    void open(storage::DatabaseOptions options = {})
    {
        m_database.reset();
        options.path = m_folder.filePath(QStringLiteral("test.db"));
        auto opened = Database::open(options);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_database = std::move(*opened);
        m_database->writeAndWait([](Connection& connection) {
            connection.script(QStringLiteral(
                "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) "
                "STRICT; DELETE FROM notes;"));
        });
    }

private Q_SLOTS:
    void init() { open(); }

    void valuesComeBackAsTheyWere()
    {
        const QByteArray blob("\0\1\xff bytes", 9);
        const QString text = QStringLiteral("Zoë ' \" 漢字 \u0001");
        m_database->writeAndWait([&](Connection& connection) {
            auto rows = connection.select(
                QStringLiteral("SELECT ?, ?, ?, ?, ?, ?, ?"),
                {text, blob, qint64(-9007199254740993), true, QVariant(), QString(), QByteArray()});
            QVERIFY(rows.next());
            QCOMPARE(rows.text(0), text);
            QCOMPARE(rows.bytes(1), blob);
            QCOMPARE(rows.integer(2), qint64(-9007199254740993));
            QVERIFY(rows.boolean(3));
            QVERIFY(rows.isNull(4));
            QVERIFY(!rows.isNull(5)); // an empty text is a text
            QVERIFY(!rows.isNull(6));
            QVERIFY(!rows.optionalInteger(4));
            QVERIFY(!rows.next());
        });
    }

    void worksOfOneBatchRunInOrderAndShareOneCommit()
    {
        const auto before = m_database->figures();
        std::vector<int> order;
        std::vector<int> answered;
        std::promise<void> last;
        Gate gate(*m_database);
        for (int i = 0; i < 50; ++i) {
            m_database->write(
                [&order, i](Connection& connection) {
                    order.push_back(i);
                    addNote(connection, QString::number(i));
                    return true;
                },
                [&answered, &last, i](std::exception_ptr failed) {
                    answered.push_back(failed ? -1 : i);
                    if (i == 49) {
                        last.set_value();
                    }
                });
        }
        gate.open();
        last.get_future().wait();
        std::vector<int> expected(50);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(order, expected);
        QCOMPARE(answered, expected);
        const auto after = m_database->figures();
        QCOMPARE(after.works - before.works, 51U);
        QCOMPARE(after.commits - before.commits, 2U); // the gate's, and one for all fifty
    }

    void aWorkThatThrowsOrSaysNoTakesNobodyWithIt()
    {
        std::promise<void> last;
        std::vector<QString> outcomes(4);
        Gate gate(*m_database);
        for (size_t i = 0; i < 4; ++i) {
            m_database->write(
                [i](Connection& connection) {
                    addNote(connection, QString::number(i));
                    if (i == 1) {
                        throw std::runtime_error("no luck");
                    }
                    return i != 2;
                },
                [&outcomes, &last, i](std::exception_ptr failed) {
                    try {
                        if (failed) {
                            std::rethrow_exception(failed);
                        }
                        outcomes[i] = QStringLiteral("fine");
                    } catch (const std::exception& thrown) {
                        outcomes[i] = QString::fromUtf8(thrown.what());
                    }
                    if (i == 3) {
                        last.set_value();
                    }
                });
        }
        gate.open();
        last.get_future().wait();
        QCOMPARE(outcomes[0], QStringLiteral("fine"));
        QCOMPARE(outcomes[1], QStringLiteral("no luck"));
        QCOMPARE(outcomes[2], QStringLiteral("fine")); // it decided so itself
        QCOMPARE(outcomes[3], QStringLiteral("fine"));
        const QStringList kept = m_database->read([](Connection& connection) {
            QStringList texts;
            auto rows = connection.select(QStringLiteral("SELECT text FROM notes ORDER BY id"));
            while (rows.next()) {
                texts << rows.text(0);
            }
            return texts;
        });
        QCOMPARE(kept, QStringList({QStringLiteral("0"), QStringLiteral("3")}));
    }

    void aWorkAloneIsRolledBackToo()
    {
        const auto refused = m_database->writeAndWait([](Connection& connection) -> contract::Result<int> {
            addNote(connection, QStringLiteral("gone"));
            return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("no"), QString());
        });
        QVERIFY(!refused);
        QVERIFY_EXCEPTION_THROWN(m_database->writeAndWait([](Connection& connection) {
            addNote(connection, QStringLiteral("gone too"));
            throw std::runtime_error("thrown");
        }),
                                 std::runtime_error);
        QCOMPARE(m_database->read(&countRows), 0);
    }

    void whatWasKeptIsForgottenWhenAWorkIsUndone()
    {
        struct Cache
        {
            int value;
        };
        m_database->writeAndWait(
            [](Connection& connection) { connection.keep(std::make_shared<Cache>(Cache {7})); });
        m_database->writeAndWait(
            [](Connection& connection) { QCOMPARE(connection.kept<Cache>()->value, 7); });
        QVERIFY_EXCEPTION_THROWN(
            m_database->writeAndWait([](Connection&) { throw std::runtime_error("undo"); }),
            std::runtime_error);
        m_database->writeAndWait([](Connection& connection) { QVERIFY(!connection.kept<Cache>()); });
    }

    void aReadSeesOneSnapshotAndNestedReadsShareIt()
    {
        m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("first")); });
        m_database->read([this](Connection& outer) {
            QCOMPARE(countRows(outer), 1);
            m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("second")); });
            QCOMPARE(countRows(outer), 1);
            QCOMPARE(m_database->read(&countRows), 1);
        });
        QCOMPARE(m_database->read(&countRows), 2);
    }

    void aReaderCannotWrite()
    {
        QVERIFY_EXCEPTION_THROWN(
            m_database->read([](Connection& connection) { addNote(connection, QStringLiteral("x")); }),
            storage::StorageError);
        QCOMPARE(m_database->read(&countRows), 0);
    }

    void manyThreadsReadWhileOneWrites()
    {
        std::atomic<bool> stop {false};
        std::atomic<int> torn {0};
        std::vector<std::thread> readers;
        for (int i = 0; i < 4; ++i) {
            readers.emplace_back([&] {
                while (!stop) { // notes are only ever added in pairs
                    torn += static_cast<int>(m_database->read(&countRows) % 2);
                }
            });
        }
        for (int i = 0; i < 200; ++i) {
            m_database->writeAndWait([](Connection& connection) {
                addNote(connection, QStringLiteral("left"));
                addNote(connection, QStringLiteral("right"));
            });
        }
        stop = true;
        for (std::thread& reader : readers) {
            reader.join();
        }
        QCOMPARE(torn.load(), 0);
        QCOMPARE(m_database->read(&countRows), 400);
    }

    void theQueueIsBounded()
    {
        storage::DatabaseOptions options;
        options.maxQueued = 3;
        open(options);
        Gate gate(*m_database);
        std::atomic<int> told {0};
        const auto add = [&] {
            m_database->write([](Connection&) { return true; }, [&](std::exception_ptr) { ++told; });
        };
        add();
        add();
        add();
        QVERIFY_EXCEPTION_THROWN(add(), storage::StorageError);
        gate.open();
        m_database.reset();
        QCOMPARE(told.load(), 3);
    }

    void closingFinishesWhatIsQueued()
    {
        std::atomic<int> told {0};
        for (int i = 0; i < 1000; ++i) {
            m_database->write(
                [i](Connection& connection) {
                    addNote(connection, QString::number(i));
                    return true;
                },
                [&](std::exception_ptr failed) { told += failed ? 0 : 1; });
        }
        m_database.reset();
        QCOMPARE(told.load(), 1000);
        auto again = Database::open({.path = m_folder.filePath(QStringLiteral("test.db"))});
        QVERIFY(again);
        QCOMPARE((*again)->read(&countRows), 1000);
    }

    void commitListenersHearOfEveryCommitBeforeTheAnswer()
    {
        int heard = 0;
        const int number = m_database->addCommitListener([&] { ++heard; });
        m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("a")); });
        QCOMPARE(heard, 1);
        m_database->removeCommitListener(number);
        m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("b")); });
        QCOMPARE(heard, 1);
    }

    void whatFollowsFromAChangeIsWrittenWithIt()
    {
        int calls = 0;
        m_database->setBeforeCommit([&](Connection& connection) {
            ++calls;
            addNote(connection, QStringLiteral("follows"));
        });
        m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("a")); });
        QCOMPARE(calls, 1);
        QCOMPARE(m_database->read(&countRows), 2);
        m_database->setBeforeCommit([](Connection&) { throw storage::StorageError("It cannot follow."); });
        QVERIFY_EXCEPTION_THROWN(
            m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("b")); }),
            storage::StorageError);
        m_database->setBeforeCommit({});
        m_database->writeAndWait([](Connection& c) { addNote(c, QStringLiteral("c")); });
        QCOMPARE(m_database->read(&countRows), 3);
    }

    void aStatementInUseIsNotExecutedAgain()
    {
        m_database->writeAndWait([](Connection& connection) {
            const QString sql = QStringLiteral("SELECT 1");
            auto rows = connection.select(sql);
            QVERIFY(rows.next());
            QVERIFY_EXCEPTION_THROWN((void)connection.select(sql), std::logic_error);
        });
        m_database->writeAndWait([](Connection& connection) {
            QVERIFY_EXCEPTION_THROWN((void)connection.select(QStringLiteral("SELECT ?")), std::logic_error);
        });
    }

    void statementsWithoutEndDoNotFillTheMemory()
    {
        m_database->read([](Connection& connection) {
            auto open = connection.select(QStringLiteral("SELECT 'kept' UNION SELECT 'open' ORDER BY 1"));
            QVERIFY(open.next());
            for (int i = 0; i < 1000; ++i) {
                auto rows = connection.select(QStringLiteral("SELECT %1").arg(i));
                QVERIFY(rows.next());
                QCOMPARE(rows.integer(0), i);
            }
            QVERIFY(open.next());
            QCOMPARE(open.text(0), QStringLiteral("open"));
        });
    }

    void othersMayNotReadTheFile()
    {
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
            | QFileDevice::WriteOther;
        for (const char* suffix : {"", "-wal", "-shm"}) {
            const QFileInfo file(m_folder.filePath(QStringLiteral("test.db") + QLatin1String(suffix)));
            QVERIFY(file.exists());
            QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
        }
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
