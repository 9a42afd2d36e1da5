// SPDX-License-Identifier: Apache-2.0
#include "views/administration/sign_in_tab.h"

#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::PasscodeFor;
using contract::SignInSettings;

namespace {

QSpinBox* makeMinutes()
{
    auto* box = new QSpinBox;
    box->setRange(0, 720);
    box->setSuffix(SignInTab::tr(" minutes"));
    box->setSpecialValueText(SignInTab::tr("Never"));
    return box;
}

} // namespace

SignInTab::SignInTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_known(workspace.api)
    , m_message(new MessageBar)
    , m_passcodeFor(new QComboBox)
    , m_roleBoxes(new QWidget)
    , m_roleColumn(new QVBoxLayout(m_roleBoxes))
    , m_confirm(makeMinutes())
    , m_idle(makeMinutes())
    , m_save(new QPushButton(tr("Save")))
{
    auto* area = new QScrollArea;
    area->setAccessibleName(tr("Sign-in"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(buildForm());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_message);
    column->addWidget(area, 1);
    connect(&m_known, &models::RoleMatrixModel::loaded, this, &SignInTab::showRoles);
    connect(m_save, &QPushButton::clicked, this, &SignInTab::save);
    showChanged();
}

QWidget* SignInTab::buildForm()
{
    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::l);
    column->setSpacing(metrics::l);
    for (const auto& known : contract::EnumNames<PasscodeFor>::names) {
        m_passcodeFor->addItem(models::words::of(known.first), static_cast<int>(known.first));
    }
    m_roleColumn->setContentsMargins(metrics::l, 0, 0, 0);
    m_roleColumn->setSpacing(metrics::xs);
    const auto add = [column](FormField* field) {
        field->setMaximumWidth(520);
        column->addWidget(field);
    };
    add(new FormField(tr("Sign-in with a passcode &besides the password"), m_passcodeFor,
                      tr("Of a token of their own, or an emergency code. The owner of a console that runs its "
                         "own service is never asked.")));
    column->addWidget(m_roleBoxes);
    add(new FormField(tr("&Confirm the sign-in before a key action, when it is older than"), m_confirm,
                      tr("Key actions change policies, roles, administrators, keys or these settings.")));
    add(new FormField(tr("&Lock a console that nobody touches, after"), m_idle,
                      tr("Its window is covered until whoever is signed in proves it. Takes effect at the next "
                         "sign-in.")));
    setButtonRole(m_save, ButtonRole::Primary);
    column->addWidget(m_save, 0, Qt::AlignLeading);
    column->addStretch();
    const bool may = m_workspace.session.may(contract::Permission::EditSettings);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_passcodeFor, m_roleBoxes, m_confirm, m_idle}) {
        widget->setEnabled(may);
    }
    m_save->setVisible(may);
    connect(m_passcodeFor, &QComboBox::currentIndexChanged, this, &SignInTab::showChanged);
    connect(m_confirm, &QSpinBox::valueChanged, this, &SignInTab::showChanged);
    connect(m_idle, &QSpinBox::valueChanged, this, &SignInTab::showChanged);
    return body;
}

void SignInTab::opened()
{
    if (!m_loaded) {
        refresh();
    }
    m_passcodeFor->setFocus();
}

void SignInTab::refresh()
{
    m_known.load();
    client::consume(m_workspace.api.signInSettings(), this, [this](const contract::Result<SignInSettings>& answer) {
        if (!answer) {
            m_message->showMessage(Tone::Danger, models::words::problem(answer.error()));
            return;
        }
        m_loaded = true;
        fill(*answer);
    });
}

void SignInTab::fill(const SignInSettings& settings)
{
    m_settings = settings;
    m_message->clear();
    m_passcodeFor->setCurrentIndex(m_passcodeFor->findData(static_cast<int>(settings.passcodeFor)));
    m_confirm->setValue(settings.confirmAfterMinutes);
    m_idle->setValue(settings.idleLockMinutes);
    for (const auto& [key, box] : std::as_const(m_roles)) {
        box->setChecked(settings.passcodeRoles.contains(key));
    }
    showChanged();
}

void SignInTab::showRoles()
{
    for (const auto& [key, box] : std::exchange(m_roles, {})) {
        delete box;
    }
    for (const contract::RoleDefinition& role : m_known.roles()) {
        auto* box = new QCheckBox(models::words::roleName(role.key, role.name));
        box->setChecked(m_settings.passcodeRoles.contains(role.key));
        m_roleColumn->addWidget(box);
        m_roles.append({role.key, box});
        connect(box, &QCheckBox::toggled, this, &SignInTab::showChanged);
    }
}

SignInSettings SignInTab::edited() const
{
    SignInSettings edited = m_settings;
    edited.passcodeFor = static_cast<PasscodeFor>(m_passcodeFor->currentData().toInt());
    edited.passcodeRoles.clear();
    for (const auto& [key, box] : m_roles) {
        if (box->isChecked() && edited.passcodeFor == PasscodeFor::Roles) {
            edited.passcodeRoles << key;
        }
    }
    edited.confirmAfterMinutes = m_confirm->value();
    edited.idleLockMinutes = m_idle->value();
    return edited;
}

void SignInTab::showChanged()
{
    const SignInSettings now = edited();
    m_roleBoxes->setVisible(now.passcodeFor == PasscodeFor::Roles);
    const bool complete = now.passcodeFor != PasscodeFor::Roles || !now.passcodeRoles.isEmpty();
    const bool changed = now.passcodeFor != m_settings.passcodeFor
        || now.passcodeRoles != m_settings.passcodeRoles
        || now.confirmAfterMinutes != m_settings.confirmAfterMinutes
        || now.idleLockMinutes != m_settings.idleLockMinutes;
    m_save->setEnabled(m_loaded && changed && complete);
}

void SignInTab::save()
{
    m_save->setEnabled(false);
    client::consume(m_workspace.api.replaceSignInSettings(edited()), this,
                    [this](const contract::Result<SignInSettings>& answer) {
                        if (!answer) {
                            showChanged();
                            m_message->showMessage(Tone::Danger, models::words::problem(answer.error()));
                            return;
                        }
                        fill(*answer);
                        Q_EMIT message(Tone::Success, tr("The settings of the sign-in are saved."));
                    });
}

} // namespace holdfast::views
