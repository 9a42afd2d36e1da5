// SPDX-License-Identifier: Apache-2.0
#include "services/http/request_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

namespace holdfast::http {

namespace {

namespace beast = boost::beast;
using beast::string_view;

constexpr qsizetype maxHeaders = 100;
constexpr qsizetype maxTarget = 8 * 1024;
constexpr qint64 maxChunkExtensions = 16 * 1024; // all of one request together
constexpr qsizetype firstReserve = 64 * 1024; // a promised length reserves no more before it arrives

QByteArray copied(string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray lowered(string_view text)
{
    QByteArray name = copied(text);
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return name;
}

Refusal malformed(const QString& detail)
{
    return {.status = 400, .code = QStringLiteral("malformed_request"), .detail = detail};
}

// Whether a request line is sound but for its version.
bool asksForOtherVersion(QByteArrayView head)
{
    const QByteArrayView line = head.first(std::max<qsizetype>(head.indexOf('\r'), 0));
    return line.size() > 9 && line.last(9).startsWith(" HTTP/") && !line.last(9).startsWith(" HTTP/1.");
}

bool isLength(const QByteArray& value)
{
    return !value.isEmpty() && value.size() <= 18
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Parser final : public beast::http::basic_parser<true>
{
public:
    RequestHead head;
    QByteArray body;
    std::optional<Refusal> refusal;
    qint64 bodyLimit = 0;

private:
    void on_request_impl(beast::http::verb, string_view method, string_view target, int version,
                         beast::error_code& error) override
    {
        head.method = copied(method);
        head.target = copied(target);
        head.http10 = version == 10;
        if (head.target.size() > maxTarget) {
            refuse({.status = 414,
                    .code = QStringLiteral("uri_too_long"),
                    .detail = QStringLiteral("The request target is longer than 8192 bytes.")},
                   error);
        }
    }
    void on_response_impl(int, string_view, int, beast::error_code&) override { }

    void on_field_impl(beast::http::field field, string_view name, string_view value,
                       beast::error_code& error) override
    {
        if (m_headDone) {
            return; // trailers are read and dropped
        }
        if (head.headers.size() == maxHeaders) {
            refuse({.status = 431,
                    .code = QStringLiteral("header_too_large"),
                    .detail = QStringLiteral("More than 100 header fields.")},
                   error);
            return;
        }
        head.headers.emplace_back(lowered(name), copied(value));
        const QByteArray& kept = head.headers.constLast().second;
        switch (field) {
        case beast::http::field::host:
            once(m_host, "Host", error);
            head.host = kept;
            break;
        case beast::http::field::origin:
            once(m_origin, "Origin", error);
            head.origin = kept;
            break;
        case beast::http::field::expect:
            head.expect = kept;
            break;
        case beast::http::field::authorization:
            once(m_authorization, "Authorization", error);
            break;
        case beast::http::field::content_type:
            once(m_contentType, "Content-Type", error);
            break;
        case beast::http::field::content_length:
            once(m_length, "Content-Length", error);
            if (!isLength(kept)) {
                refuse(malformed(QStringLiteral("Content-Length is not a number.")), error);
            } else {
                head.contentLength = kept.toLongLong();
            }
            break;
        case beast::http::field::transfer_encoding:
            once(m_encoding, "Transfer-Encoding", error);
            if (kept.compare("chunked", Qt::CaseInsensitive) != 0) {
                refuse(malformed(QStringLiteral("The only transfer coding that is read is chunked.")), error);
            }
            head.chunked = true;
            break;
        default:
            if (head.headers.constLast().first == "client-key") {
                once(m_clientKey, "client-key", error);
            }
            break;
        }
    }

    void on_header_impl(beast::error_code& error) override
    {
        m_headDone = true;
        if (!m_host) {
            refuse(malformed(QStringLiteral("The Host header is missing.")), error);
        } else if (head.chunked && (m_length || head.http10)) {
            refuse(malformed(QStringLiteral("The length of the body is told in two ways.")), error);
        }
        head.keepAlive = keep_alive();
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, beast::error_code&) override
    {
        body.reserve(std::min(static_cast<qsizetype>(length.value_or(0)), firstReserve));
    }
    std::size_t on_body_impl(string_view bytes, beast::error_code& error) override
    {
        return append(bytes, error);
    }
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, beast::error_code& error) override
    {
        m_extensions += static_cast<qint64>(extensions.size());
        if (m_extensions > maxChunkExtensions) {
            refuse(malformed(QStringLiteral("Too many chunk extensions.")), error);
        } else if (size > static_cast<std::uint64_t>(bodyLimit - body.size())) {
            refuseLarge(error);
        }
    }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, beast::error_code& error) override
    {
        return append(bytes, error);
    }
    void on_finish_impl(beast::error_code&) override { }

    std::size_t append(string_view bytes, beast::error_code& error)
    {
        if (static_cast<qint64>(bytes.size()) > bodyLimit - body.size()) {
            refuseLarge(error);
            return 0;
        }
        body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return bytes.size();
    }
    void refuse(Refusal why, beast::error_code& error)
    {
        if (!refusal) {
            refusal = std::move(why);
        }
        error = beast::http::error::bad_value;
    }
    void refuseLarge(beast::error_code& error)
    {
        refuse({.status = 413,
                .code = QStringLiteral("body_too_large"),
                .detail = QStringLiteral("The body is larger than the %1 bytes that this request may have.")
                              .arg(bodyLimit)},
               error);
    }
    // What is decided by a header that came twice is decided differently by two readers.
    void once(bool& seen, const char* name, beast::error_code& error)
    {
        if (std::exchange(seen, true)) {
            refuse(malformed(QStringLiteral("%1 is given more than once.").arg(QLatin1String(name))), error);
        }
    }

    qint64 m_extensions = 0;
    bool m_headDone = false;
    bool m_host = false;
    bool m_origin = false;
    bool m_authorization = false;
    bool m_contentType = false;
    bool m_clientKey = false;
    bool m_length = false;
    bool m_encoding = false;
};

} // namespace

struct RequestParser::Implementation
{
    std::optional<Parser> parser;
};

RequestParser::RequestParser()
    : m_implementation(std::make_unique<Implementation>())
{
    reset();
}

RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    Parser& parser = m_implementation->parser.emplace();
    parser.body_limit(boost::none); // counted here, where the answer can name the limit
    parser.header_limit(1024 * 1024); // the caller has bounded it
}

