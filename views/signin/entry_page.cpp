// SPDX-License-Identifier: Apache-2.0
#include "views/signin/entry_page.h"

#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QIcon>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::views {
namespace {

constexpr int markSide = 56;

class BigMark final : public QWidget
{
public:
    BigMark() { setFixedSize(markSide, markSide); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/holdfast/holdfast.svg")).paint(&painter, rect());
    }
};

} // namespace

EntryPage::EntryPage(const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_title(makeLabel({}, Type::PageTitle))
    , m_text(makeParagraph({}, Ink::Secondary))
{
    auto* inner = new QWidget;
    inner->setFixedWidth(metrics::formWidth);
    inner->setLayout(m_column);
    m_column->setContentsMargins(0, metrics::xl, 0, metrics::xl);
    m_column->setSpacing(metrics::m);
    m_column->addWidget(new BigMark, 0, Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addSpacing(metrics::xs);

    auto* body = new QWidget;
    auto* middle = new QVBoxLayout(body);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(2);
    // Not by alignment: that would take the height that wrapped lines need.
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(inner);
    row->addStretch();
    middle->addLayout(row);
    middle->addStretch(3);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    setTitle(title);
    setText(text);
}

void EntryPage::setTitle(const QString& title)
{
    m_title->setText(title);
}

void EntryPage::setText(const QString& text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

} // namespace holdfast::views
