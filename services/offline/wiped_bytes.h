// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

namespace holdfast::offline {

// A place for a C library to write secret bytes to; wiped when it goes.
class WipedBytes
{
public:
    explicit WipedBytes(qsizetype size);
    WipedBytes(const WipedBytes&) = delete;
    WipedBytes& operator=(const WipedBytes&) = delete;
    ~WipedBytes();

    [[nodiscard]] unsigned char* data() { return reinterpret_cast<unsigned char*>(m_bytes.data()); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] QByteArrayView view() const { return m_bytes; }
    [[nodiscard]] contract::Secret secret() const { return contract::Secret(view()); }

private:
    QByteArray m_bytes;
};

[[nodiscard]] inline const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}
[[nodiscard]] inline unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

} // namespace holdfast::offline