RequestHead& RequestParser::head()
{
    return m_implementation->parser->head;
}

std::optional<Refusal> RequestParser::readHead(QByteArrayView bytes)
{
    Parser& parser = *m_implementation->parser;
    parser.eager(false);
    beast::error_code error;
    parser.put({bytes.data(), static_cast<std::size_t>(bytes.size())}, error);
    if (parser.refusal) {
        return parser.refusal;
    }
    if (error == beast::http::error::bad_version && asksForOtherVersion(bytes)) {
        return Refusal {.status = 505,
                        .code = QStringLiteral("version_not_supported"),
                        .detail = QStringLiteral("HTTP/1.1 is spoken here.")};
    }
    if (error || !parser.is_header_done()) {
        return malformed(QStringLiteral("The head of the request is malformed."));
    }
    return std::nullopt;
}

void RequestParser::limitBody(qint64 limit)
{
    m_implementation->parser->bodyLimit = limit;
}

RequestParser::BodyStep RequestParser::readBody(QByteArrayView bytes)
{
    Parser& parser = *m_implementation->parser;
    parser.eager(true);
    if (parser.is_done()) {
        return {.step = Step::Done};
    }
    beast::error_code error;
    const std::size_t consumed = parser.put({bytes.data(), static_cast<std::size_t>(bytes.size())}, error);
    BodyStep step {.step = Step::NeedMore, .consumed = static_cast<qsizetype>(consumed)};
    if (parser.refusal) {
        step.step = Step::Refused;
        step.refusal = *parser.refusal;
    } else if (error && error != beast::http::error::need_more) {
        step.step = Step::Refused;
        step.refusal = malformed(QStringLiteral("The body is framed wrongly."));
    } else if (parser.is_done()) {
        step.step = Step::Done;
    }
    return step;
}

QByteArray RequestParser::takeBody()
{
    return std::exchange(m_implementation->parser->body, {});
}

} // namespace holdfast::http
