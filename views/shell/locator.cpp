// SPDX-License-Identifier: Apache-2.0
#include "views/shell/locator.h"

#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace holdfast::views {
namespace {

using models::SearchModel;

constexpr int lineHeight = 40;
constexpr int linesShown = 9;

class ResultDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, lineHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QPalette& palette = option.palette;
        if (option.state & QStyle::State_Selected) {
            drawRounded(painter, option.rect.adjusted(4, 0, -4, 0), palette.color(QPalette::Highlight),
                        Qt::transparent, metrics::radius);
        }
        const auto place = [&](const QRect& rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const auto start = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)
                                            | Qt::AlignVCenter | Qt::TextSingleLine);
        const QRect row = option.rect.adjusted(metrics::l, 0, -metrics::l, 0);
        drawIcon(painter, place(QRect(row.left(), row.center().y() - 8, 18, 18)), iconOf(index),
                 palette.color(QPalette::PlaceholderText));
        const QFont small = typeFont(Type::Caption, option.font);
        const QString kind = index.data(SearchModel::KindTextRole).toString();
        const int kindWidth = QFontMetrics(small).horizontalAdvance(kind) + metrics::s;
        const QRect words(row.left() + 18 + metrics::m, row.top() + 3,
                          row.width() - 18 - metrics::m - kindWidth, row.height() - 6);
        const QString subtitle = index.data(SearchModel::SubtitleRole).toString();
        const int half = words.height() / 2;
        QRect upper = words;
        if (!subtitle.isEmpty()) {
            upper.setHeight(half);
        }
        painter->setFont(option.font);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(
            place(upper), start,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
        painter->setFont(small);
        painter->setPen(palette.color(QPalette::PlaceholderText));
        if (!subtitle.isEmpty()) {
            const QRect lower = words.adjusted(0, half, 0, 0);
            painter->drawText(place(lower), start,
                              QFontMetrics(small).elidedText(subtitle, Qt::ElideRight, lower.width()));
        }
        painter->drawText(
            place(QRect(row.right() - kindWidth, row.top(), kindWidth, row.height())),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
            kind);
    }

private:
    static QString iconOf(const QModelIndex& index)
    {
        switch (static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt())) {
        case SearchModel::Kind::User:
            return QStringLiteral("user");
        case SearchModel::Kind::Token:
            return QStringLiteral("token");
        case SearchModel::Kind::Workstation:
            return QStringLiteral("workstation");
        case SearchModel::Kind::Action:
            return QStringLiteral("forward");
        case SearchModel::Kind::Page:
            break;
        }
        return QStringLiteral("overview");
    }
};

class Panel final : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawRounded(&painter, rect(), palette().color(QPalette::Base), palette().color(QPalette::Dark),
                    metrics::radius);
    }
};

} // namespace

Locator::Locator(client::ApiClient& api, QWidget* window)
    : m_model(api)
    , m_field(new QLineEdit)
    , m_panel(new Panel(window))
    , m_list(new QListView)
    , m_note(makeLabel({}, Type::Caption, Ink::Secondary))
{
    m_field->setPlaceholderText(tr("Search people, tokens, workstations    Ctrl+K"));
    m_field->setAccessibleName(tr("Search people, tokens, workstations and pages"));
    m_field->addAction(icon(QStringLiteral("search"), Tone::Neutral), QLineEdit::LeadingPosition);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);

    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Search results"));
    m_list->viewport()->setAutoFillBackground(false);
    m_note->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::s);
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(1, metrics::xs, 1, metrics::xs);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_note);
    m_panel->setAccessibleName(tr("Search results"));
    m_panel->hide();
    window->installEventFilter(this);

    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_picked = m_awaited = false;
        m_model.setText(text);
        showResults();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && isOpen()) {
            m_model.setText(text);
        }
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Locator::showResults);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &Locator::showResults);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &Locator::showResults);
    connect(&m_model, &SearchModel::searchingChanged, this, [this] {
        showResults();
        if (m_awaited && !m_model.isSearching()) {
            m_awaited = false;
            if (!m_model.error()) {
                choose(m_list->currentIndex());
            }
        }
    });
    connect(m_list, &QListView::clicked, this, &Locator::choose);
}

void Locator::open()
{
    if (QWidget* focus = QApplication::focusWidget(); focus && focus != m_field) {
        m_before = focus;
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    m_model.setText(m_field->text());
    m_panel->show();
    m_panel->raise();
    showResults();
}

void Locator::close()
{
    m_picked = m_awaited = false;
    m_panel->hide();
    m_field->clear();
    if (m_before && m_field->hasFocus()) {
        m_before->setFocus(Qt::OtherFocusReason);
    } else if (m_field->hasFocus()) {
        m_field->clearFocus();
    }
    m_before = nullptr;
}

bool Locator::isOpen() const
{
    return m_panel->isVisible();
}

void Locator::showResults()
{
    if (!m_field->hasFocus() && !isOpen()) {
        return;
    }
    const int rows = m_model.rowCount();
    QString note;
    if (m_model.error()) {
        note =
            tr("People and tokens cannot be searched now: %1").arg(models::words::problem(*m_model.error()));
    } else if (rows == 0 && m_model.isSearching()) {
        note = tr("Searching…");
    } else if (rows == 0) {
        note = m_model.text().isEmpty()
            ? tr("Type a name, an e-mail address or the digits of a serial number.")
            : tr("Nothing found for “%1”.").arg(m_model.text());
    } else {
        note = tr("↑ ↓ to choose, Enter to open, Esc to leave");
    }
    m_note->setText(note);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(std::min(rows, linesShown) * lineHeight);
    if (rows > 0 && !m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0, 0));
    }
    m_panel->show();
    place();
}

void Locator::place()
{
    QWidget* window = m_panel->parentWidget();
    m_panel->adjustSize();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + metrics::xs));
    m_panel->setGeometry(below.x(), below.y(), m_field->width(), m_panel->sizeHint().height());
    m_panel->raise();
}

void Locator::choose(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const auto kind = static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt());
    const QString id = index.data(SearchModel::IdRole).toString();
    close();
    Q_EMIT chosen(kind, id);
}

// While a search is under way the people and tokens shown are those of what was typed before: Enter waits for
// the answer, or it would open somebody else's card. Pages and actions are known at once.
void Locator::chooseTyped()
{
    const QModelIndex current = m_list->currentIndex();
    const auto kind = static_cast<SearchModel::Kind>(current.data(SearchModel::KindRole).toInt());
    const bool known =
        current.isValid() && (kind == SearchModel::Kind::Page || kind == SearchModel::Kind::Action);
    if (m_model.isSearching() && !m_picked && !known) {
        m_awaited = true;
        return;
    }
    choose(current);
}

void Locator::step(int by)
{
    const int rows = m_model.rowCount();
    if (rows > 0) {
        m_picked = true;
        const int row = (m_list->currentIndex().row() + by + rows) % rows;
        m_list->setCurrentIndex(m_model.index(row, 0));
    }
}

bool Locator::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field) {
        if (event->type() == QEvent::Resize && isOpen()) {
            place();
        }
        return false;
    }
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason && isOpen()) {
        m_awaited = false;
        m_panel->hide();
    } else if (event->type() == QEvent::MouseButtonPress && !isOpen()) {
        open();
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            chooseTyped();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return false;
}

} // namespace holdfast::views
