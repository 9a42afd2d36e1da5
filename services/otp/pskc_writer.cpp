// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_writer.h"

#include "services/otp/pskc_crypto.h"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace holdfast::otp {

using contract::Secret;

namespace {

constexpr int keyBytes = 32;
constexpr int saltBytes = 16;

Secret random(int count)
{
    std::array<unsigned char, keyBytes> bytes {};
    if (RAND_bytes(bytes.data(), count) != 1) {
        throw std::runtime_error("no randomness");
    }
    return Secret(QByteArrayView(reinterpret_cast<const char*>(bytes.data()), count));
}

QByteArray base64(const Secret& secret)
{
    return QByteArray(secret.reveal().data(), secret.size()).toBase64();
}

QByteArray encrypted(const char* indent, const Secret& cipher)
{
    return QByteArray(indent)
        + "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\"/>\n" + indent
        + "<xenc:CipherData><xenc:CipherValue>" + base64(cipher) + "</xenc:CipherValue></xenc:CipherData>\n";
}

QByteArray text(const QString& value)
{
    return value.toHtmlEscaped().toUtf8();
}

QByteArray element(const char* indent, const char* name, const QByteArray& content)
{
    return content.isEmpty()
        ? QByteArray()
        : QByteArray(indent) + "<pskc:" + name + '>' + content + "</pskc:" + name + ">\n";
}

QByteArray number(const char* name, qint64 value)
{
    return QByteArray("        <pskc:") + name + "><pskc:PlainValue>" + QByteArray::number(value)
        + "</pskc:PlainValue></pskc:" + name + ">\n";
}

QByteArray time(const std::optional<contract::Timestamp>& at)
{
    return at ? contract::toRfc3339(*at).toLatin1() : QByteArray();
}

const char* suiteOf(contract::HashAlgorithm algorithm)
{
    switch (algorithm) {
    case contract::HashAlgorithm::Sha1:
        return "";
    case contract::HashAlgorithm::Sha256:
        return "HMAC-SHA256";
    case contract::HashAlgorithm::Sha512:
        return "HMAC-SHA512";
    }
    return "";
}

} // namespace

PskcWriter::PskcWriter(const Secret& passphrase)
    : m_salt(random(saltBytes))
    , m_key(pbkdf2("SHA256", passphrase, m_salt, iterations, keyBytes))
    , m_macKey(random(keyBytes))
{ }

QByteArray PskcWriter::begin() const
{
    return QByteArray(R"(<?xml version="1.0" encoding="UTF-8"?>
<pskc:KeyContainer Version="1.0"
    xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc"
    xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#"
    xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"
    xmlns:xenc11="http://www.w3.org/2009/xmlenc11#">
  <pskc:EncryptionKey>
    <xenc11:DerivedKey>
      <xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
        <pkcs5:PBKDF2-params>
          <Salt><Specified>)")
        + base64(m_salt) + "</Specified></Salt>\n          <IterationCount>" + QByteArray::number(iterations)
        + "</IterationCount>\n          <KeyLength>" + QByteArray::number(keyBytes) + R"(</KeyLength>
          <PRF Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"/>
        </pkcs5:PBKDF2-params>
      </xenc11:KeyDerivationMethod>
      <xenc11:MasterKeyName>Passphrase</xenc11:MasterKeyName>
    </xenc11:DerivedKey>
  </pskc:EncryptionKey>
  <pskc:MACMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256">
    <pskc:MACKey>
)" + encrypted("      ", encryptAesCbc(m_key, m_macKey.reveal()))
        + "    </pskc:MACKey>\n  </pskc:MACMethod>\n";
}

QByteArray PskcWriter::token(const ParsedToken& token) const
{
    const bool counter = token.kind == contract::TokenKind::Hotp;
    const Secret cipher = encryptAesCbc(m_key, token.seed.reveal());
    QByteArray xml = "  <pskc:KeyPackage>\n    <pskc:DeviceInfo>\n";
    xml += element("      ", "Manufacturer", text(token.manufacturer));
    xml += element("      ", "SerialNo", text(token.serial));
    xml += element("      ", "StartDate", time(token.startsAt));
    xml += element("      ", "ExpiryDate", time(token.expiresAt));
    xml += "    </pskc:DeviceInfo>\n    <pskc:Key Id=\"" + text(token.serial)
        + "\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:" + (counter ? "hotp" : "totp") + "\">\n";
    xml += element("      ", "Issuer", text(token.issuer));
    xml += "      <pskc:AlgorithmParameters>\n";
    xml += element("        ", "Suite", suiteOf(token.algorithm));
    xml += "        <pskc:ResponseFormat Length=\"" + QByteArray::number(token.digits)
        + "\" Encoding=\"DECIMAL\"/>\n      </pskc:AlgorithmParameters>\n      <pskc:Data>\n"
          "        <pskc:Secret>\n          <pskc:EncryptedValue>\n"
        + encrypted("            ", cipher) + "          </pskc:EncryptedValue>\n          <pskc:ValueMAC>"
        + base64(hmac("SHA256", m_macKey, cipher)) + "</pskc:ValueMAC>\n        </pskc:Secret>\n";
    if (counter) {
        xml += number("Counter", token.counter);
    } else {
        xml += number("Time", 0) + number("TimeInterval", token.intervalSeconds);
        xml += token.driftSteps == 0 ? QByteArray() : number("TimeDrift", token.driftSteps);
    }
    xml += "      </pskc:Data>\n";
    xml += element("      ", "UserId", text(token.userLogin));
    return xml + "    </pskc:Key>\n  </pskc:KeyPackage>\n";
}

QByteArray PskcWriter::missing(const QString& serial)
{
    QString shown = serial;
    shown.replace(QLatin1Char('-'), QLatin1Char('_')); // two dashes would end the comment
    return "  <!-- " + text(shown) + ": its secret cannot be read -->\n";
}

QByteArray PskcWriter::end()
{
    return "</pskc:KeyContainer>\n";
}

} // namespace holdfast::otp
