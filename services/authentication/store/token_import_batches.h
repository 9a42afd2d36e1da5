// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/token_import.h"

#include <span>

// The records of an import that is too large for one transaction: kept sealed until their batch is imported,
// so that logons go on between two batches and an interrupted import can go on where it stopped.
namespace holdfast::authentication::token_import_batches {

inline constexpr size_t batchSize = 500; // some 20 milliseconds of the writer's time

// As they are kept. Outside the transaction.
[[nodiscard]] QByteArray sealed(const security::KeyRing& keys, qint64 importId, int number,
                                std::span<const otp::TokenRecord> records);
void keep(storage::Connection& connection, qint64 importId, int number, const QByteArray& sealed);

struct Batch
{
    int number = 0;
    std::vector<otp::TokenRecord> records;
};
// The first one that is not imported yet. Throws StorageError if it does not open.
[[nodiscard]] std::optional<Batch> next(storage::Connection& connection, const security::KeyRing& keys,
                                        qint64 importId);
// The records are imported, and their seeds forgotten here. False: they were already.
[[nodiscard]] bool finish(storage::Connection& connection, qint64 importId, int number,
                          const std::vector<contract::ImportRow>& outcome);
// Forgets the seeds of what is left.
void discard(storage::Connection& connection, qint64 importId);
// The same for every import that stopped before all of it was kept: nobody can take it up again. At start,
// when none runs.
void discardUnstaged(storage::Connection& connection);
// Outcomes so far, in order.
[[nodiscard]] std::vector<contract::ImportRow> outcomes(storage::Connection& connection, qint64 importId);

} // namespace holdfast::authentication::token_import_batches
