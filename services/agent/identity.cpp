// SPDX-License-Identifier: Apache-2.0
#include "services/agent/identity.h"

#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qint64 largestIdentityFile = 2 * 1024 * 1024;
constexpr qsizetype signingKeyLength = 64;
constexpr qsizetype agreementKeyLength = 32;
constexpr qsizetype publicKeyLength = 32;

QString textOf(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

// What `sealed` is bound to: everything else.
QByteArray publicText(IdentityFile file)
{
    file.sealed.clear();
    return "holdfast agent identity\n" + QJsonDocument(contract::toJson(file)).toJson(QJsonDocument::Compact);
}

Result<IdentityFile> readIdentityFile(const StateDirectory& directory)
{
    const auto text = directory.read(identityFile, largestIdentityFile);
    if (!text && text.error().code != QLatin1String("file_missing")) {
        return contract::Unexpected(text.error());
    }
    if (!text) {
        return failure(
            ErrorKind::NotFound, QStringLiteral("not_enrolled"),
            QStringLiteral("This computer is not enrolled: run holdfast-agent enrol with a code of an "
                           "administrator."));
    }
    auto file = contract::parseObject(*text).and_then(
        [](const QJsonObject& object) { return contract::fromJson<IdentityFile>(object); });
    if (!file) {
        return failure(ErrorKind::Conflict, QStringLiteral("identity_damaged"),
                       QStringLiteral("The file of this computer's identity is damaged: enrol it anew."));
    }
    return file;
}

Identity publicPartOf(const IdentityFile& file)
{
    Identity identity;
    identity.workstationId = file.workstationId;
    identity.name = file.name;
    identity.domain = file.domain;
    identity.service = file.service;
    identity.authorities = file.authorities.toUtf8();
    identity.serviceSigningKey = publicKeyBytes(file.serviceSigningKey);
    identity.serviceAgreementKey = publicKeyBytes(file.serviceAgreementKey);
    identity.signing.publicKey = publicKeyBytes(file.signingKey);
    identity.agreement.publicKey = publicKeyBytes(file.agreementKey);
    return identity;
}

bool hasItsPublicKeys(const Identity& identity)
{
    return !identity.serviceSigningKey.isEmpty() && !identity.serviceAgreementKey.isEmpty()
        && !identity.signing.publicKey.isEmpty() && !identity.agreement.publicKey.isEmpty();
}

} // namespace

QByteArray publicKeyBytes(const QString& base64)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes && (*bytes).size() == publicKeyLength ? *bytes : QByteArray();
}

Result<void> writeIdentity(const StateDirectory& directory, const Identity& identity,
                           const Secret& storageKey)
{
    IdentityFile file {identity.workstationId,
                       identity.name,
                       identity.domain,
                       identity.service,
                       QString::fromUtf8(identity.authorities),
                       textOf(identity.serviceSigningKey),
                       textOf(identity.serviceAgreementKey),
                       textOf(identity.signing.publicKey),
                       textOf(identity.agreement.publicKey),
                       {}};
    QByteArray keys = identity.signing.privateKey.reveal().toByteArray()
        + identity.agreement.privateKey.reveal().toByteArray();
    file.sealed = textOf(offline::seal(storageKey, keys, publicText(file)));
    keys.fill('\0');
    return directory.write(identityFile, QJsonDocument(contract::toJson(file)).toJson());
}

Result<Identity> readIdentity(const StateDirectory& directory, const Secret& storageKey)
{
    const auto file = readIdentityFile(directory);
    if (!file) {
        return contract::Unexpected(file.error());
    }
    Identity identity = publicPartOf(*file);
    const auto keys =
        offline::open(storageKey, QByteArray::fromBase64(file->sealed.toLatin1()), publicText(*file));
    if (!keys || keys->size() != signingKeyLength + agreementKeyLength || !hasItsPublicKeys(identity)) {
        return failure(ErrorKind::Conflict, QStringLiteral("identity_damaged"),
                       QStringLiteral("This computer's identity does not open: enrol it anew."));
    }
    identity.signing.privateKey = Secret(keys->reveal().first(signingKeyLength));
    identity.agreement.privateKey = Secret(keys->reveal().last(agreementKeyLength));
    return identity;
}

Result<Identity> glanceAtIdentity(const StateDirectory& directory)
{
    return readIdentityFile(directory).map(publicPartOf);
}

} // namespace holdfast::agent
