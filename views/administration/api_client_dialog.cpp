// SPDX-License-Identifier: Apache-2.0
#include "views/administration/api_client_dialog.h"

#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/typography.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::views {

ApiClientDialog::ApiClientDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("New API client"), tr("A program that may ask this service whether a passcode is right."),
             parent)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(tr("&Name"), m_name, tr("Appears in the activity, such as “VPN Frankfurt”.")))
    , m_keyEdit(new QLineEdit)
{
    setMinimumWidth(520);
    auto* asking = new QWidget;
    auto* askingColumn = new QVBoxLayout(asking);
    askingColumn->setContentsMargins(0, 0, 0, 0);
    addField(QStringLiteral("name"), m_nameField);
    askingColumn->addWidget(m_nameField);
    askingColumn->addStretch();

    auto* result = new QWidget;
    auto* column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    setType(m_keyEdit, Type::Mono);
    m_keyEdit->setReadOnly(true);
    auto* copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_keyEdit, 1);
    row->addWidget(copy);
    QLabel* label = makeLabel(tr("Key, for the header “client-key”"), Type::Strong);
    label->setBuddy(m_keyEdit);
    m_keyEdit->setAccessibleName(label->text());
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(
        makeParagraph(tr("The key is shown this once: only its fingerprint is kept. If it gets lost, make "
                         "another client and delete this one."),
                      Ink::Secondary));
    column->addStretch();
    m_pages->addWidget(asking);
    m_pages->addWidget(result);
    content()->addWidget(m_pages);
    setPrimary(tr("Create key"), [this] { submit(); });
    connect(copy, &QPushButton::clicked, this, [this] {
        copySecret(m_key, this->parent());
        message()->showBriefly(Tone::Neutral, tr("Copied. The clipboard is cleared in a minute."));
    });
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
    primaryButton()->setEnabled(false);
    m_name->setFocus();
}

void ApiClientDialog::submit()
{
    run(m_workspace.api.createApiClient({m_name->text().trimmed()}),
        [this](const contract::ApiClientCreated& client) {
            m_key = client.key;
            m_keyEdit->setText(QString::fromUtf8(m_key.reveal()));
            m_keyEdit->setCursorPosition(0);
            m_pages->setCurrentIndex(1);
            primaryButton()->hide();
            cancelButton()->setText(tr("Done"));
            Q_EMIT created();
        });
}

} // namespace holdfast::views
