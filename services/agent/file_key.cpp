// SPDX-License-Identifier: Apache-2.0
#include "services/agent/storage_key_file.h"
#include "services/security/random.h"

namespace holdfast::agent {

namespace {

constexpr qsizetype fileKeyLength = 32;

// A file of root's: it keeps nobody out who has the disk.
class FileKey final : public StorageKey
{
public:
    explicit FileKey(const StoredKey& stored)
        : m_text(stored.key.value_or(contract::Secret()))
    { }
    contract::KeyProtection protection() const override { return contract::KeyProtection::File; }
    contract::Result<contract::Secret> open() override
    {
        QByteArray bytes = QByteArray::fromBase64(m_text.reveal().toByteArray());
        contract::Secret key {QByteArrayView(bytes)};
        bytes.fill('\0');
        if (key.size() != fileKeyLength) {
            return contract::failure(
                contract::ErrorKind::Conflict, QStringLiteral("key_lost"),
                QStringLiteral(
                    "The file of the storage key is damaged: this computer must be enrolled anew."));
        }
        return key;
    }
    contract::Result<std::optional<quint64>> counter() override { return std::optional<quint64>(); }
    contract::Result<void> raise() override { return {}; }
    bool discard() override { return true; }

private:
    contract::Secret m_text;
};

} // namespace

std::unique_ptr<StorageKey> makeFileKey(const StoredKey& stored)
{
    return std::make_unique<FileKey>(stored);
}

StoredKey newFileKey()
{
    StoredKey stored;
    stored.protection = contract::KeyProtection::File;
    const contract::Secret key = security::randomSecret(fileKeyLength);
    QByteArray text = key.reveal().toByteArray().toBase64();
    stored.key = contract::Secret(QByteArrayView(text));
    text.fill('\0');
    return stored;
}

} // namespace holdfast::agent
