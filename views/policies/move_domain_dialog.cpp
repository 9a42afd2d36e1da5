// SPDX-License-Identifier: Apache-2.0
#include "views/policies/move_domain_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::DomainMovePreview;
using contract::SecurityDomain;

namespace {

constexpr std::size_t mostLines = 40;

bool isWithin(const QString& path, const QString& top)
{
    return path == top || path.startsWith(top + QLatin1Char('/'));
}

QString parentOf(const QString& path)
{
    const QString above = path.section(QLatin1Char('/'), 0, -2);
    return above.isEmpty() ? QStringLiteral("/") : above;
}

// The first of them, and how many more there are.
template <class Item, class Line>
QString listed(const std::vector<Item>& items, Line line)
{
    QStringList lines;
    for (const Item& item : items) {
        if (lines.size() == static_cast<qsizetype>(mostLines)) {
            lines << MoveDomainDialog::tr("… and %n more.", nullptr,
                                          static_cast<int>(items.size() - mostLines));
            break;
        }
        lines << line(item);
    }
    return lines.join(QLatin1Char('\n'));
}

QString policiesOf(const DomainMovePreview& preview)
{
    if (preview.policies.empty()) {
        return MoveDomainDialog::tr("Every policy stays as it is.");
    }
    return MoveDomainDialog::tr("Policies that change:") + QLatin1Char('\n')
        + listed(preview.policies, [](const contract::DomainMovePolicy& change) {
               return MoveDomainDialog::tr("%1, %2 policy: “%3” becomes “%4” for %Ln people.", nullptr,
                                           change.people)
                   .arg(change.domain, models::words::of(change.type).toLower(), change.before, change.after);
           });
}

QString administratorsOf(const DomainMovePreview& preview)
{
    if (preview.administrators.empty()) {
        return MoveDomainDialog::tr("Nobody gains or loses sight of anybody.");
    }
    return MoveDomainDialog::tr("Administrators who see others then:") + QLatin1Char('\n')
        + listed(preview.administrators, [](const contract::DomainMoveReach& reach) {
               const QString name = reach.displayName.isEmpty() ? reach.name : reach.displayName;
               const int difference = reach.after - reach.before;
               return difference > 0
                   ? MoveDomainDialog::tr("%1 gains sight of %Ln people.", nullptr, difference).arg(name)
                   : MoveDomainDialog::tr("%1 loses sight of %Ln people.", nullptr, -difference).arg(name);
           });
}

} // namespace

MoveDomainDialog::MoveDomainDialog(const Workspace& workspace, const SecurityDomain& domain,
                                   const QStringList& paths, QWidget* parent)
    : Dialog(tr("Move %1").arg(domain.path), tr("Everything in it moves along."), parent)
    , m_workspace(workspace)
    , m_domain(domain)
    , m_parent(new QComboBox)
    , m_effect(makeParagraph(tr("Choose where it is to be.")))
{
    setMinimumSize(560, 420);
    m_parent->setPlaceholderText(tr("Choose a domain"));
    for (const QString& path : paths) {
        if (!isWithin(path, domain.path) && path != parentOf(domain.path)) {
            m_parent->addItem(path);
        }
    }
    m_parent->setCurrentIndex(-1);
    auto* field = new FormField(tr("&Below"), m_parent);
    addField(QStringLiteral("parent"), field);
    m_effect->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setAccessibleName(tr("What changes"));
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_effect);
    content()->addWidget(area, 1);
    setPrimary(tr("Move domain"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    connect(m_parent, &QComboBox::currentIndexChanged, this, &MoveDomainDialog::ask);
    m_parent->setFocus();
}

void MoveDomainDialog::ask()
{
    m_preview.reset();
    primaryButton()->setEnabled(false);
    clearFaults();
    if (m_parent->currentIndex() < 0) {
        return;
    }
    m_effect->setText(tr("Looking what changes…"));
    client::consume(m_workspace.api.previewDomainMove(m_domain.id, m_parent->currentText()), this,
                    [this, asked = ++m_asked](const contract::Result<DomainMovePreview>& preview) {
                        if (asked != m_asked) {
                            return;
                        }
                        if (!preview) {
                            m_effect->clear();
                            showError(preview.error());
                            return;
                        }
                        tell(*preview);
                    });
}

void MoveDomainDialog::tell(const DomainMovePreview& preview)
{
    m_preview = preview;
    const QString moves = tr("%Ln people", nullptr, preview.people) + QStringLiteral(", ")
        + tr("%Ln tokens", nullptr, preview.tokens) + QStringLiteral(", ")
        + tr("%Ln domains", nullptr, preview.domains);
    m_effect->setText(tr("%1 becomes %2: %3 move.").arg(preview.from, preview.to, moves)
                      + QStringLiteral("\n\n") + policiesOf(preview) + QStringLiteral("\n\n")
                      + administratorsOf(preview));
    primaryButton()->setEnabled(true);
}

void MoveDomainDialog::submit()
{
    if (!m_preview) {
        return;
    }
    contract::DomainUpdate update;
    update.parent = m_parent->currentText();
    run(m_workspace.api.updateDomain(m_domain.id, update, m_preview->version),
        [this](const SecurityDomain& domain) {
            Q_EMIT moved(domain);
            accept();
        });
}

} // namespace holdfast::views
