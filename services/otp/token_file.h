// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token_import.h"
#include "services/otp/parsed_token.h"

#include <atomic>
#include <chrono>

namespace holdfast::otp {

inline constexpr qsizetype maxTokenFileBytes = 16 * 1024 * 1024;
inline constexpr int maxTokenRecords = 100'000;

// What opens an encrypted file.
struct TokenFileKeys
{
    std::optional<contract::Secret> passphrase; // as typed, UTF-8
    std::optional<contract::Secret> key; // the pre-shared key's bytes
};

// The program that reads sdtid files outside this process; see sdtid_reader.h.
struct SdtidReaderOptions
{
    QString program; // absolute path of holdfast-sdtid-reader
    std::chrono::milliseconds timeLimit {600'000}; // 100,000 records with a password take about six minutes
    const std::atomic<bool>* cancelled = nullptr; // looked at while waiting
};

// Reads a file of any format. Blocks: for worker threads. Codes of faults: docs/token-files.md.
[[nodiscard]] TokenRecords readTokenFile(contract::ImportFormat format, QByteArrayView file,
                                         const TokenFileKeys& keys, const SdtidReaderOptions& sdtid);

} // namespace holdfast::otp
