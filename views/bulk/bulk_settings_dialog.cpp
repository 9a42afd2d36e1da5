// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/bulk_settings_dialog.h"

#include "services/client/api_client.h"
#include "views/widgets/form_field.h"

#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::BulkSettings;

namespace {

QSpinBox* makePercent()
{
    auto* box = new QSpinBox;
    box->setRange(1, 100);
    box->setSuffix(QStringLiteral(" %"));
    return box;
}

} // namespace

BulkSettingsDialog::BulkSettingsDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("Agreed share"), tr("How much one job may change without a second thought."), parent)
    , m_workspace(workspace)
    , m_share(makePercent())
    , m_free(new QSpinBox)
    , m_failures(makePercent())
{
    setMinimumWidth(480);
    m_free->setRange(0, 100'000);
    addField(QStringLiteral("sharePercent"),
             new FormField(tr("&Share of all users or tokens within one's scope"), m_share,
                           tr("A larger job has to be overruled by a Super Administrator with a reason.")));
    addField(QStringLiteral("freeItems"),
             new FormField(tr("Without looking at the share, up to so &many"), m_free));
    addField(QStringLiteral("failurePercent"),
             new FormField(tr("A job s&tops when more than this share is refused unexpectedly"), m_failures,
                           tr("And at least ten are.")));
    setPrimary(tr("Save"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    run(m_workspace.api.bulkSettings(), [this](const BulkSettings& settings) { fill(settings); });
}

void BulkSettingsDialog::fill(const BulkSettings& settings)
{
    m_settings = settings;
    m_share->setValue(settings.sharePercent);
    m_free->setValue(settings.freeItems);
    m_failures->setValue(settings.failurePercent);
    m_share->setFocus();
}

void BulkSettingsDialog::submit()
{
    BulkSettings wanted = m_settings;
    wanted.sharePercent = m_share->value();
    wanted.freeItems = m_free->value();
    wanted.failurePercent = m_failures->value();
    run(m_workspace.api.replaceBulkSettings(wanted), [this](const BulkSettings&) { accept(); });
}

} // namespace holdfast::views
