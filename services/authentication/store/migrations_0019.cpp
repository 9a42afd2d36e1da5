// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Workstations with their public keys, the codes that enrol them, and the challenges that were answered for
// them. A revoked one keeps its row, and its name is free again.
constexpr auto workstationScript = R"(
CREATE TABLE workstations (
    id {id},
    name {text} NOT NULL,
    name_key {text} NOT NULL,
    domain_id {bigint} NOT NULL REFERENCES domains (id),
    signing_key {bytes} NOT NULL,
    agreement_key {bytes} NOT NULL,
    key_protection {text} NOT NULL,
    system {text} NOT NULL DEFAULT '',
    agent_version {text} NOT NULL DEFAULT '',
    notes {text} NOT NULL DEFAULT '',
    enrolled_at {bigint} NOT NULL,
    enrolled_by {text} NOT NULL,
    last_contact_at {bigint} NOT NULL DEFAULT 0,
    last_address {text} NOT NULL DEFAULT '',
    clock_offset_seconds {bigint},
    revoked_at {bigint},
    revoked_by {text} NOT NULL DEFAULT '',
    stolen {boolean} NOT NULL DEFAULT 0,
    events_known {bigint} NOT NULL DEFAULT 0,
    version {bigint} NOT NULL DEFAULT 1
) {table};
CREATE UNIQUE INDEX workstations_living ON workstations (name_key) WHERE revoked_at IS NULL;
CREATE INDEX workstations_by_name ON workstations (name_key, id);
CREATE INDEX workstations_by_contact ON workstations (last_contact_at, id);
CREATE INDEX workstations_by_domain ON workstations (domain_id);

CREATE TABLE enrolment_codes (
    id {id},
    code_mac {bytes} NOT NULL UNIQUE,
    domain_id {bigint} NOT NULL REFERENCES domains (id),
    name {text} NOT NULL DEFAULT '',
    created_at {bigint} NOT NULL,
    created_by {text} NOT NULL,
    expires_at {bigint} NOT NULL,
    used_at {bigint}
) {table};
CREATE INDEX enrolment_codes_by_domain ON enrolment_codes (domain_id);
CREATE INDEX enrolment_codes_by_end ON enrolment_codes (expires_at);

CREATE TABLE challenge_answers (
    id {id},
    workstation_id {bigint} NOT NULL REFERENCES workstations (id) ON DELETE CASCADE,
    user_id {bigint} NOT NULL,
    user_name {text} NOT NULL,
    user_key {text} NOT NULL,
    answered_at {bigint} NOT NULL,
    used_at {bigint}
) {table};
CREATE INDEX challenge_answers_by_workstation ON challenge_answers (workstation_id, answered_at);
)";

} // namespace

Migration workstations()
{
    return {19, QStringLiteral("workstations"), QString::fromLatin1(workstationScript)};
}

} // namespace holdfast::authentication::detail
