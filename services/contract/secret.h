// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace holdfast::contract {

// Bytes that must not be seen: wiped on destruction, not printable (no QDebug or stream operator exists), not
// implicitly convertible. `reveal()` is the one way to the bytes, so that a search finds every use.
// Copies own their bytes (no implicit sharing), so that wiping one does not depend on another.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    // Takes the text as UTF-8. The caller's QString cannot be wiped here: keep it short-lived.
    explicit Secret(const QString& text);
    Secret(const Secret& other);
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] QByteArrayView reveal() const { return m_bytes; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    // In time that depends on the lengths alone.
    [[nodiscard]] bool equals(QByteArrayView other) const;

private:
    void wipe();
    QByteArray m_bytes;
};

// In time that depends on the lengths alone.
[[nodiscard]] bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

} // namespace holdfast::contract
