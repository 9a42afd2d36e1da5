// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QWidget>

class QPainter;

namespace holdfast::views {

// A state in three ways at once: words, an icon and a colour.
struct Status
{
    Tone tone = Tone::Neutral;
    QString icon;
    QString text;
    bool operator==(const Status&) const = default;
};

class StatusChip final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusChip(Status status = {}, QWidget* parent = nullptr);

    [[nodiscard]] const Status& status() const { return m_status; }
    void setStatus(Status status);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    [[nodiscard]] static QSize sizeFor(const Status& status, const QFont& font);
    // Within `rect`, starting where reading starts.
    // `quiet`: what is as it should be gets no fill, so that in a table the exceptions stand out.
    static void paint(QPainter* painter, const QRect& rect, const Status& status, const QPalette& palette,
                      const QFont& font, Qt::LayoutDirection direction, bool quiet = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status;
};

} // namespace holdfast::views
