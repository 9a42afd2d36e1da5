// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace holdfast::models {
class Session;
}

namespace holdfast::views {

// Says that the console shows what another role would see, and ends it.
class ViewBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewBanner(models::Session& session, QWidget* parent = nullptr);
    [[nodiscard]] QPushButton* endButton() const { return m_end; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_end;
};

} // namespace holdfast::views
