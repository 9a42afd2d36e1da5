// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

// multipart/form-data (RFC 7578). The boundary is random, so that no file can hold it. The parts are kept as
// they are until all are there, so that the bytes are copied once and nothing of them is left behind while it
// grows.
class FormData
{
public:
    explicit FormData(QByteArray boundary)
        : m_boundary(std::move(boundary))
    { }
    // `value` must outlive it.
    void add(const char* name, QByteArrayView value)
    {
        begin(QByteArray("form-data; name=\"") + name + '"', value);
    }
    void addFile(const char* name, QString fileName, QByteArrayView value)
    {
        fileName.replace(QLatin1Char('"'), QLatin1String("%22"))
            .replace(QLatin1Char('\r'), QLatin1Char(' '))
            .replace(QLatin1Char('\n'), QLatin1Char(' '));
        begin(QByteArray("form-data; name=\"") + name + "\"; filename=\"" + fileName.toUtf8()
                  + "\"\r\nContent-Type: application/octet-stream",
              value);
    }
    [[nodiscard]] contract::Secret whole() const
    {
        const QByteArray end = "--" + m_boundary + "--\r\n";
        qsizetype size = end.size();
        for (const Part& part : m_parts) {
            size += part.head.size() + part.value.size() + lineEnd.size();
        }
        QByteArray bytes;
        bytes.reserve(size);
        for (const Part& part : m_parts) {
            bytes.append(part.head).append(part.value).append(lineEnd);
        }
        bytes.append(end);
        contract::Secret body {QByteArrayView(bytes)};
        bytes.fill('\0');
        return body;
    }

private:
    static constexpr QByteArrayView lineEnd {"\r\n"};
    struct Part
    {
        QByteArray head;
        QByteArrayView value;
    };
    void begin(const QByteArray& disposition, QByteArrayView value)
    {
        m_parts.append({"--" + m_boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n", value});
    }
    QByteArray m_boundary;
    QList<Part> m_parts;
};

} // namespace

Reply<contract::TokenImport> ApiClient::importTokens(const ImportRequest& import)
{
    const QByteArray boundary = "holdfast-" + newIdempotencyKey();
    FormData form(boundary);
    const QByteArray format = contract::enumName(import.format).toLatin1();
    const QByteArray duplicates = contract::enumName(import.duplicates).toLatin1();
    form.add("format", format);
    form.add("dryRun", import.dryRun ? "true" : "false");
    form.add("async", import.async ? "true" : "false");
    form.add("duplicates", duplicates);
    if (import.passphrase) {
        form.add("passphrase", import.passphrase->reveal());
    }
    if (import.key) {
        form.add("key", import.key->reveal());
    }
    form.addFile("file", import.fileName, import.file.reveal());
    Request request = postRequest(pathOf("/token-imports"), form.whole(), newIdempotencyKey());
    request.contentType = "multipart/form-data; boundary=" + boundary;
    request.timeout = std::chrono::minutes(10); // ten thousand records are read, checked and sealed
    return askValue<contract::TokenImport>(m_transport, m_pending.get(), std::move(request));
}

Reply<Nothing> ApiClient::exportTokens(const contract::TokenExport& what, std::shared_ptr<QIODevice> target,
                                       Progress progress)
{
    auto* pending = new Pending<Nothing>(
        m_transport, [](Answer&&) { return contract::Result<Nothing>(Nothing {}); }, m_pending.get());
    auto future = pending->future();
    pending->setId(m_transport.download(
        postRequest(pathOf("/token-exports"), bodyOf(what)), std::move(target), std::move(progress),
        [pending](contract::Result<Answer> answer) { pending->ended(std::move(answer)); }));
    return future;
}

Reply<contract::TokenImport> ApiClient::tokenImport(const QString& id)
{
    return askValue<contract::TokenImport>(m_transport, m_pending.get(),
                                           getRequest(pathOf("/token-imports", id)));
}

Reply<contract::TokenImport> ApiClient::resumeTokenImport(const QString& id)
{
    return askValue<contract::TokenImport>(m_transport, m_pending.get(),
                                           postRequest(pathOf("/token-imports", id, "/resume")));
}

Reply<Nothing> ApiClient::cancelTokenImport(const QString& id)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/token-imports", id), std::nullopt));
}

} // namespace holdfast::client
