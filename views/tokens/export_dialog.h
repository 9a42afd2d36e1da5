// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

#include <QStringList>

class QLabel;
class QLineEdit;
class QSaveFile;

namespace holdfast::views {

class PasswordField;

// Tokens with their secrets into a file under a passphrase, for another service. The file takes its place
// once it is whole.
class ExportDialog final : public Dialog
{
    Q_OBJECT
public:
    // Without serials: all tokens in reach.
    ExportDialog(const Workspace& workspace, const QStringList& serials, QWidget* parent);

    void exportTo(const QString& path);

Q_SIGNALS:
    void exported(const QString& path);

private:
    void chooseFile();

    Workspace m_workspace;
    QStringList m_serials;
    PasswordField* m_passphrase;
    PasswordField* m_again;
    QLineEdit* m_reason;
    FormField* m_passphraseField;
    FormField* m_againField;
    FormField* m_reasonField;
    QLabel* m_progress;
};

} // namespace holdfast::views
