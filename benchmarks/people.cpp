// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/people.h"

#include "benchmarks/load.h"
#include "benchmarks/service_process.h"
#include "services/otp/oath.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <stdexcept>

namespace holdfast::bench {

namespace {

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString member(const QByteArray& body, const char* name)
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String(name)).toString();
}

QByteArray pskc(const People& people, Kind kind)
{
    QByteArray file = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                      R"(<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">)";
    for (const Person& person : people) {
        file += "<KeyPackage><DeviceInfo><Manufacturer>Benchmark</Manufacturer><SerialNo>" + person.serial
            + R"(</SerialNo></DeviceInfo><Key Id=")" + person.serial
            + R"(" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:)" + (kind == Kind::Hotp ? "hotp" : "totp")
            + R"("><AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>)"
              "<Data><Secret><PlainValue>"
            + person.secret.toBase64() + "</PlainValue></Secret>"
            + (kind == Kind::Hotp ? "<Counter><PlainValue>0</PlainValue></Counter>"
                                  : "<TimeInterval><PlainValue>30</PlainValue></TimeInterval>")
            + "</Data></Key></KeyPackage>";
    }
    return file + "</KeyContainer>";
}

} // namespace

QByteArray Person::code(qint64 position) const
{
    return otp::hotp(secret, static_cast<quint64>(position), 6).view().toByteArray();
}

People makePeople(int count, const char* prefix)
{
    People people(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Person& person = people[static_cast<std::size_t>(i)];
        const QByteArray number = QByteArray::number(i).rightJustified(6, '0');
        person.name = prefix + number;
        person.serial = QByteArray(prefix).toUpper() + number;
        person.secret.resize(20);
        QRandomGenerator::global()->fillRange(reinterpret_cast<quint32*>(person.secret.data()), 5);
    }
    return people;
}

qint64 currentStep()
{
    return QDateTime::currentSecsSinceEpoch() / 30;
}

Seeder::Seeder(quint16 port)
    : m_port(port)
{
    const QByteArray answer =
        one(httpRequest("POST", "/api/v1/sessions", {},
                        json({{QStringLiteral("name"), QString::fromLatin1(ServiceProcess::administrator)},
                              {QStringLiteral("password"), QString::fromLatin1(ServiceProcess::password)}})),
            201);
    m_authorization = "Authorization: Bearer " + member(answer, "token").toLatin1() + "\r\n";
}

QByteArray Seeder::makeClientKey()
{
    const QByteArray body = json({{QStringLiteral("name"), QStringLiteral("benchmark")}});
    return member(one(httpRequest("POST", "/api/v1/api-clients", m_authorization, body), 201), "key")
        .toLatin1();
}

void Seeder::add(const People& people, Kind kind, bool withPin)
{
    std::vector<QByteArray> users;
    for (const Person& person : people) {
        users.push_back(httpRequest("POST", "/api/v1/users", m_authorization,
                                    json({{QStringLiteral("name"), QString::fromLatin1(person.name)}})));
    }
    std::vector<QByteArray> made;
    each(users, 201, &made);
    importTokens(people, kind);
    std::vector<QByteArray> assignments;
    for (std::size_t i = 0; i < people.size(); ++i) {
        assignments.push_back(httpRequest("POST", "/api/v1/tokens/" + people[i].serial + "/assign",
                                          m_authorization,
                                          json({{QStringLiteral("userId"), member(made[i], "id")},
                                                {QStringLiteral("requirePin"), withPin}})));
    }
    each(assignments, 200);
}

void Seeder::importTokens(const People& people, Kind kind)
{
    const QByteArray boundary = "holdfast-benchmark-boundary";
    const auto part = [&](const QByteArray& disposition, const QByteArray& value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value
            + "\r\n";
    };
    const QByteArray form = part(R"(name="format")", "pskc")
        + part(R"(name="file"; filename="tokens.xml")", pskc(people, kind)) + "--" + boundary + "--\r\n";
    const QByteArray request = "POST /api/v1/token-imports HTTP/1.1\r\nHost: 127.0.0.1\r\n" + m_authorization
        + "Content-Type: multipart/form-data; boundary=" + boundary
        + "\r\nContent-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
    const QByteArray answer = one(request, 200);
    const int imported = QJsonDocument::fromJson(answer).object().value(QStringLiteral("imported")).toInt();
    if (imported != static_cast<int>(people.size())) {
        throw std::runtime_error("tokens were not imported: "
                                 + answer.first(std::min<qsizetype>(answer.size(), 2000)).toStdString());
    }
}

QByteArray Seeder::one(const QByteArray& request, int status)
{
    std::vector<QByteArray> answers;
    each({request}, status, &answers);
    return answers.front();
}

void Seeder::each(const std::vector<QByteArray>& requests, int status, std::vector<QByteArray>* answers)
{
    const int connections = static_cast<int>(std::min<std::size_t>(32, requests.size()));
    Load load(m_port, connections);
    std::vector<std::size_t> current(static_cast<std::size_t>(connections));
    std::size_t next = 0;
    QByteArray failure;
    if (answers != nullptr) {
        answers->resize(requests.size());
    }
    load.run(
        [&](int connection) -> Turn {
            if (next == requests.size() || !failure.isEmpty()) {
                return {};
            }
            current[static_cast<std::size_t>(connection)] = next;
            return {.request = &requests[next++]};
        },
        [&](const Answer& answer) {
            if (answer.status != status) {
                failure = "status " + QByteArray::number(answer.status) + ": " + answer.body.toByteArray();
            } else if (answers != nullptr) {
                (*answers)[current[static_cast<std::size_t>(answer.connection)]] = answer.body.toByteArray();
            }
        });
    if (!failure.isEmpty()) {
        throw std::runtime_error(failure.toStdString());
    }
}

} // namespace holdfast::bench
