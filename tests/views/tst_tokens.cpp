// SPDX-License-Identifier: Apache-2.0
#include "services/contract/token_import.h"
#include "tests/views/sample.h"
#include "views/signin/password_field.h"
#include "views/tokens/import_dialog.h"
#include "views/tokens/token_actions.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using models::ImportModel;

namespace {

contract::TokenImport outcome(bool dryRun)
{
    contract::TokenImport job;
    job.id = QStringLiteral("1");
    job.state = contract::JobState::Finished;
    job.dryRun = dryRun;
    job.total = 2;
    job.imported = 1;
    job.failed = 1;
    job.rows = {{1, QStringLiteral("730001004411"), contract::ImportOutcome::Imported, {}, {}, {}},
                {2, QStringLiteral("730001004412"), contract::ImportOutcome::Failed,
                 QStringLiteral("mac_mismatch"), QStringLiteral("The checksum is wrong."),
                 QStringLiteral("Ask for the file again.")}};
    return job;
}

QString tokenFile(const QTemporaryDir& directory)
{
    const QString path = directory.filePath(QStringLiteral("tokens.pskcxml"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("<?xml version=\"1.0\"?><KeyContainer Version=\"1.0\" "
                   "xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\"/>");
    }
    return path;
}

} // namespace

class tst_Tokens final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void aTokenOfStolenCodesIsEnabledOnlyWhenThatIsAccepted()
    {
        sample::Stage stage;
        int accepted = 0;
        const QString serial = QStringLiteral("730001004411");
        stage.transport.on(QStringLiteral("POST /tokens/%1/enable").arg(serial),
                           [&](const client::Request& request) -> FakeTransport::Answer {
                               if (!request.body.reveal().toByteArray().contains("acceptStolenCodes")) {
                                   return contract::failure(contract::ErrorKind::Conflict,
                                                            QStringLiteral("codes_stolen"), {});
                               }
                               ++accepted;
                               return FakeTransport::json(contract::toJson(sample::token(serial)));
                           });
        QWidget page;
        page.show();
        TokenActions actions(stage.workspace(), &page);
        QSignalSpy told(&actions, &TokenActions::message);
        actions.enable(serial);
        QMessageBox* asked = nullptr;
        QTRY_VERIFY((asked = page.findChild<QMessageBox*>()) != nullptr);
        QCOMPARE(accepted, 0);
        QCOMPARE(told.size(), 0);
        const auto buttons = asked->buttons();
        const auto yes = std::find_if(buttons.begin(), buttons.end(), [&](QAbstractButton* button) {
            return asked->buttonRole(button) == QMessageBox::AcceptRole;
        });
        QVERIFY(yes != buttons.end());
        (*yes)->click();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(accepted, 1);
        QCOMPARE(told.first().at(0).value<Tone>(), Tone::Success);
    }
    void aFileIsCheckedBeforeAnythingIsImported()
    {
        sample::Stage stage;
        int dryRuns = 0;
        int imports = 0;
        stage.transport.on(QStringLiteral("POST /token-imports"), [&](const client::Request& request) {
            const bool dryRun = request.body.reveal().toByteArray().contains("name=\"dryRun\"\r\n\r\ntrue");
            ++(dryRun ? dryRuns : imports);
            return FakeTransport::json(contract::toJson(outcome(dryRun)));
        });
        const QTemporaryDir directory;
        auto* dialog = new ImportDialog(stage.workspace(), nullptr);
        QSignalSpy imported(dialog, &ImportDialog::imported);
        dialog->show();
        dialog->setFile(tokenFile(directory));
        QTRY_COMPARE(dialog->model().state(), ImportModel::State::Checked);
        QCOMPARE(dryRuns, 1);
        QCOMPARE(imports, 0);
        auto* table = dialog->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(!table->model()->index(1, ImportModel::Cure).data().toString().isEmpty());
        QVERIFY(dialog->primaryButton()->isEnabled());
        QVERIFY2(dialog->primaryButton()->text().contains(u'1'), qPrintable(dialog->primaryButton()->text()));
        dialog->primaryButton()->click();
        QTRY_COMPARE(dialog->model().state(), ImportModel::State::Imported);
        QCOMPARE(imports, 1);
        QCOMPARE(imported.count(), 1);
        dialog->close();
    }

    void aProtectedFileAsksForItsPassphrase()
    {
        sample::Stage stage;
        bool unlocked = false;
        stage.transport.on(QStringLiteral("POST /token-imports"),
                           [&](const client::Request& request) -> FakeTransport::Answer {
                               if (request.body.reveal().toByteArray().contains("open sesame")) {
                                   unlocked = true;
                                   return FakeTransport::json(contract::toJson(outcome(true)));
                               }
                               return contract::failure(contract::ErrorKind::InvalidRequest,
                                                        QStringLiteral("passphrase_required"),
                                                        QStringLiteral("The file needs a passphrase."));
                           });
        const QTemporaryDir directory;
        auto* dialog = new ImportDialog(stage.workspace(), nullptr);
        dialog->show();
        dialog->setFile(tokenFile(directory));
        QTRY_COMPARE(dialog->model().state(), ImportModel::State::Refused);
        QVERIFY(dialog->model().needsPassphrase());
        PasswordField* shown = nullptr;
        for (PasswordField* field : dialog->findChildren<PasswordField*>()) {
            if (field->isVisible()) {
                QVERIFY(!shown); // the key is not asked for as well
                shown = field;
            }
        }
        QVERIFY(shown);
        QTest::keyClicks(shown, QStringLiteral("open sesame"));
        QTest::keyClick(shown, Qt::Key_Return);
        QTRY_COMPARE(dialog->model().state(), ImportModel::State::Checked);
        QVERIFY(unlocked);
        QVERIFY(shown->text().isEmpty());
        dialog->close();
    }
};

QTEST_MAIN(tst_Tokens)
#include "tst_tokens.moc"
