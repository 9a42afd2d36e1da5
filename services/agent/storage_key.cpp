// SPDX-License-Identifier: Apache-2.0
#include "services/agent/storage_key.h"

#include "services/agent/storage_key_file.h"
#include "services/contract/json.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

const QString formerFile = QStringLiteral("former.json");
constexpr qint64 largestStorageFile = 65'536;

std::unique_ptr<StorageKey> keyOf(const StoredKey& stored)
{
    return stored.protection == contract::KeyProtection::Tpm ? makeTpmKey(stored) : makeFileKey(stored);
}

// Errors: file_missing, file_unreadable, key_lost.
Result<std::unique_ptr<StorageKey>> readKey(const StateDirectory& directory, const QString& name)
{
    auto text = directory.read(name, largestStorageFile);
    if (!text) {
        return contract::Unexpected(text.error());
    }
    const auto stored = contract::parseObject(*text).and_then(
        [](const QJsonObject& object) { return contract::fromJson<StoredKey>(object); });
    text->fill('\0');
    if (!stored) {
        return failure(
            ErrorKind::Conflict, QStringLiteral("key_lost"),
            QStringLiteral("The file of the storage key is damaged: this computer must be enrolled anew."));
    }
    return keyOf(*stored);
}

} // namespace

Result<NewStorageKey> makeStorageKey(const QString& tcti)
{
    NewStorageKey fresh;
    QString& why = fresh.why;
    std::optional<StoredKey> stored;
    if (tcti == noTcti) {
        why = QStringLiteral("as asked for, without a TPM");
    } else if (tcti.isEmpty() && !QFile::exists(QStringLiteral("/dev/tpmrm0"))) {
        why = QStringLiteral("this computer has no TPM 2.0");
    } else {
        auto made = newTpmKey(tcti.isEmpty() ? defaultTcti : tcti);
        if (made) {
            stored = std::move(*made);
            why = QStringLiteral("sealed by the TPM");
        } else if (!tcti.isEmpty()) {
            return contract::Unexpected(made.error());
        } else {
            why = QStringLiteral("the TPM could not be used (%1)").arg(made.error().internal);
        }
    }
    if (!stored) {
        stored = newFileKey();
    }
    fresh.key = keyOf(*stored);
    QByteArray text = QJsonDocument(contract::toJson(*stored)).toJson();
    fresh.text = contract::Secret(QByteArrayView(text));
    text.fill('\0');
    return fresh;
}

Result<void> writeStorageKey(const StateDirectory& directory, const contract::Secret& text)
{
    return directory.write(storageFile, text.reveal());
}

Result<std::unique_ptr<StorageKey>> findStorageKey(const StateDirectory& directory)
{
    if (const auto checked = directory.check(); !checked) {
        return contract::Unexpected(checked.error());
    }
    auto key = readKey(directory, storageFile);
    if (!key && key.error().code == QLatin1String("file_missing")) {
        return failure(
            ErrorKind::NotFound, QStringLiteral("not_enrolled"),
            QStringLiteral("This computer is not enrolled: run holdfast-agent enrol with a code of an "
                           "administrator."));
    }
    return key;
}

Result<QByteArray> storageKeyFingerprint(const StateDirectory& directory)
{
    return directory.read(storageFile, largestStorageFile).map([](QByteArray text) {
        QByteArray fingerprint = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
        text.fill('\0');
        return fingerprint;
    });
}

Result<void> keepAsFormer(const StateDirectory& directory)
{
    return directory.takeOver(directory, storageFile, formerFile);
}

void discardFormer(const StateDirectory& directory)
{
    const auto former = readKey(directory, formerFile);
    if (former && (*former)->discard()) {
        directory.remove(formerFile);
    }
}

} // namespace holdfast::agent
