// SPDX-License-Identifier: Apache-2.0
#include "views/shell/navigation_rail.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace holdfast::views {
namespace {

constexpr auto idProperty = "holdfastPage";

class RailButton final : public QAbstractButton
{
public:
    RailButton(const QString& title, QString iconName, QWidget* parent)
        : QAbstractButton(parent)
        , m_iconName(std::move(iconName))
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {metrics::railWidth - 2 * metrics::s, std::max(32, fontMetrics().height() + 14)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QPalette& colours = palette();
        if (isChecked()) {
            drawRounded(&painter, rect(), colours.color(QPalette::Highlight), Qt::transparent,
                        metrics::radius);
        } else if (underMouse()) {
            drawRounded(&painter, rect(), colours.color(QPalette::Midlight), Qt::transparent,
                        metrics::radius);
        }
        const QColor ink = isChecked()
            ? colours.color(QPalette::WindowText)
            : mixed(colours.color(QPalette::PlaceholderText), colours.color(QPalette::WindowText), 0.5);
        const QRect image(metrics::m - 2, height() / 2 - 9, 18, 18);
        drawIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), image), m_iconName,
                 isChecked() ? colours.color(QPalette::Link) : ink);
        QFont words = font();
        words.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        painter.setFont(words);
        painter.setPen(ink);
        const QRect box = rect().adjusted(metrics::m - 2 + 18 + 10, 0, -metrics::s, 0);
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), box),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
            QFontMetrics(words).elidedText(text(), Qt::ElideRight, box.width()));
        if (hasFocus()) {
            drawFocusRing(&painter, rect(), colours, metrics::radius);
        }
    }

private:
    QString m_iconName;
};

class Mark final : public QWidget
{
public:
    explicit Mark(QWidget* parent = nullptr)
        : QWidget(parent)
    {
        setFixedSize(28, 28);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/holdfast/holdfast.svg")).paint(&painter, rect());
    }
};

} // namespace

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_pages(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_organisation(new ElidedLabel({}, Type::Caption, Ink::Secondary))
{
    setFixedWidth(metrics::railWidth);
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(metrics::s, 0, metrics::s, metrics::m);
    m_column->setSpacing(0);

    auto* mark = new QHBoxLayout;
    mark->setContentsMargins(metrics::s - 2, metrics::m, 0, metrics::m);
    mark->setSpacing(metrics::s + 2);
    mark->addWidget(new Mark, 0, Qt::AlignVCenter);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(makeLabel(QStringLiteral("Holdfast"), Type::Strong));
    names->addWidget(m_organisation);
    m_organisation->hide();
    mark->addLayout(names, 1);
    m_column->addLayout(mark);
    m_column->addSpacing(metrics::xs);
    m_pages->setSpacing(2);
    m_column->addLayout(m_pages);
    m_column->addStretch();
}

void NavigationRail::addPage(const QString& id, const QString& title, const QString& iconName,
                             const QString& shortcut)
{
    auto* button = new RailButton(title, iconName, this);
    button->setProperty(idProperty, id);
    button->setToolTip(shortcut.isEmpty() ? title : tr("%1 (%2)").arg(title, shortcut));
    m_group->addButton(button);
    m_pages->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT pageChosen(id); });
}

void NavigationRail::addGap()
{
    m_pages->addSpacing(metrics::m);
}

void NavigationRail::clear()
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        m_group->removeButton(button);
        delete button;
    }
    while (QLayoutItem* item = m_pages->takeAt(0)) {
        delete item;
    }
}

void NavigationRail::setCurrent(const QString& id)
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton* button : buttons) {
        if (button->property(idProperty).toString() == id) {
            button->setChecked(true);
        }
    }
}

void NavigationRail::setOrganisation(const QString& name)
{
    m_organisation->setText(name);
    m_organisation->setVisible(!name.isEmpty());
}

QStringList NavigationRail::pageIds() const
{
    QStringList ids;
    const auto buttons = m_group->buttons();
    for (const QAbstractButton* button : buttons) {
        ids << button->property(idProperty).toString();
    }
    return ids;
}

void NavigationRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), palette().color(QPalette::Mid));
}

} // namespace holdfast::views
