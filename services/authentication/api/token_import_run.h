// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/call.h"
#include "services/authentication/api/token_import_form.h"

#include <atomic>

namespace holdfast::authentication {

// Where the file's new tokens go. Errors: domain_unknown and domain_required (of the field `domain`),
// outside_scope.
struct TokenImportTarget
{
    qint64 domainId = 0;
    QString path;
};
[[nodiscard]] contract::Result<TokenImportTarget> targetOf(const Call& call,
                                                           const TokenImportRequest& request);

// Reads the file and stores its tokens with their events, all or nothing. The answer's state is finished,
// failed (the file as a whole was refused) or cancelled; its id is empty. Blocks. Throws StorageError.
// `sdtidReader` is the reader program's path.
[[nodiscard]] contract::TokenImport runTokenImport(const Call& call, const TokenImportRequest& request,
                                                   const TokenImportTarget& target,
                                                   const QString& sdtidReader,
                                                   const std::atomic<bool>* cancelled);

} // namespace holdfast::authentication
