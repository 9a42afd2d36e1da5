// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/token_file.h"

namespace holdfast::otp {

// Reads sdtid files, SecurID's token records, with libstoken. That library has seen little hostile input, so
// it only ever meets a file in a program of its own, with limits on time, memory and system calls. One that
// crashes, hangs or babbles is killed and answers `reader_failed`.
// Blocks until it is done: for worker threads. Needs no event loop.
[[nodiscard]] TokenRecords readSdtid(QByteArrayView file, const std::optional<contract::Secret>& passphrase,
                                     const SdtidReaderOptions& options);

// Where the reader program is: beside the program that asks, or in the libexec folder that was installed with
// it. Empty if in neither.
[[nodiscard]] QString findSdtidReader(const QString& applicationDirectory);

} // namespace holdfast::otp
