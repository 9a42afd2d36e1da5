// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/readiness_dialogs.h"

#include "views/theme/style.h"
#include "views/widgets/form_field.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::views {

namespace {

QLineEdit* reasonLine(const QString& example)
{
    auto* line = new QLineEdit;
    line->setMaxLength(1000);
    line->setPlaceholderText(example);
    return line;
}

} // namespace

QString comingWords(int byContact, int byLogon)
{
    const QString contact =
        ExtendDialog::tr("%Ln come(s) at the next contact of the workstation", nullptr, byContact);
    const QString logon =
        ExtendDialog::tr("%Ln need(s) the person to sign in there with a network", nullptr, byLogon);
    const QString both = ExtendDialog::tr("%1; %2", "two halves of a sentence").arg(contact, logon);
    return ExtendDialog::tr("%1.", "a sentence").arg(byLogon == 0 ? contact : byContact == 0 ? logon : both);
}

ExtendDialog::ExtendDialog(int byContact, int byLogon, QWidget* parent)
    : Dialog(tr("Extend offline data for a trip"),
             tr("Adds days to what the policy grants, once. %1 Have that done before the trip.")
                 .arg(comingWords(byContact, byLogon)),
             parent)
    , m_days(new QSpinBox)
    , m_reason(reasonLine(tr("INC-1234, three weeks on a ship")))
{
    constexpr int usual = 14;
    constexpr int most = 99;
    m_days->setRange(1, most);
    m_days->setValue(usual);
    m_days->setSuffix(QLatin1Char(' ') + tr("days", "after a number"));
    addField(QStringLiteral("days"), new FormField(tr("&Days added"), m_days));
    addField(QStringLiteral("reason"),
             new FormField(tr("&Reason or ticket"), m_reason, tr("Required. It stays with the event.")));
    content()->addStretch();
    setPrimary(tr("Extend"), [this] {
        Q_EMIT chosen({.days = m_days->value(), .reason = m_reason->text().trimmed()});
        accept();
    });
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
    primaryButton()->setEnabled(false);
    m_days->setFocus();
    m_days->selectAll();
}

RevokeSetsDialog::RevokeSetsDialog(int count, QWidget* parent)
    : Dialog(tr("Revoke offline data on %n workstation(s)", nullptr, count),
             tr("The workstation removes the offline data at its next contact. Until then they work there, "
                "for the "
                "service cannot reach into it. If a computer was stolen, revoke the workstation itself."),
             parent)
    , m_reason(reasonLine(tr("INC-1234, left the company")))
{
    addField(QStringLiteral("reason"),
             new FormField(tr("&Reason or ticket"), m_reason, tr("Required. It stays with the event.")));
    content()->addStretch();
    setPrimary(tr("Revoke"), [this] {
        Q_EMIT chosen(m_reason->text().trimmed());
        accept();
    });
    setButtonRole(primaryButton(), ButtonRole::Danger);
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
    primaryButton()->setEnabled(false);
    m_reason->setFocus();
}

} // namespace holdfast::views
