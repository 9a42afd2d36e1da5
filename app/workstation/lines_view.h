// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QScrollArea>

namespace holdfast::workstation {

// A list of findings: an icon, a short name, and a sentence that wraps.
class LinesView final : public QScrollArea
{
    Q_OBJECT
public:
    struct Line
    {
        QString icon;
        views::Tone tone = views::Tone::Neutral;
        QString name;
        QString text;
    };
    explicit LinesView(const QString& name, QWidget* parent = nullptr);

    void setLines(const QList<Line>& lines, const QString& nothing);
    [[nodiscard]] const QList<Line>& lines() const { return m_lines; }

private:
    QList<Line> m_lines;
};

} // namespace holdfast::workstation
