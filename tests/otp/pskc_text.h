// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/pskc_reader.h"

#include <QFile>

// PSKC documents in a test's own words.
namespace holdfast::testing {

inline QByteArray testData(const char* name)
{
    QFile file(QStringLiteral(HOLDFAST_TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray pskcContainer(const QByteArray& content)
{
    return "<?xml version=\"1.0\"?>\n<KeyContainer Version=\"1.0\" "
           "xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">"
        + content + "</KeyContainer>";
}

// The parts of a plain HOTP record, each of which a test may replace.
struct PskcKey
{
    QByteArray device = "<DeviceInfo><Manufacturer>Acme</Manufacturer><SerialNo>1001</SerialNo></DeviceInfo>";
    QByteArray algorithm = "urn:ietf:params:xml:ns:keyprov:pskc:hotp";
    QByteArray parameters = "<AlgorithmParameters><ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>"
                            "</AlgorithmParameters>";
    QByteArray secret = "<Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret>";
    QByteArray numbers = "<Counter><PlainValue>0</PlainValue></Counter>";
    QByteArray policy;

    [[nodiscard]] QByteArray xml() const
    {
        return "<KeyPackage>" + device + "<Key Id=\"key-1\" Algorithm=\"" + algorithm + "\">" + parameters
            + "<Data>" + secret + numbers + "</Data>" + policy + "</Key></KeyPackage>";
    }
    [[nodiscard]] QByteArray file() const { return pskcContainer(xml()); }
};

// "imported", or the stable code of why not: of the whole file with an exclamation mark before it.
inline QString firstOutcome(const QByteArray& file, const otp::TokenFileKeys& keys = {})
{
    const auto records = otp::readPskc(file, keys);
    if (!records) {
        return u'!' + records.error().code;
    }
    const otp::TokenRecord& record = records->front();
    return record.token ? QStringLiteral("imported") : record.token.error().code;
}

} // namespace holdfast::testing
