// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/bulk_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Token;

namespace {

QString title(BulkAction action, int count)
{
    switch (action) {
    case BulkAction::Enable:
        return BulkDialog::tr("Enable %n token(s)", nullptr, count);
    case BulkAction::Disable:
        return BulkDialog::tr("Disable %n token(s)", nullptr, count);
    case BulkAction::Unassign:
        return BulkDialog::tr("Unassign %n token(s)", nullptr, count);
    }
    return {};
}

QString consequence(BulkAction action)
{
    switch (action) {
    case BulkAction::Enable:
        return BulkDialog::tr("Their codes are accepted from now on.");
    case BulkAction::Disable:
        return BulkDialog::tr("Their codes are refused until they are enabled again.");
    case BulkAction::Unassign:
        return BulkDialog::tr("They belong to nobody then, and their PINs are forgotten.");
    }
    return {};
}

size_t countOf(BulkAction action, const std::vector<Token>& tokens)
{
    return static_cast<size_t>(std::count_if(tokens.begin(), tokens.end(), [action](const Token& token) {
        return BulkDialog::applies(action, token);
    }));
}

} // namespace

BulkDialog::BulkDialog(const Workspace& workspace, BulkAction action, std::vector<Token> tokens,
                       QWidget* parent)
    : Dialog(title(action, static_cast<int>(countOf(action, tokens))), consequence(action), parent)
    , m_workspace(workspace)
    , m_action(action)
    , m_list(new QPlainTextEdit)
    , m_progress(new QProgressBar)
{
    QStringList lines;
    for (Token& token : tokens) {
        if (applies(action, token)) {
            lines << QStringLiteral("%1   %2").arg(
                models::groupedSerial(token.serial),
                token.userDisplayName.value_or(token.userName.value_or(QString())));
            m_todo.push_back(token);
        }
    }
    m_list->setPlainText(lines.join(QLatin1Char('\n')));
    m_list->setReadOnly(true);
    m_list->setAccessibleName(tr("Tokens that will change"));
    m_list->setMinimumHeight(140);
    setType(m_list, Type::Mono);
    content()->addWidget(m_list, 1);
    if (const auto unchanged = tokens.size() - m_todo.size(); unchanged > 0) {
        content()->addWidget(
            makeParagraph(tr("%n chosen token(s) stay(s) as it is: the action does not apply.", nullptr,
                             static_cast<int>(unchanged)),
                          Ink::Secondary));
    }
    m_progress->setRange(0, static_cast<int>(m_todo.size()));
    m_progress->setTextVisible(false);
    m_progress->hide();
    content()->addWidget(m_progress);
    setPrimary(title(action, static_cast<int>(m_todo.size())), [this] {
        m_running = true;
        m_progress->show();
        primaryButton()->setEnabled(false);
        cancelButton()->setText(tr("Stop"));
        next();
    });
    if (action == BulkAction::Unassign) {
        setButtonRole(primaryButton(), ButtonRole::Danger);
        cancelButton()->setFocus();
    } else {
        primaryButton()->setFocus();
    }
    primaryButton()->setEnabled(!m_todo.empty());
}

bool BulkDialog::applies(BulkAction action, const Token& token)
{
    switch (action) {
    case BulkAction::Enable:
        return token.userId.has_value() && !token.enabled;
    case BulkAction::Disable:
        return token.userId.has_value() && token.enabled;
    case BulkAction::Unassign:
        return token.userId.has_value();
    }
    return false;
}

void BulkDialog::reject()
{
    if (m_running) {
        m_stopped = true;
        return;
    }
    Dialog::reject();
}

void BulkDialog::next()
{
    if (m_stopped || m_done >= m_todo.size()) {
        end();
        return;
    }
    const QString serial = m_todo.at(m_done).serial;
    auto reply = m_action == BulkAction::Enable ? m_workspace.api.enableToken(serial)
        : m_action == BulkAction::Disable       ? m_workspace.api.disableToken(serial)
                                                : m_workspace.api.unassignToken(serial);
    client::consume(std::move(reply), this, [this, serial](const contract::Result<Token>& answer) {
        ++m_done;
        m_progress->setValue(static_cast<int>(m_done));
        if (!answer) {
            ++m_failed;
            message()->showMessage(
                Tone::Danger,
                tr("Token %1: %2")
                    .arg(models::groupedSerial(serial), models::words::problem(answer.error())));
        }
        next();
    });
}

void BulkDialog::end()
{
    m_running = false;
    const int changed = static_cast<int>(m_done) - m_failed;
    Q_EMIT ended(m_stopped ? tr("Stopped after %n token(s).", nullptr, changed)
                           : tr("%n token(s) changed.", nullptr, changed));
    if (m_failed > 0) {
        cancelButton()->setText(tr("Close"));
        return;
    }
    accept();
}

} // namespace holdfast::views
