// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/keys.h"
#include "tests/support/api_fixture.h"

namespace holdfast::testing {

// A workstation's agent: makes its keys, enrols, and signs what it asks.
class FakeAgent
{
public:
    explicit FakeAgent(ApiFixture& service);

    // A code of admin's for it, then the enrolment; fails the test otherwise.
    void enrol(const QString& name, const QString& domain = QStringLiteral("/"));
    // With whatever code; keeps the identifier where it was taken.
    ApiAnswer enrolWith(const QString& code, const QString& name);

    // `path` below /agent/v1.
    ApiAnswer post(const QString& path, const QJsonObject& body);
    ApiAnswer logOn(const QString& userName, const QByteArray& passcode);
    // Goes on with what the answer before asks for.
    ApiAnswer goOn(const ApiAnswer& before, const char* field, const QByteArray& value);
    // As it would be sent now; to be sent elsewhere, or twice.
    [[nodiscard]] QByteArray authorization(const QString& path, const QByteArray& body) const;
    ApiAnswer send(const QString& path, const QByteArray& body, const QByteArray& authorization);

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] const offline::KeyPair& agreement() const { return m_agreement; }
    [[nodiscard]] const QByteArray& serviceAgreementKey() const { return m_serviceAgreementKey; }
    [[nodiscard]] const QByteArray& serviceSigningKey() const { return m_serviceSigningKey; }

    std::chrono::milliseconds clockOffset {0}; // its clock less the service's

private:
    ApiFixture& m_service;
    offline::KeyPair m_signing;
    offline::KeyPair m_agreement;
    QByteArray m_serviceAgreementKey;
    QByteArray m_serviceSigningKey;
    qint64 m_id = 0;
};

} // namespace holdfast::testing
