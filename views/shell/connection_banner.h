// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::client {
class Connectivity;
}

namespace holdfast::views {

// Says that the service does not answer, until it does again; work goes on on what is shown.
class ConnectionBanner final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionBanner(client::Connectivity& connectivity, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();

    client::Connectivity& m_connectivity;
    QLabel* m_text;
    QPushButton* m_retry;
    QTimer m_patience;
    QTimer m_seconds;
};

} // namespace holdfast::views
