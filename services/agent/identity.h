// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/state_directory.h"
#include "services/contract/fields.h"
#include "services/offline/keys.h"

namespace holdfast::agent {

inline const QString identityFile = QStringLiteral("identity.json");

// Its text: who this computer is to which service. Bytes are Base64. What is public here cannot be
// changed without `sealed` noticing.
struct IdentityFile
{
    QString workstationId;
    QString name;
    QString domain;
    QString service;
    QString authorities;
    QString serviceSigningKey;
    QString serviceAgreementKey;
    QString signingKey;
    QString agreementKey;
    QString sealed;

    static constexpr auto typeName = "AgentIdentity";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("workstationId", &IdentityFile::workstationId, "As the service gave it.").length(1, 64),
            field("name", &IdentityFile::name, "Its name in the console.").length(0, 255),
            field("domain", &IdentityFile::domain, "Its security domain.").length(0, 1024),
            field("service", &IdentityFile::service, "URL of the service.").length(1, 2048),
            field("authorities", &IdentityFile::authorities, "PEM; empty: those of the system.")
                .length(0, 1048576),
            field("serviceSigningKey", &IdentityFile::serviceSigningKey, "Ed25519.").length(44, 44),
            field("serviceAgreementKey", &IdentityFile::serviceAgreementKey, "X25519.").length(44, 44),
            field("signingKey", &IdentityFile::signingKey, "Ed25519, public.").length(44, 44),
            field("agreementKey", &IdentityFile::agreementKey, "X25519, public.").length(44, 44),
            field("sealed", &IdentityFile::sealed, "The private keys, under the storage key.")
                .length(0, 1024)
                .orDefault());
    }
};

// The 32 bytes of a public key; empty where the text is none.
[[nodiscard]] QByteArray publicKeyBytes(const QString& base64);

struct Identity
{
    QString workstationId;
    QString name;
    QString domain;
    QString service;
    QByteArray authorities; // PEM; empty: those of the system
    QByteArray serviceSigningKey;
    QByteArray serviceAgreementKey;
    offline::KeyPair signing {};
    offline::KeyPair agreement {};
};

[[nodiscard]] contract::Result<void> writeIdentity(const StateDirectory& directory, const Identity& identity,
                                                   const contract::Secret& storageKey);
// Errors: not_enrolled, identity_damaged, file_unreadable.
[[nodiscard]] contract::Result<Identity> readIdentity(const StateDirectory& directory,
                                                      const contract::Secret& storageKey);
// Without the private keys, and unproved: to tell whose computer this was where the storage key is lost.
[[nodiscard]] contract::Result<Identity> glanceAtIdentity(const StateDirectory& directory);

} // namespace holdfast::agent
