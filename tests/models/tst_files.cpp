// SPDX-License-Identifier: Apache-2.0
#include "models/csv_export.h"
#include "models/import_model.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using client::Request;
using contract::ImportFormat;
using contract::ImportOutcome;
using models::CsvExport;
using models::ImportModel;
using testing::FakeTransport;

// Files that come in and go out: the import assistant and the export.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
    }
    void cleanup()
    {
        m_api.reset();
        m_transport.reset();
    }

    void theFormatIsGuessedFromContentFirst_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<ImportFormat>("format");
        QTest::newRow("PSKC") << QStringLiteral("a.txt") << QByteArray("<?xml?><KeyContainer>")
                              << ImportFormat::Pskc;
        QTest::newRow("sdtid") << QStringLiteral("a.xml") << QByteArray("<TKNBatch>") << ImportFormat::Sdtid;
        QTest::newRow("otpauth") << QStringLiteral("a.csv") << QByteArray("otpauth://totp/x?secret=A")
                                 << ImportFormat::Otpauth;
        QTest::newRow("table") << QStringLiteral("a.csv") << QByteArray("serial,secret") << ImportFormat::Csv;
    }
    void theFormatIsGuessedFromContentFirst()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        QFETCH(ImportFormat, format);
        QCOMPARE(ImportModel::guessFormat(name, start), format);
    }

    void aFileIsCheckedBeforeItIsImported()
    {
        m_transport->on("POST", QStringLiteral("/token-imports"), [](const Request& request) {
            const bool dry = request.body.reveal().toByteArray().contains("name=\"dryRun\"\r\n\r\ntrue");
            return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(result(dry))));
        });
        ImportModel model(*m_api);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFile(file("tokens.xml", "<KeyContainer/>"));
        QTRY_COMPARE(model.state(), ImportModel::State::Checked);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.summary(), QStringLiteral("1 would be imported, 1 cannot be taken"));
        QCOMPARE(model.index(1, ImportModel::Cause).data().toString(),
                 QStringLiteral("The record has no serial number."));
        QCOMPARE(model.index(0, ImportModel::Serial).data().toString(), QStringLiteral("0001 2345"));
        model.setOnlyProblems(true);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.canImport());
        model.importNow();
        QTRY_COMPARE(model.state(), ImportModel::State::Imported);
        QVERIFY(!model.canImport());
        QVERIFY(m_transport->last().body.reveal().toByteArray().contains("name=\"dryRun\"\r\n\r\nfalse"));
    }

    void aLongImportIsWatchedAndStopped()
    {
        m_transport->on("POST", QStringLiteral("/token-imports"), [](const Request& request) {
            const bool dry = request.body.reveal().toByteArray().contains("name=\"dryRun\"\r\n\r\ntrue");
            contract::TokenImport import = result(dry);
            if (!dry) {
                import.state = contract::JobState::Running;
                import.rows.clear();
                import.imported = import.failed = import.total = 0;
            }
            return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(import)));
        });
        bool stopped = false;
        const QString job = QStringLiteral("/token-imports/") + result(false).id;
        m_transport->on("GET", job, [&](const Request&) {
            contract::TokenImport import = result(false);
            import.total = 1000;
            import.imported = 500;
            import.failed = 0;
            import.rows.clear();
            import.state = stopped ? contract::JobState::Cancelled : contract::JobState::Running;
            return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(import)));
        });
        m_transport->on("DELETE", job, [&](const Request&) {
            stopped = true;
            return contract::Result<client::Answer>(FakeTransport::json({}));
        });
        ImportModel model(*m_api);
        model.setFile(file("tokens.xml", "<KeyContainer/>"));
        QTRY_COMPARE(model.state(), ImportModel::State::Checked);
        model.importNow();
        QTRY_COMPARE(model.processed(), 500);
        QCOMPARE(model.state(), ImportModel::State::Importing);
        QCOMPARE(model.total(), 1000);
        model.cancel();
        QVERIFY(model.isStopping());
        QTRY_COMPARE(model.state(), ImportModel::State::Imported);
        QCOMPARE(model.summary(), QStringLiteral("Stopped after 500 of 1000, 500 imported"));
    }

    void aProtectedFileAsksForItsPassphrase()
    {
        m_transport->on("POST", QStringLiteral("/token-imports"), [](const Request& request) {
            contract::TokenImport import = result(true);
            if (!request.body.reveal().toByteArray().contains("name=\"passphrase\"\r\n\r\nopen\r\n")) {
                import.state = contract::JobState::Failed;
                import.code = QStringLiteral("passphrase_required");
                import.rows.clear();
            }
            return contract::Result<client::Answer>(FakeTransport::json(contract::toJson(import)));
        });
        ImportModel model(*m_api);
        model.setFile(file("tokens.xml", "<KeyContainer/>"));
        QTRY_COMPARE(model.state(), ImportModel::State::Refused);
        QVERIFY(model.needsPassphrase());
        QVERIFY(!model.needsKey());
        QCOMPARE(model.refusal(), QStringLiteral("The file is encrypted under a passphrase."));
        QVERIFY(!model.refusalCure().isEmpty());
        model.setPassphrase(contract::Secret(QStringLiteral("open")));
        model.check();
        QTRY_COMPARE(model.state(), ImportModel::State::Checked);
    }

    void aFileThatIsNotThereIsRefused()
    {
        ImportModel model(*m_api);
        model.setFile(m_folder->filePath(QStringLiteral("absent.xml")));
        QTRY_COMPARE(model.state(), ImportModel::State::Refused);
        QCOMPARE(model.refusal(), QStringLiteral("The file could not be read."));
        QVERIFY(m_transport->asked().empty());
    }

    void anExportReplacesTheFileOnceItIsWhole()
    {
        const QString path = file("users.csv", "old");
        m_transport->on("GET", QStringLiteral("/reports/users"), [](const Request&) {
            return contract::Result<client::Answer>(client::Answer {200, "name\r\nanna\r\n", {}});
        });
        CsvExport exporter(*m_api);
        client::ListQuery query;
        query.filter = QStringLiteral("ann");
        exporter.start(QStringLiteral("users"), query, path);
        QCOMPARE(exporter.state(), CsvExport::State::Running);
        QCOMPARE(contents(path), QByteArray("old"));
        QTRY_COMPARE(exporter.state(), CsvExport::State::Finished);
        QCOMPARE(contents(path), QByteArray("name\r\nanna\r\n"));
        const QUrlQuery sent = m_transport->last().query;
        QCOMPARE(sent.queryItemValue(QStringLiteral("format")), QStringLiteral("csv"));
        QCOMPARE(sent.queryItemValue(QStringLiteral("filter")), QStringLiteral("ann"));
        QVERIFY(!sent.hasQueryItem(QStringLiteral("limit")));
    }

    void aCancelledExportLeavesWhatWasThere()
    {
        const QString path = file("users.csv", "old");
        m_transport->hold();
        CsvExport exporter(*m_api);
        exporter.start(QStringLiteral("users"), {}, path);
        exporter.cancel();
        QCOMPARE(exporter.state(), CsvExport::State::Cancelled);
        QCoreApplication::processEvents();
        QTRY_VERIFY(m_transport->asked().front().cancelled);
        QCOMPARE(contents(path), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void aFailedExportLeavesWhatWasThere()
    {
        const QString path = file("users.csv", "old");
        CsvExport exporter(*m_api);
        exporter.start(QStringLiteral("absent"), {}, path);
        QTRY_COMPARE(exporter.state(), CsvExport::State::Failed);
        QCOMPARE(contents(path), QByteArray("old"));
        QTRY_COMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        CsvExport exporter(*m_api);
        exporter.start(QStringLiteral("users"), {}, QStringLiteral("/nonexistent/users.csv"));
        QCOMPARE(exporter.state(), CsvExport::State::Failed);
        QCOMPARE(exporter.error().code, QStringLiteral("file_not_written"));
    }

private:
    static contract::TokenImport result(bool dry)
    {
        contract::TokenImport import;
        import.id = QStringLiteral("1");
        import.state = contract::JobState::Finished;
        import.dryRun = dry;
        import.total = 2;
        import.imported = 1;
        import.failed = 1;
        import.rows = {{1, QStringLiteral("00012345"), ImportOutcome::Imported, {}, {}, {}},
                       { 2,
                         {},
                         ImportOutcome::Failed,
                         QStringLiteral("serial_missing"),
                         QStringLiteral("x"),
                         {} }};
        return import;
    }
    QString file(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        [&] {
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }();
        return file.fileName();
    }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
