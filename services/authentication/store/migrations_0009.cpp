// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Jobs over many people or tokens with their frozen lists, and the bin: what is deleted leaves its table, so
// that no query must know of it.
constexpr auto script9 = R"(
CREATE TABLE bulk_jobs (
    id {id},
    action {text} NOT NULL,
    state {text} NOT NULL,
    created_by {text} NOT NULL,
    created_name {text} NOT NULL,
    created_at {bigint} NOT NULL,
    started_at {bigint},
    ended_at {bigint},
    plan {text} NOT NULL,
    total {bigint} NOT NULL DEFAULT 0,
    ready {bigint} NOT NULL DEFAULT 0,
    unchanged {bigint} NOT NULL DEFAULT 0,
    refused {bigint} NOT NULL DEFAULT 0,
    done {bigint} NOT NULL DEFAULT 0,
    failed {bigint} NOT NULL DEFAULT 0,
    population {bigint} NOT NULL DEFAULT 0,
    undoes {bigint} REFERENCES bulk_jobs (id) ON DELETE SET NULL,
    code {text} NOT NULL DEFAULT '',
    cause {text} NOT NULL DEFAULT '',
    overrule_reason {text} NOT NULL DEFAULT ''
) {table};
CREATE INDEX bulk_jobs_by_creation ON bulk_jobs (created_at);
CREATE INDEX bulk_jobs_undoing ON bulk_jobs (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE bulk_items (
    job_id {bigint} NOT NULL REFERENCES bulk_jobs (id) ON DELETE CASCADE,
    position {bigint} NOT NULL,
    subject_id {bigint} NOT NULL,
    name {text} NOT NULL,
    detail {text} NOT NULL DEFAULT '',
    state {text} NOT NULL,
    code {text} NOT NULL DEFAULT '',
    before {text} NOT NULL DEFAULT '',
    pin {bytes},
    version {bigint} NOT NULL DEFAULT 0,
    PRIMARY KEY (job_id, position)
) {table};
CREATE INDEX bulk_items_by_state ON bulk_items (job_id, state, position);
CREATE INDEX bulk_items_with_pins ON bulk_items (job_id) WHERE pin IS NOT NULL;

CREATE TABLE bin (
    id {id},
    kind {text} NOT NULL,
    subject_id {bigint} NOT NULL,
    name {text} NOT NULL,
    name_key {text} NOT NULL,
    detail {text} NOT NULL DEFAULT '',
    domain_id {bigint} NOT NULL,
    domain {text} NOT NULL,
    deleted_at {bigint} NOT NULL,
    deleted_by {text} NOT NULL,
    record {text} NOT NULL,
    seed {bytes}
) {table};
CREATE INDEX bin_by_age ON bin (deleted_at);
)";

} // namespace

Migration bulkJobsAndBin()
{
    return {9, QStringLiteral("bulk jobs and bin"), QString::fromLatin1(script9)};
}

} // namespace holdfast::authentication::detail
