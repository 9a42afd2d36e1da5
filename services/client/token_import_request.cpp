// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

namespace {

// multipart/form-data (RFC 7578). The boundary is random, so that no file can hold it.
class FormData
{
public:
    explicit FormData(QByteArray boundary)
        : m_boundary(std::move(boundary))
    { }
    void add(const char* name, QByteArrayView value)
    {
        begin(QByteArray("form-data; name=\"") + name + '"');
        m_bytes += value.toByteArray() + "\r\n";
    }
    void addFile(const char* name, QString fileName, QByteArrayView value)
    {
        fileName.replace(QLatin1Char('"'), QLatin1String("%22"))
            .replace(QLatin1Char('\r'), QLatin1Char(' '))
            .replace(QLatin1Char('\n'), QLatin1Char(' '));
        begin(QByteArray("form-data; name=\"") + name + "\"; filename=\"" + fileName.toUtf8()
              + "\"\r\nContent-Type: application/octet-stream");
        m_bytes += value.toByteArray() + "\r\n";
    }
    [[nodiscard]] contract::Secret take()
    {
        m_bytes += "--" + m_boundary + "--\r\n";
        contract::Secret body {QByteArrayView(m_bytes)};
        m_bytes.fill('\0');
        return body;
    }

private:
    void begin(const QByteArray& disposition)
    {
        m_bytes += "--" + m_boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n";
    }
    QByteArray m_boundary;
    QByteArray m_bytes;
};

} // namespace

Reply<contract::TokenImport> ApiClient::importTokens(const ImportRequest& import)
{
    const QByteArray boundary = "holdfast-" + newIdempotencyKey();
    FormData form(boundary);
    form.add("format", contract::enumName(import.format).toLatin1());
    form.add("dryRun", import.dryRun ? "true" : "false");
    form.add("async", import.async ? "true" : "false");
    form.add("duplicates", contract::enumName(import.duplicates).toLatin1());
    if (import.passphrase) {
        form.add("passphrase", import.passphrase->reveal());
    }
    if (import.key) {
        form.add("key", import.key->reveal());
    }
    form.addFile("file", import.fileName, import.file.reveal());
    Request request = postRequest(pathOf("/token-imports"), form.take(), newIdempotencyKey());
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
