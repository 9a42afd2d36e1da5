// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/refusal.h"

#include <QList>

#include <memory>
#include <optional>

namespace holdfast::http {

struct RequestHead
{
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray host;
    QByteArray origin; // null when absent
    QByteArray expect; // null when absent
    qint64 contentLength = -1; // -1: not told
    bool chunked = false;
    bool keepAlive = false;
    bool http10 = false;

    [[nodiscard]] bool hasBody() const { return chunked || contentLength > 0; }
};

// Beast's parser, with what RFC 9112 leaves to a server decided strictly: what two readers could frame in two
// ways is refused.
class RequestParser
{
public:
    RequestParser();
    ~RequestParser();

    void reset(); // before each request
    // `bytes` is a whole head (HeaderScanner). nullopt: well, see head().
    [[nodiscard]] std::optional<Refusal> readHead(QByteArrayView bytes);
    [[nodiscard]] RequestHead& head();

    enum class Step
    {
        NeedMore,
        Done,
        Refused
    };
    struct BodyStep
    {
        Step step = Step::NeedMore;
        qsizetype consumed = 0;
        Refusal refusal {};
    };
    // Largest body in bytes, counted after chunks are joined. Before the first readBody().
    void limitBody(qint64 limit);
    [[nodiscard]] BodyStep readBody(QByteArrayView bytes);
    [[nodiscard]] QByteArray takeBody();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace holdfast::http
