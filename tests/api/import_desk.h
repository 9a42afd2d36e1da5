// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/otp/pskc_text.h"
#include "tests/support/api_fixture.h"
#include "tests/support/process.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <thread>

namespace holdfast::testing {

using namespace Qt::StringLiterals;

// The service, and forms sent to it.
class ImportDesk : public ApiFixture
{
public:
    ImportDesk()
        : ApiFixture(options())
    { }

    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    [[nodiscard]] ApiAnswer import(const QByteArray& file, const QByteArray& format,
                                   const Fields& fields = {}, const QByteArray& token = {},
                                   const ApiHeaders& headers = {}) const
    {
        QByteArray body;
        for (const auto& [name, value] : Fields {{"format", format}} + fields) {
            body += "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\dir\\tokens.xml\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n"
            + file + "\r\n--b--\r\n";
        return call("POST", u"/api/v1/token-imports"_s, body, token.isEmpty() ? adminToken() : token,
                    ApiHeaders {{"Content-Type", "multipart/form-data; boundary=b"}} + headers);
    }

    [[nodiscard]] qint64 count(const QString& sql)
    {
        return database().read([&](storage::Connection& connection) {
            auto rows = connection.select(sql);
            return rows.next() ? rows.integer(0) : -1;
        });
    }
    [[nodiscard]] qint64 tokens() { return count(u"SELECT COUNT(*) FROM tokens"_s); }
    void change(const QString& sql, const QVariantList& values = {})
    {
        database().writeAndWait([&](storage::Connection& connection) {
            connection.change(sql, values);
            return true;
        });
    }

    [[nodiscard]] ApiAnswer watch(const QString& id) const
    {
        ApiAnswer answer = get(u"/token-imports/"_s + id);
        QElapsedTimer timer;
        timer.start();
        while (answer.text("state") == u"running" && timer.elapsed() < 60'000) {
            std::this_thread::yield();
            answer = get(u"/token-imports/"_s + id);
        }
        return answer;
    }

private:
    static ApiFixtureOptions options()
    {
        ApiFixtureOptions options;
        options.sdtidReader = programPath("holdfast-sdtid-reader");
        return options;
    }
};

inline PskcKey withSerial(const QByteArray& serial)
{
    PskcKey key;
    key.device.replace("1001", serial);
    return key;
}

inline QByteArray fileOf(int count)
{
    QByteArray keys;
    for (int i = 0; i < count; ++i) {
        keys += withSerial("S" + QByteArray::number(100'000 + i)).xml();
    }
    return pskcContainer(keys);
}

// "serial outcome code" of each row.
inline QStringList outcomes(const ApiAnswer& answer)
{
    QStringList lines;
    for (const QJsonValue& row : answer.json[u"rows"].toArray()) {
        lines << u"%1 %2 %3"_s
                     .arg(row[u"serial"].toString(), row[u"outcome"].toString(), row[u"code"].toString())
                     .trimmed();
    }
    return lines;
}

} // namespace holdfast::testing
