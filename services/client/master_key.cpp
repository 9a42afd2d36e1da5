// SPDX-License-Identifier: Apache-2.0
#include "services/client/key_store.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QRandomGenerator>

namespace holdfast::client {

using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype keySize = 32;
constexpr auto profileName = "server";

QString nameFor(const QString& dataDirectory)
{
    return QStringLiteral("master-key:") + QDir::cleanPath(QDir(dataDirectory).absolutePath());
}

Secret newKey()
{
    std::array<quint32, keySize / sizeof(quint32)> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    Secret key {QByteArrayView(reinterpret_cast<const char*>(words.data()), keySize)};
    words.fill(0);
    return key;
}

// One step after the other on futures of the keychain, without a receiver: each continuation runs where the
// keychain's job ended, and holds all that it needs.
class KeyLoad : public std::enable_shared_from_this<KeyLoad>
{
public:
    KeyLoad(KeyStore& store, QString name, bool mayMake)
        : m_store(store)
        , m_name(std::move(name))
        , m_mayMake(mayMake)
    {
        m_promise.start();
    }
    QFuture<MasterKey> run()
    {
        m_store.read(m_name).then([self = shared_from_this()](const Result<std::optional<Secret>>& found) {
            self->wasRead(found);
        });
        return m_promise.future();
    }

private:
    void wasRead(const Result<std::optional<Secret>>& found)
    {
        if (!found) {
            end({.problemCode = found.error().code});
        } else if (*found && (*found)->size() == keySize) {
            end({.key = **found}); // of this directory, or of one that was here before
        } else if (!m_mayMake || *found) {
            end({.problemCode = *found ? QStringLiteral("keychain_failed") : QString()});
        } else {
            m_store.write(m_name, m_made)
                .then([self = shared_from_this()](const Result<std::monostate>& written) {
                    self->wasWritten(written);
                });
        }
    }
    void wasWritten(const Result<std::monostate>& written)
    {
        if (written) {
            end({.key = m_made, .created = true});
        } else {
            end({.problemCode = written.error().code});
        }
    }
    void end(MasterKey key)
    {
        m_promise.addResult(std::move(key));
        m_promise.finish();
    }

    KeyStore& m_store;
    QString m_name;
    bool m_mayMake;
    Secret m_made = newKey();
    QPromise<MasterKey> m_promise;
};

} // namespace

QFuture<MasterKey> loadMasterKey(KeyStore& store, const QString& dataDirectory, bool dataDirectoryIsNew)
{
    return std::make_shared<KeyLoad>(store, nameFor(dataDirectory), dataDirectoryIsNew)->run();
}

QFuture<Result<std::optional<ServerProfile>>> loadProfile(KeyStore& store)
{
    using Loaded = Result<std::optional<ServerProfile>>;
    return store.read(QString::fromLatin1(profileName))
        .then([](const Result<std::optional<Secret>>& found) -> Loaded {
            if (!found) {
                return contract::Unexpected(found.error());
            }
            if (!*found) {
                return std::optional<ServerProfile>();
            }
            const QJsonObject json = QJsonDocument::fromJson((*found)->reveal().toByteArray()).object();
            const ServerProfile profile {json.value(QLatin1String("name")).toString(),
                                         QUrl(json.value(QLatin1String("url")).toString(), QUrl::StrictMode),
                                         json.value(QLatin1String("userName")).toString()};
            return profile.url.isValid() && !profile.url.isEmpty() ? std::optional(profile) : std::nullopt;
        });
}

QFuture<Result<std::monostate>> saveProfile(KeyStore& store, const ServerProfile& profile)
{
    const QJsonObject json {{QStringLiteral("name"), profile.name},
                            {QStringLiteral("url"), profile.url.toString()},
                            {QStringLiteral("userName"), profile.userName}};
    return store.write(QString::fromLatin1(profileName),
                       Secret(QByteArrayView(QJsonDocument(json).toJson(QJsonDocument::Compact))));
}

} // namespace holdfast::client
