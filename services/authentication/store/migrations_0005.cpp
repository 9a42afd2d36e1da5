// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Imports in batches that can be resumed, earlier PINs, and tokens whose first code is awaited.
constexpr auto script5 = R"(
ALTER TABLE token_imports ADD COLUMN plan {text} NOT NULL DEFAULT '{}';

CREATE TABLE token_import_batches (
    id {id},
    import_id {bigint} NOT NULL REFERENCES token_imports (id) ON DELETE CASCADE,
    number {integer} NOT NULL,
    records {bytes},
    outcome {text} NOT NULL DEFAULT '[]',
    UNIQUE (import_id, number)
) {table};

CREATE TABLE pin_history (
    id {id},
    token_id {bigint} NOT NULL REFERENCES tokens (id) ON DELETE CASCADE,
    pin_hash {bytes} NOT NULL,
    ended_at {bigint} NOT NULL
) {table};
CREATE INDEX pin_history_by_token ON pin_history (token_id, id);

ALTER TABLE tokens ADD COLUMN enrolling {boolean} NOT NULL DEFAULT 0;
)";

} // namespace

Migration tokenWork()
{
    return {5, QStringLiteral("token work"), QString::fromLatin1(script5)};
}

} // namespace holdfast::authentication::detail
