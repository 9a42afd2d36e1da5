// SPDX-License-Identifier: Apache-2.0
#include "services/contract/secret.h"

#include <openssl/crypto.h>

namespace holdfast::contract {

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.data(), bytes.size())
{ }

Secret::Secret(const QString& text)
    : m_bytes(text.toUtf8())
{ }

Secret::Secret(const Secret& other)
    : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
{ }

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{ }

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe();
        m_bytes = QByteArray(other.m_bytes.constData(), other.m_bytes.size());
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

bool Secret::equals(QByteArrayView other) const
{
    return constantTimeEquals(m_bytes, other);
}

void Secret::wipe()
{
    if (!m_bytes.isEmpty()) {
        OPENSSL_cleanse(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
    }
    m_bytes.clear();
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size()
        && (a.isEmpty() || CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0);
}

} // namespace holdfast::contract
