// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/token_file.h"

#include <QByteArray>

// Real sdtid files, made with the tool `stoken`.
namespace holdfast::testing {

using SdtidFields = QList<std::pair<QByteArray, QByteArray>>;

otp::SdtidReaderOptions sdtidOptions();

// `stoken issue` with these fields in its template. Empty if the tool failed.
QByteArray issueSdtid(const SdtidFields& fields = {}, const QString& password = {});

// A batch of `count` records under one header: tokens issued one by one, exported with a template that fixes
// the batch's secret, and joined.
QByteArray sdtidBatch(int count, const QString& password = {});

// What the tool shows for the file at that time.
QByteArray stokenCode(const QByteArray& file, qint64 unixTime, const QString& pin,
                      const QString& password = {});

} // namespace holdfast::testing
