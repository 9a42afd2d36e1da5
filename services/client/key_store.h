// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QFuture>
#include <QUrl>

#include <optional>
#include <variant>

namespace holdfast::client {

// Secrets in the desktop's keychain, never anywhere else: there is no insecure fallback. Errors:
// "no_keychain" (no backend, or it is out of reach), "keychain_denied", "keychain_failed". A missing entry is
// a success without a value.
class KeyStore
{
public:
    virtual ~KeyStore() = default;
    [[nodiscard]] virtual QFuture<contract::Result<std::optional<contract::Secret>>>
    read(const QString& name) = 0;
    [[nodiscard]] virtual QFuture<contract::Result<std::monostate>> write(const QString& name,
                                                                          const contract::Secret& value) = 0;
    [[nodiscard]] virtual QFuture<contract::Result<std::monostate>> remove(const QString& name) = 0;
};

// On QtKeychain. `service` is the name under which the desktop shows the entries.
class KeychainStore final : public KeyStore
{
public:
    explicit KeychainStore(QString service = QStringLiteral("Holdfast"));
    QFuture<contract::Result<std::optional<contract::Secret>>> read(const QString& name) override;
    QFuture<contract::Result<std::monostate>> write(const QString& name,
                                                    const contract::Secret& value) override;
    QFuture<contract::Result<std::monostate>> remove(const QString& name) override;

private:
    QString m_service;
};

// The embedded service's master key: read, or made and kept at the first start.
struct MasterKey
{
    std::optional<contract::Secret> key; // absent: no keychain; the service keeps a 0700 folder itself
    bool created = false;
    QString problemCode; // why there is none: "no_keychain", "keychain_denied", "keychain_failed"
};
// `dataDirectoryIsNew`: only then a missing key is made; for an existing directory a missing key means that
// its keys are in the service's own folder.
[[nodiscard]] QFuture<MasterKey> loadMasterKey(KeyStore& store, const QString& dataDirectory,
                                               bool dataDirectoryIsNew);

// A service that the person has connected to before. Holds nothing secret.
struct ServerProfile
{
    QString name;
    QUrl url;
    QString userName;
    bool operator==(const ServerProfile&) const = default;
};
[[nodiscard]] QFuture<contract::Result<std::optional<ServerProfile>>> loadProfile(KeyStore& store);
[[nodiscard]] QFuture<contract::Result<std::monostate>> saveProfile(KeyStore& store,
                                                                    const ServerProfile& profile);

} // namespace holdfast::client
