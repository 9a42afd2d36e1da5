// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QByteArrayView>
#include <QString>

namespace holdfast::authentication {

// A new file that only its owner may read (0600). What is not kept is removed when this ends.
class PrivateFile
{
public:
    explicit PrivateFile(QString path);
    ~PrivateFile();
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    // False from the first failure on; error() tells it.
    [[nodiscard]] bool write(QByteArrayView bytes);
    // Syncs and keeps it; under another name if one is given, which must be free.
    [[nodiscard]] bool keep(const QString& finalName = {});
    // disk_full, or `code` with the system's words.
    [[nodiscard]] contract::Unexpected error(const char* code) const;

private:
    bool fail();
    QString m_path;
    int m_descriptor = -1;
    int m_error = 0;
    bool m_kept = false;
};

} // namespace holdfast::authentication
