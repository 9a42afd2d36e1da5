// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QByteArray>
#include <QUrl>

namespace holdfast::client {

// Where a service is that the console started, told to another program of the same person.
struct ServicePlace
{
    QUrl url;
    QByteArray certificateSha256; // empty: no TLS
};

// For this person alone (0600), whole or not at all. Error: service_file_not_written.
[[nodiscard]] contract::Result<void> writeServiceFile(const QString& path, const ServicePlace& place);
// Error: service_file_missing (also where it is not understood).
[[nodiscard]] contract::Result<ServicePlace> readServiceFile(const QString& path);

} // namespace holdfast::client
