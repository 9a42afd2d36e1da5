// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/hand_panel.h"

#include "models/formats.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"

#include <QComboBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::workstation {

using contract::PinStyle;
using contract::Secret;
namespace metrics = views::metrics;

namespace {

class TokenCase final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        views::drawRounded(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                           palette().color(QPalette::AlternateBase), palette().color(QPalette::Mid),
                           metrics::radius + 2);
    }
};

// In two halves, as tokens show it.
QString inHalves(const Secret& code)
{
    QString text = QString::fromUtf8(code.reveal());
    return text.insert((text.size() + 1) / 2, QLatin1Char(' '));
}

QString hintFor(PinStyle style)
{
    switch (style) {
    case PinStyle::BeforeCode:
        return HandPanel::tr("Typed together: the PIN, then the code.");
    case PinStyle::Mixed:
        return HandPanel::tr("The app knows the PIN: what it shows is typed alone.");
    case PinStyle::None:
        break;
    }
    return HandPanel::tr("There is no PIN: the code is typed alone.");
}

} // namespace

HandPanel::HandPanel(std::vector<HandToken> tokens, const WorldClock& clock, WorldMemory& memory,
                     QWidget* parent)
    : QWidget(parent)
    , m_tokens(std::move(tokens))
    , m_clock(clock)
    , m_memory(memory)
    , m_person(new QComboBox)
    , m_story(views::makeParagraph({}, views::Ink::Secondary))
    , m_serial(views::makeLabel({}, views::Type::Caption, views::Ink::Secondary))
    , m_code(views::makeLabel({}, views::Type::Code))
    , m_left(views::makeLabel({}, views::Type::Caption, views::Ink::Secondary))
    , m_progress(new QProgressBar)
    , m_pin(views::makeLabel({}, views::Type::Mono))
    , m_hint(views::makeLabel({}, views::Type::Caption, views::Ink::Secondary))
    , m_press(new QPushButton(views::icon(QStringLiteral("refresh")), tr("Press")))
{
    constexpr int progressWidth = 120;
    for (const HandToken& one : m_tokens) {
        m_person->addItem(QStringLiteral("%1 (%2)").arg(one.hand().displayName, one.hand().userName));
    }
    m_person->setAccessibleName(tr("Who sits there"));
    auto* section = new views::Section(tr("In the hand of"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, metrics::s, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(m_person);
    column->addWidget(m_story);
    // As high as the longest of them: nothing jumps when somebody else sits down.
    m_story->setMinimumHeight(2 * m_story->fontMetrics().lineSpacing());
    m_story->setAlignment(Qt::AlignTop);

    auto* tokenCase = new TokenCase;
    auto* inside = new QHBoxLayout(tokenCase);
    inside->setContentsMargins(metrics::l, metrics::m, metrics::l, metrics::m);
    inside->setSpacing(metrics::l);
    auto* display = new QVBoxLayout;
    display->setSpacing(2);
    display->addWidget(m_serial);
    display->addWidget(m_code);
    inside->addLayout(display);
    inside->addStretch();
    auto* time = new QVBoxLayout;
    time->setSpacing(metrics::xs);
    time->addStretch();
    time->addWidget(m_left, 0, Qt::AlignRight);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setAccessibleName(tr("Time until the next code"));
    time->addWidget(m_progress);
    time->addWidget(m_press, 0, Qt::AlignRight);
    time->addStretch();
    inside->addLayout(time);
    column->addWidget(tokenCase);

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_pin);
    words->addWidget(m_hint);
    row->addLayout(words, 1);
    auto* copy = new QPushButton(views::icon(QStringLiteral("copy")), tr("Copy"));
    auto* type = new QPushButton(tr("Type it in"));
    row->addWidget(copy);
    row->addWidget(type);
    column->addLayout(row);
    section->addWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(section);

    connect(m_person, &QComboBox::currentIndexChanged, this, &HandPanel::personChosen);
    connect(copy, &QPushButton::clicked, this, [this] { views::copySecret(shown(), this); });
    connect(type, &QPushButton::clicked, this, &HandPanel::typeIn);
    connect(m_press, &QPushButton::clicked, this, &HandPanel::press);
    personChosen();
}

const HandToken& HandPanel::token() const
{
    return m_tokens.at(static_cast<size_t>(std::max(m_person->currentIndex(), 0)));
}

const demonstration::Hand& HandPanel::hand() const
{
    return token().hand();
}

void HandPanel::choosePerson(int index)
{
    m_person->setCurrentIndex(index);
}

Secret HandPanel::shown() const
{
    return token().counts() ? token().shownAt(m_memory.counter(hand().tokenSerial, token().firstCounter()))
                            : token().shownAt(m_clock.tokenNow());
}

Secret HandPanel::passcode() const
{
    return token().passcode(shown());
}

void HandPanel::press()
{
    m_memory.setCounter(hand().tokenSerial, m_memory.counter(hand().tokenSerial, token().firstCounter()) + 1);
    tick();
}

void HandPanel::typeIn()
{
    Q_EMIT typed(passcode());
    if (token().counts()) {
        press(); // what was typed is used up
    }
}

void HandPanel::personChosen()
{
    m_story->setText(hand().story);
    m_serial->setText(tr("Token %1").arg(models::groupedSerial(hand().tokenSerial)));
    m_pin->setText(hand().pin.isEmpty() ? QString()
                                        : tr("PIN %1").arg(QString::fromUtf8(hand().pin.reveal())));
    m_pin->setVisible(!hand().pin.isEmpty());
    m_hint->setText(hintFor(hand().pinStyle));
    m_left->setVisible(!token().counts());
    m_progress->setVisible(!token().counts());
    m_press->setVisible(token().counts());
    if (!token().counts()) {
        m_progress->setRange(0, token().intervalSeconds());
    }
    tick();
    Q_EMIT personChanged();
}

void HandPanel::tick()
{
    m_code->setText(inHalves(shown()));
    if (!token().counts()) {
        const auto left = token().leftAt(m_clock.tokenNow());
        const int seconds = static_cast<int>((left.count() + 999) / 1000);
        m_left->setText(tr("%1 s left").arg(seconds));
        m_progress->setValue(seconds);
    }
}

} // namespace holdfast::workstation
