// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/message.h"

#include <array>

namespace holdfast::http {

// What of one answer is still to be written. Its buffers are used again for the next.
class Output
{
public:
    struct Head
    {
        QByteArrayView date;
        QStringView requestId;
        bool close = false;
        bool headOnly = false;
        bool http10 = false; // no chunks: the end of the connection ends the body
    };

    // The head and, unless streamed, the body. The response's body is moved from.
    void begin(Response& response, const Head& head);
    void interim(QByteArrayView bytes); // such as 100 Continue
    void chunk(QByteArray bytes); // not empty
    void lastChunk();

    [[nodiscard]] bool isEmpty() const { return m_written == m_total; }
    [[nodiscard]] std::array<QByteArrayView, 3> pieces() const; // of what is left
    void written(qsizetype bytes) { m_written += bytes; }

private:
    void take(QByteArray body, QByteArrayView tail);

    QByteArray m_head;
    QByteArray m_body;
    QByteArrayView m_tail;
    qsizetype m_written = 0;
    qsizetype m_total = 0;
    bool m_chunked = false;
};

} // namespace holdfast::http
