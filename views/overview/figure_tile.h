// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview_model.h"

#include <QAbstractButton>

namespace holdfast::views {

// A figure with its name; pressing it opens the list of just those.
class FigureTile final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FigureTile(QWidget* parent = nullptr);
    void setFigure(const models::OverviewFigure& figure);
    [[nodiscard]] const models::OverviewFigure& figure() const { return m_figure; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    models::OverviewFigure m_figure;
};

} // namespace holdfast::views
