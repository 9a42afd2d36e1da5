// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTimer;

namespace holdfast::views {

// "B7K2" as it is said on the telephone: "Bravo · seven · Kilo · two".
[[nodiscard]] QString spelled(const QString& code);

// Issued codes, large and in groups, the first one spelled out. Hidden again by itself after a while; nothing
// of it can be selected or dragged.
class CodeDisplay final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeDisplay(QWidget* parent = nullptr);
    ~CodeDisplay() override;

    void setCodes(const std::vector<contract::Secret>& codes);
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    // Wipes what is kept.
    void forget();

Q_SIGNALS:
    void revealedChanged(bool revealed);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    [[nodiscard]] int rows() const;

    std::vector<contract::Secret> m_codes;
    QTimer* m_timer;
    bool m_revealed = true;
};

} // namespace holdfast::views
