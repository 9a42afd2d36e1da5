// SPDX-License-Identifier: Apache-2.0
#include "views/policies/try_domain_dialog.h"

#include "services/client/api_client.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::OfflinePolicy;
using contract::SecurityDomain;

namespace {

constexpr int domainsToTry = 500;

// Those who would follow it: in the domain, and below it wherever the policy is inherited.
int peopleReached(const std::vector<SecurityDomain>& domains, const SecurityDomain& top)
{
    int people = top.userCount;
    for (const SecurityDomain& domain : domains) {
        if (domain.parentId == top.id && domain.offline.source == contract::PolicySource::Inherit) {
            people += peopleReached(domains, domain);
        }
    }
    return people;
}

} // namespace

TryDomainDialog::TryDomainDialog(const Workspace& workspace, const OfflinePolicy& edited, QWidget* parent)
    : Dialog(tr("Try it in one domain"),
             tr("Your changes become a policy of their own, which this domain, and those below that inherit "
                "from it, take. Everybody else goes on as before. When it has proved itself, apply the same "
                "here."),
             parent)
    , m_workspace(workspace)
    , m_edited(edited)
    , m_domains(new QComboBox)
    , m_name(new QLineEdit(tr("%1 (trial)").arg(edited.name)))
{
    m_domains->setEnabled(false);
    m_domains->setPlaceholderText(tr("Choose a domain"));
    m_name->setMaxLength(128);
    addField(QStringLiteral("domain"), new FormField(tr("&Security domain"), m_domains));
    addField(QStringLiteral("name"), new FormField(tr("&Name of the policy"), m_name));
    content()->addStretch();
    setPrimary(tr("Try it there"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    client::consume(workspace.api.domains({.limit = domainsToTry}), this,
                    [this](const contract::Result<contract::Page<SecurityDomain>>& page) {
                        if (!page) {
                            showError(page.error());
                            return;
                        }
                        // Below the root: there it would be everybody.
                        for (const SecurityDomain& domain : page->items) {
                            if (domain.parentId && domain.offline.effective.policyId == m_edited.id) {
                                m_domains->addItem(
                                    tr("%1 (%n person(s))", nullptr, peopleReached(page->items, domain))
                                        .arg(domain.path));
                                m_found.push_back(domain);
                            }
                        }
                        m_domains->setCurrentIndex(-1); // whom it touches is for a person to say
                        m_domains->setEnabled(!m_found.empty());
                        m_domains->setFocus();
                    });
    connect(m_domains, &QComboBox::currentIndexChanged, this,
            [this](int index) { primaryButton()->setEnabled(index >= 0); });
}

void TryDomainDialog::submit()
{
    OfflinePolicy wanted = m_edited;
    wanted.id.clear();
    wanted.name = m_name->text().trimmed();
    wanted.isDefault = false;
    wanted.domains.clear();
    wanted.version = 0;
    if (!m_made.isEmpty()) {
        wanted.id = m_made;
        chooseFor(wanted);
        return;
    }
    run(m_workspace.api.createPolicy(wanted), [this](const OfflinePolicy& made) {
        m_made = made.id;
        chooseFor(made);
    });
}

void TryDomainDialog::chooseFor(const OfflinePolicy& made)
{
    const SecurityDomain& domain = m_found.at(static_cast<size_t>(m_domains->currentIndex()));
    contract::DomainUpdate update;
    update.offline = contract::PolicyChoice {contract::PolicySource::Own, made.id};
    run(m_workspace.api.updateDomain(domain.id, update, domain.version), [this](const SecurityDomain& now) {
        Q_EMIT tried(now);
        accept();
    });
}

} // namespace holdfast::views
