// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_call.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

namespace holdfast::testing {

namespace {

constexpr int patience = 30'000; // ms

QByteArray requestOf(quint16 port, const QByteArray& method, const QString& path, const QByteArray& body,
                     const ApiHeaders& headers)
{
    QByteArray request = method + ' ' + QUrl(path).toEncoded()
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : headers) {
        request += name + ": " + value + "\r\n";
    }
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH") {
        const bool typed = std::any_of(headers.begin(), headers.end(), [](const auto& header) {
            return header.first.compare("content-type", Qt::CaseInsensitive) == 0;
        });
        request += typed ? "" : "Content-Type: application/json\r\n";
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    return request + "\r\n" + body;
}

QByteArray unchunked(const QByteArray& chunks)
{
    QByteArray body;
    qsizetype at = 0;
    for (;;) {
        const qsizetype end = chunks.indexOf("\r\n", at);
        const qsizetype size = end < 0 ? 0 : chunks.mid(at, end - at).toLongLong(nullptr, 16);
        if (size <= 0) {
            return body;
        }
        body += chunks.mid(end + 2, size);
        at = end + 2 + size + 2;
    }
}

ApiAnswer answerOf(const QByteArray& bytes)
{
    ApiAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.constFirst().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    answer.body = bytes.mid(end + 4);
    if (answer.headers.value("transfer-encoding") == "chunked") {
        answer.body = unchunked(answer.body);
    }
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

} // namespace

QJsonArray ApiAnswer::items() const
{
    return json.value(QStringLiteral("items")).toArray();
}

ApiAnswer apiCall(quint16 port, const QByteArray& method, const QString& path, const QByteArray& body,
                  const ApiHeaders& headers)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(patience)) {
        return {};
    }
    socket.write(requestOf(port, method, path, body, headers));
    QByteArray bytes;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patience)) {
        bytes += socket.readAll();
    }
    bytes += socket.readAll();
    return bytes.isEmpty() ? ApiAnswer {} : answerOf(bytes);
}

} // namespace holdfast::testing
