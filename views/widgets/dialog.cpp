// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/dialog.h"

#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace holdfast::views {

Dialog::Dialog(const QString& title, const QString& explanation, QWidget* parent)
    : QDialog(parent)
    , m_explanation(makeParagraph(explanation, Ink::Secondary))
    , m_content(new QVBoxLayout)
    , m_body(new QWidget)
    , m_message(new MessageBar)
    , m_buttons(new QHBoxLayout)
    , m_primary(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setMinimumWidth(440);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::xl, metrics::xl, metrics::xl, metrics::l);
    column->setSpacing(metrics::m);
    QLabel* heading = makeLabel(title, Type::Verdict);
    heading->setWordWrap(true);
    column->addWidget(heading);
    column->addWidget(m_explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    column->addWidget(m_message);
    m_body->setLayout(m_content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(metrics::m);
    column->addWidget(m_body, 1);
    m_buttons->setContentsMargins(0, metrics::s, 0, 0);
    m_buttons->setSpacing(metrics::s);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_primary);
    column->addLayout(m_buttons);
    setButtonRole(m_primary, ButtonRole::Primary);
    m_primary->setDefault(true);
    m_primary->hide();
    connect(m_cancel, &QPushButton::clicked, this, &Dialog::reject);
}

void Dialog::setExplanation(const QString& explanation)
{
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void Dialog::reject()
{
    if (!m_busy) {
        QDialog::reject();
    }
}

bool Dialog::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        fitScreen();
    }
    return handled;
}

// Wrapped lines need more than the layout's minimum; nothing is squeezed when something appears.
void Dialog::fitScreen()
{
    const QSize room = screen()->availableGeometry().size();
    const int available = room.height();
    // A least width of its own keeps the layout from asking for more.
    const int across = std::min(room.width(), std::max(width(), layout()->totalMinimumSize().width()));
    int needed = std::max(layout()->totalMinimumSize().height(),
                          layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(across) : 0);
    if (needed > available && m_scroll == nullptr) {
        makeScrollable();
        needed = available;
    }
    if (m_scroll != nullptr) {
        resize(across, available);
    } else if (across > width() || height() > available
               || (needed > height() && layout()->hasHeightForWidth())) {
        resize(across, std::clamp(height(), needed, available));
    }
}

void Dialog::makeScrollable()
{
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumWidth(
        std::min(m_body->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width(),
                 screen()->availableGeometry().width() - 2 * metrics::xl));
    QWidget* focused = focusWidget();
    delete layout()->replaceWidget(m_body, m_scroll);
    m_scroll->setWidget(m_body);
    m_body->show();
    if (focused) {
        focused->setFocus();
        m_scroll->ensureWidgetVisible(focused);
    }
}

void Dialog::setPrimary(const QString& verb, std::function<void()> submit)
{
    m_primary->disconnect(this);
    m_primary->setText(verb);
    m_primary->show();
    connect(m_primary, &QPushButton::clicked, this, [this, submit = std::move(submit)] {
        if (!m_busy) {
            submit();
        }
    });
}

void Dialog::setBusy(bool busy)
{
    m_busy = busy;
    m_body->setEnabled(!busy);
    m_primary->setEnabled(!busy);
    m_cancel->setEnabled(!busy);
}

void Dialog::addField(const QString& wireName, FormField* field)
{
    m_fields.append({wireName, field});
    m_content->addWidget(field);
}

void Dialog::showError(const contract::Error& error)
{
    bool placed = false;
    for (const contract::FieldError& fault : error.fields) {
        for (const auto& [name, field] : std::as_const(m_fields)) {
            if (name == fault.path || fault.path.startsWith(name + QLatin1Char('['))) {
                field->setFault(models::words::fieldProblem(fault));
                if (!placed) {
                    field->editor()->setFocus();
                }
                placed = true;
            }
        }
    }
    if (!placed) {
        m_message->showMessage(Tone::Danger, models::words::problem(error));
    }
}

void Dialog::clearFaults()
{
    m_message->clear();
    for (const auto& entry : std::as_const(m_fields)) {
        entry.second->setFault({});
    }
}

void confirm(QWidget* parent, const QString& question, const QString& consequence, const QString& verb,
             std::function<void()> confirmed)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setText(question);
    box->setInformativeText(consequence);
    QPushButton* yes = box->addButton(verb, QMessageBox::AcceptRole);
    setButtonRole(yes, ButtonRole::Danger);
    QPushButton* no = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, parent, [confirmed = std::move(confirmed)] { confirmed(); });
    box->open();
}

} // namespace holdfast::views
