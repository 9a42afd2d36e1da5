// SPDX-License-Identifier: Apache-2.0
#include "services/client/consume.h"
#include "services/client/key_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace holdfast;
using client::KeychainStore;
using client::MasterKey;
using contract::Result;
using contract::Secret;

// Runs under a Secret Service of its own; see main() below.
class KeyStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<KeychainStore>(QStringLiteral("Holdfast test")); }

    void whatIsNotThereIsNoError()
    {
        const auto read = wait(m_store->read(QStringLiteral("absent")));
        QVERIFY(read.has_value());
        QVERIFY(!read->has_value());
        QVERIFY(wait(m_store->remove(QStringLiteral("absent"))).has_value());
    }

    void anEntryIsWrittenReadAndRemoved_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("correct horse");
        QTest::newRow("every byte") << [] {
            QByteArray bytes;
            for (int i = 0; i < 256; ++i) {
                bytes.append(static_cast<char>(i));
            }
            return bytes;
        }();
        QTest::newRow("long") << QByteArray(10000, 'x');
    }
    void anEntryIsWrittenReadAndRemoved()
    {
        QFETCH(QByteArray, bytes);
        const QString name = QStringLiteral("entry");
        QVERIFY(wait(m_store->write(name, Secret(QByteArrayView(bytes)))).has_value());
        const auto read = wait(m_store->read(name));
        QVERIFY(read.has_value() && read->has_value());
        QVERIFY((*read)->equals(bytes));
        QVERIFY(wait(m_store->remove(name)).has_value());
        QVERIFY(!wait(m_store->read(name))->has_value());
    }

    void aNewDirectoryGetsAKeyAndKeepsIt()
    {
        const QTemporaryDir directory;
        const MasterKey made = wait(client::loadMasterKey(*m_store, directory.path(), true));
        QVERIFY(made.key && made.created);
        QCOMPARE(made.key->size(), 32);
        const MasterKey again =
            wait(client::loadMasterKey(*m_store, directory.path() + QStringLiteral("/"), false));
        QVERIFY(again.key && !again.created);
        QVERIFY(again.key->equals(made.key->reveal()));
        const QTemporaryDir other;
        QVERIFY(!wait(client::loadMasterKey(*m_store, other.path(), true)).key->equals(made.key->reveal()));
    }

    void anOldDirectoryWithoutAKeyIsLeftToTheService()
    {
        const QTemporaryDir directory;
        const MasterKey none = wait(client::loadMasterKey(*m_store, directory.path(), false));
        QVERIFY(!none.key);
        QCOMPARE(none.problemCode, QString());
    }

    void aServerIsRemembered()
    {
        const client::ServerProfile profile {QStringLiteral("Main office"),
                                             QUrl(QStringLiteral("https://a.example:8443")),
                                             QStringLiteral("anna")};
        QVERIFY(wait(client::saveProfile(*m_store, profile)).has_value());
        const auto loaded = wait(client::loadProfile(*m_store));
        QVERIFY(loaded.has_value() && loaded->has_value());
        QCOMPARE((*loaded)->url, profile.url);
        QCOMPARE((*loaded)->userName, profile.userName);
    }

private:
    template <class T>
    static T wait(QFuture<T> future)
    {
        [&future] {
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        }();
        return future.result();
    }
    std::unique_ptr<KeychainStore> m_store;
};

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("HOLDFAST_TEST_KEYRING")) {
        ::execlp("dbus-run-session", "dbus-run-session", "--",
                 HOLDFAST_TEST_DATA "/../client/with_keyring.sh", argv[0], nullptr);
        std::perror("dbus-run-session");
        return 1;
    }
    const QCoreApplication application(argc, argv);
    KeyStoreTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_key_store.moc"
