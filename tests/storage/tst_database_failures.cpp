// SPDX-License-Identifier: Apache-2.0
#include "services/storage/database.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using storage::Connection;
using storage::Database;

namespace {

constexpr auto schema = "CREATE TABLE IF NOT EXISTS parents (id INTEGER PRIMARY KEY);"
                        "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL,"
                        " parent_id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);";

QString messageOf(const std::exception_ptr& failed)
{
    try {
        if (failed) {
            std::rethrow_exception(failed);
        }
    } catch (const std::exception& thrown) {
        return QString::fromUtf8(thrown.what());
    }
    return {};
}

} // namespace

class TestDatabaseFailures : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("test.db")); }

    std::unique_ptr<Database> open(qint64 maxPages = 0)
    {
        auto opened = Database::open({.path = path(), .maxPages = maxPages});
        if (!opened) {
            return nullptr;
        }
        (*opened)->writeAndWait(
            [](Connection& connection) { connection.script(QString::fromLatin1(schema)); });
        return std::move(*opened);
    }

    static qint64 count(Database& database)
    {
        return database.read([](Connection& connection) {
            auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM notes"));
            rows.next();
            return rows.integer(0);
        });
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFailingCommitRollsEverybodyBackAndTellsThem()
    {
        const auto database = open();
        std::vector<QString> told(3);
        std::promise<void> last;
        std::promise<void> entered;
        std::promise<void> release;
        database->write(
            [&](Connection&) {
                entered.set_value();
                release.get_future().wait();
                return true;
            },
            [](std::exception_ptr) {});
        entered.get_future().wait();
        for (size_t i = 0; i < 3; ++i) {
            database->write(
                [i](Connection& connection) {
                    // The second breaks a rule that is only looked at when the commit comes.
                    connection.change(QStringLiteral("INSERT INTO notes (text, parent_id) VALUES ('n', ?)"),
                                      {i == 1 ? QVariant(99) : QVariant()});
                    return true;
                },
                [&, i](std::exception_ptr failed) {
                    told[i] = messageOf(failed);
                    if (i == 2) {
                        last.set_value();
                    }
                });
        }
        release.set_value();
        last.get_future().wait();
        for (const QString& message : told) {
            QVERIFY2(message.contains(QStringLiteral("FOREIGN KEY")), qPrintable(message));
        }
        QCOMPARE(count(*database), 0);
        database->writeAndWait([](Connection& connection) {
            connection.change(QStringLiteral("INSERT INTO notes (text) VALUES ('after')"));
        });
        QCOMPARE(count(*database), 1);
    }

    void aFullDiskFailsWritesNotReadsAndIsOverWhenThereIsRoom()
    {
        const QString large(4'000, QLatin1Char('x'));
        const auto addOne = [&large](Connection& connection) {
            connection.change(QStringLiteral("INSERT INTO notes (text) VALUES (?)"), {large});
        };
        qint64 written = 0;
        {
            const auto database = open(40);
            QString message;
            for (int i = 0; i < 100 && message.isEmpty(); ++i) {
                try {
                    database->writeAndWait(addOne);
                    ++written;
                } catch (const storage::StorageError& thrown) {
                    message = QString::fromUtf8(thrown.what());
                }
            }
            QVERIFY2(message.contains(QStringLiteral("the disk is full")), qPrintable(message));
            QVERIFY(!message.contains(large.left(8)));
            QVERIFY(written > 10);
            QCOMPARE(count(*database), written);
            QVERIFY_EXCEPTION_THROWN(database->writeAndWait(addOne), storage::StorageError);
            database->writeAndWait([](Connection& connection) {
                connection.change(QStringLiteral("DELETE FROM notes WHERE id <= 5"));
            });
            database->writeAndWait(addOne);
            QCOMPARE(count(*database), written - 4);
        }
        const auto database = open();
        database->writeAndWait(addOne);
        QCOMPARE(count(*database), written - 3);
    }

    void inAFullBatchThoseThatFitAreKept()
    {
        const auto database = open(40);
        const QString large(20'000, QLatin1Char('x'));
        std::vector<QString> told(30);
        std::promise<void> last;
        for (size_t i = 0; i < told.size(); ++i) {
            database->write(
                [&large](Connection& connection) {
                    connection.change(QStringLiteral("INSERT INTO notes (text) VALUES (?)"), {large});
                    return true;
                },
                [&, i](std::exception_ptr failed) {
                    told[i] = messageOf(failed);
                    if (i + 1 == told.size()) {
                        last.set_value();
                    }
                });
        }
        last.get_future().wait();
        const auto fine = std::count(told.cbegin(), told.cend(), QString());
        QVERIFY(fine < 30);
        QCOMPARE(count(*database), fine); // whoever was told so is there, nobody else
    }

    void aFolderThatMayNotBeWrittenIsToldInWords()
    {
        auto missing = Database::open({.path = m_folder->filePath(QStringLiteral("none/test.db"))});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, QStringLiteral("storage_unavailable"));
        QVERIFY(missing.error().detail.contains(QStringLiteral("cannot be opened")));
    }

    void aFileThatIsNoDatabaseIsRefused()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        auto opened = Database::open({.path = path()});
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(QStringLiteral("not a database")),
                 qPrintable(opened.error().detail));
    }

    void aDamagedFileIsAnErrorNotACrash()
    {
        {
            const auto database = open();
            database->writeAndWait([](Connection& connection) {
                for (int i = 0; i < 500; ++i) {
                    connection.change(QStringLiteral("INSERT INTO notes (text) VALUES (?)"),
                                      {QString(500, QLatin1Char('y'))});
                }
            });
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(3 * 4096);
        file.write(QByteArray(int(file.size()) - 3 * 4096, '\xA5'));
        file.close();
        auto opened = Database::open({.path = path()});
        QVERIFY(opened);
        QString message;
        try {
            (*opened)->read([](Connection& connection) {
                auto rows = connection.select(QStringLiteral("SELECT SUM(LENGTH(text)) FROM notes"));
                return rows.next();
            });
        } catch (const storage::StorageError& thrown) {
            message = QString::fromUtf8(thrown.what());
        }
        QVERIFY2(message.contains(QStringLiteral("damaged")), qPrintable(message));
    }

    void anotherProgramsLockIsToldInWords()
    {
        const auto database = open();
        database->writeAndWait([](Connection& connection) {
            connection.change(QStringLiteral("PRAGMA busy_timeout = 1")); // do not wait for it here
        });
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(path());
        QVERIFY(other.open());
        {
            QSqlQuery query(other);
            QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
        }
        QString message;
        try {
            database->writeAndWait([](Connection&) {});
        } catch (const storage::StorageError& thrown) {
            message = QString::fromUtf8(thrown.what());
        }
        other.close();
        other = {};
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QVERIFY2(message.contains(QStringLiteral("locked by another program")), qPrintable(message));
        database->writeAndWait([](Connection&) {});
    }

    void aBrokenRuleNamesTheColumnButNoValue()
    {
        const auto database = open();
        try {
            database->writeAndWait([](Connection& connection) {
                connection.change(QStringLiteral("INSERT INTO parents (id) VALUES (?)"), {4711});
                connection.change(QStringLiteral("INSERT INTO parents (id) VALUES (?)"), {4711});
            });
            QFAIL("accepted twice");
        } catch (const storage::ConstraintError& thrown) {
            const QString message = QString::fromUtf8(thrown.what());
            QVERIFY(message.contains(QStringLiteral("parents.id")));
            QVERIFY(!message.contains(QStringLiteral("4711")));
        }
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFailures)
#include "tst_database_failures.moc"
