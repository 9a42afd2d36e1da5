// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace holdfast::test {

struct Certificate
{
    QByteArray certificatePem;
    QByteArray keyPem;
};

// Self-signed (P-256), for the names and addresses given as subjectAltName entries ("DNS:localhost").
[[nodiscard]] Certificate makeCertificate(const QByteArray& alternativeNames);

} // namespace holdfast::test
