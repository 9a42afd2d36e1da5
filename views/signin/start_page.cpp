// SPDX-License-Identifier: Apache-2.0
#include "views/signin/start_page.h"

#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

StartPage::StartPage(QWidget* parent)
    : EntryPage(tr("Starting Holdfast"), {}, parent)
    , m_progress(new QProgressBar)
    , m_retry(new QPushButton(tr("Start again")))
    , m_other(new QPushButton(tr("Connect to another service…")))
    , m_more(new QPushButton(tr("Show details")))
    , m_details(makeLabel({}, Type::Mono, Ink::Secondary))
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(200, 6);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setButtonRole(m_retry, ButtonRole::Primary);
    setButtonRole(m_more, ButtonRole::Quiet);
    column()->addWidget(m_progress, 0, Qt::AlignHCenter);
    column()->addWidget(m_retry);
    column()->addWidget(m_other);
    column()->addWidget(m_more, 0, Qt::AlignHCenter);
    column()->addWidget(m_details);
    connect(m_retry, &QPushButton::clicked, this, &StartPage::retryChosen);
    connect(m_other, &QPushButton::clicked, this, &StartPage::otherServerChosen);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_details->setVisible(m_details->isHidden());
        m_more->setText(m_details->isHidden() ? tr("Show details") : tr("Hide details"));
    });
    showStarting({});
}

void StartPage::showStarting(const QString& text)
{
    setTitle(tr("Starting Holdfast"));
    setText(text);
    m_progress->show();
    for (QWidget* widget : std::initializer_list<QWidget*> {m_retry, m_other, m_more, m_details}) {
        widget->hide();
    }
}

void StartPage::showFailure(const contract::Error& error)
{
    setTitle(tr("The service did not start"));
    setText(models::words::problem(error));
    QStringList details;
    for (const QString& line : {error.code, error.detail, error.internal}) {
        if (!line.isEmpty()) {
            details << line;
        }
    }
    m_details->setText(details.join(QLatin1Char('\n')));
    m_details->hide();
    m_progress->hide();
    m_retry->show();
    m_other->show();
    m_more->setText(tr("Show details"));
    m_more->setVisible(!details.isEmpty());
    m_retry->setFocus();
}

} // namespace holdfast::views
