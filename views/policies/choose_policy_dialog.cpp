// SPDX-License-Identifier: Apache-2.0
#include "views/policies/choose_policy_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::PolicyChoice;
using contract::PolicySource;
using contract::PolicyType;

namespace {

enum Choice
{
    Inherit,
    Own,
    OwnNew,
    Default
};

const contract::PolicyBinding& bindingOf(const contract::SecurityDomain& domain, PolicyType type)
{
    return type == PolicyType::Lockout ? domain.lockout
        : type == PolicyType::Token    ? domain.token
                                       : domain.offline;
}

} // namespace

ChoosePolicyDialog::ChoosePolicyDialog(const Workspace& workspace, const contract::SecurityDomain& domain,
                                       PolicyType type, QWidget* parent)
    : Dialog(domain.parentId ? tr("%1 policy of %2").arg(models::words::of(type), domain.path)
                             : tr("%1 policy of all domains").arg(models::words::of(type)),
             {}, parent)
    , m_workspace(workspace)
    , m_domain(domain)
    , m_type(type)
    , m_policies(workspace.api)
    , m_source(new ChoiceList(tr("Where does it come from?")))
    , m_policy(new QComboBox)
    , m_name(new QLineEdit)
    , m_policyField(new FormField(tr("&Policy"), m_policy))
    , m_nameField(new FormField(tr("&Name of the new policy"), m_name,
                                tr("It begins with the usual values; change them afterwards.")))
{
    if (domain.parentId) {
        m_source->addChoice(Inherit, tr("From the domain above"));
    }
    m_source->addChoice(Own, tr("A policy that exists already"));
    m_source->addChoice(OwnNew, tr("A new policy, for this domain"));
    m_source->addChoice(Default, tr("Always the default, whatever is set above"));
    content()->addWidget(m_source);
    content()->addWidget(m_policyField);
    addField(QStringLiteral("name"), m_nameField);
    content()->addStretch();
    setPrimary(tr("Use it"), [this] { submit(); });
    connect(m_source, &ChoiceList::chosenChanged, this, &ChoosePolicyDialog::showEnabled);
    connect(m_name, &QLineEdit::textChanged, this, &ChoosePolicyDialog::showEnabled);
    connect(&m_policies, &models::PoliciesModel::stateChanged, this, &ChoosePolicyDialog::showPolicies);
    m_policies.load();
    const auto source = bindingOf(m_domain, type).source;
    m_source->choose(source == PolicySource::Own                                 ? Own
                         : source == PolicySource::Default || !m_domain.parentId ? Default
                                                                                 : Inherit);
    showEnabled();
    m_source->setFocus();
}

void ChoosePolicyDialog::showPolicies()
{
    m_policy->clear();
    for (int row = 0; row < m_policies.rowCount(); ++row) {
        const models::PolicyEntry* entry = m_policies.entry(row);
        if (entry && entry->type == m_type) {
            m_policy->addItem(entry->name, entry->id);
            m_policy->setItemData(m_policy->count() - 1, entry->summary, Qt::ToolTipRole);
        }
    }
    const QString current = bindingOf(m_domain, m_type).effective.policyId;
    m_policy->setCurrentIndex(std::max(0, m_policy->findData(current)));
    showEnabled();
}

void ChoosePolicyDialog::showEnabled()
{
    const int choice = m_source->chosen();
    m_policyField->setVisible(choice == Own);
    m_nameField->setVisible(choice == OwnNew);
    primaryButton()->setEnabled((choice == Own && m_policy->count() > 0)
                                || (choice == OwnNew && !m_name->text().trimmed().isEmpty())
                                || choice == Inherit || choice == Default);
}

void ChoosePolicyDialog::submit()
{
    switch (m_source->chosen()) {
    case Inherit:
        take({PolicySource::Inherit, std::nullopt});
        break;
    case Default:
        take({PolicySource::Default, std::nullopt});
        break;
    case Own:
        take({PolicySource::Own, m_policy->currentData().toString()});
        break;
    case OwnNew:
        if (m_type == PolicyType::Lockout) {
            createAndTake<contract::LockoutPolicy>();
        } else if (m_type == PolicyType::Token) {
            createAndTake<contract::TokenPolicy>();
        } else {
            createAndTake<contract::OfflinePolicy>();
        }
        break;
    default:
        break;
    }
}

template <class T>
void ChoosePolicyDialog::createAndTake()
{
    T policy;
    policy.name = m_name->text().trimmed();
    run(m_workspace.api.createPolicy(policy), [this](const T& created) {
        take({PolicySource::Own, created.id});
    });
}

void ChoosePolicyDialog::take(const PolicyChoice& choice)
{
    contract::DomainUpdate change;
    (m_type == PolicyType::Lockout     ? change.lockout
         : m_type == PolicyType::Token ? change.token
                                       : change.offline) = choice;
    run(m_workspace.api.updateDomain(m_domain.id, change, m_domain.version),
        [this](const contract::SecurityDomain& domain) {
            Q_EMIT chosen(domain);
            accept();
        });
}

} // namespace holdfast::views
