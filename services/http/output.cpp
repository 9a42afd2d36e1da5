// SPDX-License-Identifier: Apache-2.0
#include "services/http/output.h"

#include "services/http/log.h"
#include "services/http/problem_response.h"

namespace holdfast::http {

namespace {

// A body up to this size is copied behind its head, so that one write (one TLS record) carries both.
constexpr qsizetype copyLimit = 16 * 1024;

bool isFieldValue(const QByteArray& value)
{
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7f;
    });
}

// Id and status are ASCII: no conversion with an allocation of its own.
void appendAscii(QByteArray& out, QStringView text)
{
    for (const QChar c : text) {
        out.append(static_cast<char>(c.unicode()));
    }
}

} // namespace

void Output::begin(Response& response, const Head& head)
{
    m_head.resize(0);
    if (m_head.capacity() < 1024) {
        m_head.reserve(1024);
    }
    m_head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    m_head.append(reasonPhrase(response.status)).append("\r\nDate: ").append(head.date);
    m_head.append("\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: ");
    appendAscii(m_head, head.requestId);
    m_head.append("\r\n");
    bool cacheControl = false;
    for (const auto& [name, value] : response.headers) {
        if (!isFieldValue(name) || !isFieldValue(value)) {
            qCWarning(httpLog) << "a header with control characters was dropped:" << name;
            continue;
        }
        cacheControl = cacheControl || name.compare("cache-control", Qt::CaseInsensitive) == 0;
        m_head.append(name).append(": ").append(value).append("\r\n");
    }
    if (!cacheControl) {
        m_head.append("Cache-Control: no-store\r\n");
    }
    if (!response.contentType.isEmpty()) {
        m_head.append("Content-Type: ").append(response.contentType).append("\r\n");
    }
    m_chunked = response.stream && !head.http10;
    if (m_chunked) {
        m_head.append("Transfer-Encoding: chunked\r\n");
    } else if (!response.stream && response.status != 204 && response.status != 304) {
        m_head.append("Content-Length: ").append(QByteArray::number(response.body.size())).append("\r\n");
    }
    m_head.append(head.close ? "Connection: close\r\n\r\n" : "\r\n");
    const bool hasBody =
        !head.headOnly && !response.stream && response.status != 204 && response.status != 304;
    if (hasBody && response.body.size() <= copyLimit) {
        m_head.append(response.body);
        take({}, {});
    } else {
        take(hasBody ? std::move(response.body) : QByteArray(), {});
    }
}

void Output::interim(QByteArrayView bytes)
{
    m_head.resize(0);
    m_head.append(bytes);
    take({}, {});
}

void Output::chunk(QByteArray bytes)
{
    m_head.resize(0);
    if (m_chunked) {
        m_head.append(QByteArray::number(bytes.size(), 16)).append("\r\n");
    }
    take(std::move(bytes), m_chunked ? QByteArrayView("\r\n") : QByteArrayView());
}

void Output::lastChunk()
{
    m_head.resize(0);
    take({}, m_chunked ? QByteArrayView("0\r\n\r\n") : QByteArrayView());
}

void Output::take(QByteArray body, QByteArrayView tail)
{
    m_body = std::move(body);
    m_tail = tail;
    m_written = 0;
    m_total = m_head.size() + m_body.size() + m_tail.size();
}

std::array<QByteArrayView, 3> Output::pieces() const
{
    std::array<QByteArrayView, 3> pieces {m_head, m_body, m_tail};
    qsizetype skip = m_written;
    for (QByteArrayView& piece : pieces) {
        const qsizetype passed = std::min(skip, piece.size());
        piece = piece.sliced(passed);
        skip -= passed;
    }
    return pieces;
}

} // namespace holdfast::http
