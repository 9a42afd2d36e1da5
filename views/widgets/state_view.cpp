// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/state_view.h"

#include "views/theme/metrics.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

StateView::StateView(QWidget* content, QWidget* parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_page(new QWidget)
    , m_picture(new IconLabel({}, Tone::Neutral, 36))
    , m_title(makeLabel({}, Type::Title))
    , m_text(makeParagraph({}, Ink::Secondary))
    , m_progress(new QProgressBar)
    , m_button(new QPushButton)
{
    m_page->setAutoFillBackground(true);
    m_page->setBackgroundRole(QPalette::Base);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(metrics::formWidth);
    m_text->setMinimumWidth(metrics::formWidth / 2);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_button->hide();

    auto* column = new QVBoxLayout(m_page);
    column->setSpacing(metrics::s);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    auto* textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(m_text, 10);
    textRow->addStretch();
    column->addLayout(textRow);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::xs);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);

    addWidget(m_content);
    addWidget(m_page);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action) {
            const auto action = m_action;
            action();
        }
    });
}

void StateView::showContent()
{
    setCurrentWidget(m_content);
}

void StateView::showLoading(const QString& text)
{
    m_picture->hide();
    m_title->hide();
    m_text->setText(text);
    m_text->show();
    m_progress->show();
    m_button->hide();
    m_action = {};
    setCurrentWidget(m_page);
}

void StateView::showWords(const Words& words)
{
    m_picture->setIcon(words.icon, Tone::Neutral);
    m_picture->setVisible(!words.icon.isEmpty());
    m_title->setText(words.title);
    m_title->show();
    m_text->setText(words.text);
    m_text->setVisible(!words.text.isEmpty());
    m_progress->hide();
    m_button->setText(words.button);
    m_button->setVisible(!words.button.isEmpty());
    m_action = words.action;
    setCurrentWidget(m_page);
}

QString StateView::title() const
{
    if (isContentShown()) {
        return {};
    }
    return m_title->isHidden() ? m_text->text() : m_title->text();
}

} // namespace holdfast::views
