// SPDX-License-Identifier: Apache-2.0
#include "services/client/key_store.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using contract::Secret;

// A desktop without D-Bus: nothing may be kept in a lesser place.
class NoKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }

    void aSecretIsNotWrittenAnywhere()
    {
        client::KeychainStore store;
        auto written = store.write(QStringLiteral("name"), Secret(QStringLiteral("s3cret")));
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 20000);
        QVERIFY(!written.result().has_value());
        QDirIterator files(m_home.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("s3cret"), qPrintable(file.fileName()));
        }
    }

    void theServiceThenKeepsItsKeysItself()
    {
        client::KeychainStore store;
        auto loaded = client::loadMasterKey(store, m_home.path(), true);
        QTRY_VERIFY_WITH_TIMEOUT(loaded.isFinished(), 20000);
        QVERIFY(!loaded.result().key);
        QVERIFY(!loaded.result().problemCode.isEmpty());
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(NoKeychainTest)
#include "tst_no_keychain.moc"
