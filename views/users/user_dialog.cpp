// SPDX-License-Identifier: Apache-2.0
#include "views/users/user_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/optional_date.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::User;

UserDialog::UserDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("New user"), {}, parent)
    , m_workspace(workspace)
    , m_domains(workspace.api)
{
    build();
    setPrimary(tr("Create user"), [this] { submit(); });
}

UserDialog::UserDialog(const Workspace& workspace, const User& user, QWidget* parent)
    : Dialog(tr("Edit %1").arg(models::words::person(user)), {}, parent)
    , m_workspace(workspace)
    , m_user(user)
    , m_domains(workspace.api)
{
    build();
    showUser();
    setPrimary(tr("Save"), [this] { submit(); });
}

void UserDialog::build()
{
    setMinimumWidth(560);
    m_name = new QLineEdit;
    m_shownName = new QLineEdit;
    m_mail = new QLineEdit;
    m_phone = new QLineEdit;
    m_domain = new QComboBox;
    m_starts = new OptionalDate(tr("At once"), OptionalDate::Day::Start);
    m_ends = new OptionalDate(tr("Without end"), OptionalDate::Day::End);
    m_notes = new QPlainTextEdit;
    m_notes->setFixedHeight(64);
    m_notes->setTabChangesFocus(true);
    m_aliases = new QLineEdit;
    m_attributes = new QPlainTextEdit;
    m_attributes->setFixedHeight(64);
    m_attributes->setTabChangesFocus(true);
    m_attributes->setPlaceholderText(tr("Personnel number: 4711"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::l);
    grid->setVerticalSpacing(metrics::m);
    const auto field = [this, grid](const QString& wireName, const QString& label, QWidget* editor, int row,
                                    int column, int span, const QString& help = {}) {
        auto* made = new FormField(label, editor, help);
        addField(wireName, made);
        grid->addWidget(made, row, column, 1, span, Qt::AlignTop);
    };
    field(QStringLiteral("name"), tr("&Logon name"), m_name, 0, 0, 1);
    field(QStringLiteral("displayName"), tr("&Shown name"), m_shownName, 0, 1, 1);
    field(QStringLiteral("email"), tr("&E-mail"), m_mail, 1, 0, 1);
    field(QStringLiteral("phone"), tr("&Telephone"), m_phone, 1, 1, 1);
    field(QStringLiteral("domain"), tr("Security &domain"), m_domain, 2, 0, 2,
          tr("Decides which policies apply and who administers the account."));
    field(QStringLiteral("startsAt"), tr("Valid &from"), m_starts, 3, 0, 1);
    field(QStringLiteral("endsAt"), tr("Valid &until"), m_ends, 3, 1, 1);
    field(QStringLiteral("aliases"), tr("&Aliases"), m_aliases, 4, 0, 2,
          tr("Other names of the same account, separated by commas. Failures count together whatever is typed."));
    field(QStringLiteral("attributes"), tr("Attri&butes"), m_attributes, 5, 0, 1,
          tr("One on each line: a name, a colon, a value."));
    field(QStringLiteral("notes"), tr("N&otes"), m_notes, 5, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &UserDialog::showDomains);
    m_domains.load();
    showDomains();
    m_name->setFocus();
}

void UserDialog::showDomains()
{
    QStringList paths = m_domains.paths();
    const QString wanted = m_domain->count() > 0 ? m_domain->currentText()
        : m_user                                 ? m_user->domain
                                                 : QStringLiteral("/");
    if (!paths.contains(wanted)) {
        paths.prepend(wanted);
    }
    m_domain->clear();
    m_domain->addItems(paths);
    m_domain->setCurrentText(wanted);
}

void UserDialog::showUser()
{
    m_name->setText(m_user->name);
    m_shownName->setText(m_user->displayName);
    m_mail->setText(m_user->email);
    m_phone->setText(m_user->phone);
    m_notes->setPlainText(m_user->notes);
    m_aliases->setText(m_user->aliases.join(QStringLiteral(", ")));
    QStringList lines;
    for (const contract::UserAttribute& attribute : m_user->attributes) {
        lines << attribute.name + QStringLiteral(": ") + attribute.value;
    }
    m_attributes->setPlainText(lines.join(QLatin1Char('\n')));
    m_starts->setMoment(m_user->startsAt);
    m_ends->setMoment(m_user->endsAt);
}

void UserDialog::focusEnd()
{
    m_ends->setFocus();
}

QStringList UserDialog::aliases() const
{
    QStringList aliases;
    const QStringList parts = m_aliases->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (const QString alias = part.trimmed(); !alias.isEmpty()) {
            aliases << alias;
        }
    }
    return aliases;
}

std::vector<contract::UserAttribute> UserDialog::attributes() const
{
    std::vector<contract::UserAttribute> attributes;
    const QStringList lines = m_attributes->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QString name = line.section(QLatin1Char(':'), 0, 0).trimmed();
        const QString value = line.section(QLatin1Char(':'), 1).trimmed();
        if (!name.isEmpty() || !value.isEmpty()) {
            attributes.push_back({name, value});
        }
    }
    return attributes;
}

contract::UserCreate UserDialog::creation() const
{
    const auto given = [](const QString& text) {
        return text.isEmpty() ? std::nullopt : std::optional(text);
    };
    return {.name = m_name->text().trimmed(),
            .domain = m_domain->currentText(),
            .displayName = given(m_shownName->text().trimmed()),
            .email = given(m_mail->text().trimmed()),
            .phone = given(m_phone->text().trimmed()),
            .notes = given(m_notes->toPlainText()),
            .aliases = aliases(),
            .attributes = attributes(),
            .enabled = std::nullopt,
            .startsAt = m_starts->moment(),
            .endsAt = m_ends->moment()};
}

// Only what differs, so that two people editing different fields do not undo each other's work.
contract::UserUpdate UserDialog::update() const
{
    const auto changed = [](const QString& now, const QString& before) {
        return now == before ? std::nullopt : std::optional(now);
    };
    contract::UserUpdate change;
    change.name = changed(m_name->text().trimmed(), m_user->name);
    change.domain = changed(m_domain->currentText(), m_user->domain);
    change.displayName = changed(m_shownName->text().trimmed(), m_user->displayName);
    change.email = changed(m_mail->text().trimmed(), m_user->email);
    change.phone = changed(m_phone->text().trimmed(), m_user->phone);
    change.notes = changed(m_notes->toPlainText(), m_user->notes);
    if (const QStringList now = aliases(); now != m_user->aliases) {
        change.aliases = now;
    }
    if (auto now = attributes(); now != m_user->attributes) {
        change.attributes = std::move(now);
    }
    if (m_starts->isChanged()) {
        change.startsAt = {true, m_starts->moment()};
    }
    if (m_ends->isChanged()) {
        change.endsAt = {true, m_ends->moment()};
    }
    return change;
}

void UserDialog::submit()
{
    const auto done = [this](const User& user) {
        Q_EMIT saved(user);
        accept();
    };
    if (m_user) {
        run(m_workspace.api.updateUser(m_user->id, update(), m_user->version), done);
    } else {
        run(m_workspace.api.createUser(creation()), done);
    }
}

} // namespace holdfast::views
