// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

#include <QWidget>

#include <chrono>
#include <vector>

class QLabel;
class QTimer;

namespace holdfast::views {

// "B7K2" as it is said on the telephone: "Bravo · Seven · Kilo · Two".
[[nodiscard]] QString spelled(const QString& code);

// Issued codes, large and in groups; on request one of them spelled out, chosen by a click or the arrow keys.
// Hidden again by itself after a while; nothing of it can be selected or dragged.
class CodeDisplay final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeDisplay(QWidget* parent = nullptr);
    ~CodeDisplay() override;

    void setCodes(const std::vector<contract::Secret>& codes);
    // What a screen reader calls it, where it is no emergency code.
    void setCodeName(const QString& name);
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void setSpelling(bool spelling);
    [[nodiscard]] bool isSpelling() const { return m_spelling; }
    void setCurrent(int index);
    // Of the current code; empty while hidden or not asked for.
    [[nodiscard]] QString spelledText() const;
    // After so long they hide by themselves.
    void setShownFor(std::chrono::milliseconds time);
    // Wipes what is kept.
    void forget();

Q_SIGNALS:
    void revealedChanged(bool revealed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    [[nodiscard]] int rows() const;
    [[nodiscard]] QString currentSpelled() const;
    [[nodiscard]] int spelledHeight() const; // long codes take several lines
    void paintSpelled(QPainter* painter, const QRect& box) const;

    std::vector<contract::Secret> m_codes;
    QTimer* m_timer;
    QString m_name;
    int m_current = 0;
    bool m_revealed = true;
    bool m_spelling = false;
};

} // namespace holdfast::views
