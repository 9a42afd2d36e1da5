// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QWidget>

namespace holdfast::views {

// An icon that stands still. Painted in the palette's colours of the moment, so that a change of theme
// reaches it.
class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString& name = {}, Tone tone = Tone::Neutral, int side = 16,
                       QWidget* parent = nullptr);
    void setIcon(const QString& name, Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Tone m_tone;
};

} // namespace holdfast::views
