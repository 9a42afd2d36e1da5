// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/export_dialog.h"

#include "services/client/api_client.h"
#include "views/signin/password_field.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace holdfast::views {

namespace {

constexpr qsizetype shortestPassphrase = 12;

} // namespace

ExportDialog::ExportDialog(const Workspace& workspace, const QStringList& serials, QWidget* parent)
    : Dialog(serials.isEmpty() ? tr("Export all tokens")
                               : tr("Export %n token(s)", nullptr, int(serials.size())),
             tr("A PSKC file with the secrets of time and counter tokens, for another service. Whoever has "
                "the file and its passphrase can sign in as anybody in it; PINs are not in it. SecurID "
                "tokens cannot be exported."),
             parent)
    , m_workspace(workspace)
    , m_serials(serials)
    , m_passphrase(new PasswordField)
    , m_again(new PasswordField)
    , m_reason(new QLineEdit)
    , m_passphraseField(new FormField(
          tr("&Passphrase"), m_passphrase,
          tr("At least %n characters; several words are best.", nullptr, int(shortestPassphrase))))
    , m_againField(new FormField(tr("The passphrase &again"), m_again))
    , m_reasonField(new FormField(tr("&Reason"), m_reason, tr("Stays with the event.")))
    , m_progress(makeLabel({}, Type::Caption, Ink::Secondary))
{
    setMinimumWidth(520);
    m_reason->setMaxLength(1000);
    for (const auto& [name, field] : {std::pair {QStringLiteral("passphrase"), m_passphraseField},
                                      {QStringLiteral("again"), m_againField},
                                      {QStringLiteral("reason"), m_reasonField}}) {
        addField(name, field);
    }
    content()->addWidget(m_progress);
    content()->addStretch();
    m_progress->hide();
    // Qualified, for lupdate loses the class behind the loop above.
    setPrimary(ExportDialog::tr("Export…"), [this] { chooseFile(); });
    m_passphrase->setFocus();
}

void ExportDialog::chooseFile()
{
    clearFaults();
    if (m_passphrase->text().size() < shortestPassphrase) {
        m_passphraseField->setFault(tr("At least %n characters.", nullptr, int(shortestPassphrase)));
        m_passphrase->setFocus();
    } else if (m_passphrase->text() != m_again->text()) {
        m_againField->setFault(tr("This is not the same passphrase."));
        m_again->setFocus();
    } else if (m_reason->text().trimmed().isEmpty()) {
        m_reasonField->setFault(tr("Say why, for whoever reads the activity later."));
        m_reason->setFocus();
    } else {
        auto* dialog = new QFileDialog(this, tr("Export tokens to"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("pskcxml"));
        dialog->selectFile(tr("tokens") + QStringLiteral(".pskcxml"));
        connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
        dialog->open();
    }
}

void ExportDialog::exportTo(const QString& path)
{
    const auto file = std::make_shared<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly) || !file->setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        message()->showMessage(Tone::Danger, tr("The file cannot be written: %1").arg(file->errorString()));
        return;
    }
    contract::TokenExport what;
    what.passphrase = contract::Secret(m_passphrase->text());
    what.serials = m_serials;
    what.reason = m_reason->text().trimmed();
    m_progress->show();
    m_progress->setText(tr("Exporting…"));
    const QPointer<QLabel> progress = m_progress;
    const auto told = [progress](qint64 received, qint64) {
        if (progress) {
            progress->setText(tr("%1 received").arg(QLocale().formattedDataSize(received)));
        }
    };
    run(m_workspace.api.exportTokens(what, file, told), [this, file, path](const client::Nothing&) {
        if (!file->commit()) {
            message()->showMessage(Tone::Danger,
                                   tr("The file cannot be written: %1").arg(file->errorString()));
            return;
        }
        Q_EMIT exported(path);
        accept();
    });
}

} // namespace holdfast::views
