// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Saved reports and their runs, what somebody should look after, and e-mail that is to be sent. A saved
// report outlives its owner, so that its next run can say why there is none.
constexpr auto script10 = R"(
CREATE TABLE saved_reports (
    id {id},
    owner_id {bigint} NOT NULL,
    owner {text} NOT NULL,
    name {text} NOT NULL,
    name_key {text} NOT NULL,
    plan {text} NOT NULL,
    next_at {bigint},
    created_at {bigint} NOT NULL,
    updated_at {bigint} NOT NULL,
    version {bigint} NOT NULL DEFAULT 1,
    UNIQUE (owner_id, name_key)
) {table};
CREATE INDEX saved_reports_by_next ON saved_reports (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE report_jobs (
    id {id},
    saved_report_id {bigint},
    owner_id {bigint} NOT NULL,
    owner {text} NOT NULL,
    plan {text} NOT NULL,
    scheduled {boolean} NOT NULL,
    state {text} NOT NULL,
    reason {text} NOT NULL DEFAULT '',
    detail {text} NOT NULL DEFAULT '',
    attempts {integer} NOT NULL DEFAULT 0,
    row_count {bigint} NOT NULL DEFAULT 0,
    byte_count {bigint} NOT NULL DEFAULT 0,
    file {text} NOT NULL DEFAULT '',
    reach {text} NOT NULL DEFAULT '{}',
    created_at {bigint} NOT NULL,
    started_at {bigint},
    finished_at {bigint}
) {table};
CREATE INDEX report_jobs_by_owner ON report_jobs (owner_id, id);
CREATE INDEX report_jobs_by_report ON report_jobs (saved_report_id, id);
CREATE INDEX report_jobs_unfinished ON report_jobs (id) WHERE state = 'waiting' OR state = 'running';

CREATE TABLE notifications (
    id {id},
    kind {text} NOT NULL,
    subject {text} NOT NULL DEFAULT '',
    severity {text} NOT NULL,
    reason {text} NOT NULL DEFAULT '',
    detail {text} NOT NULL DEFAULT '{}',
    owner_id {bigint},
    raised_at {bigint} NOT NULL,
    mailed_at {bigint},
    closed_at {bigint}
) {table};
CREATE UNIQUE INDEX notifications_open ON notifications (kind, subject) WHERE closed_at IS NULL;
CREATE INDEX notifications_by_closing ON notifications (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE mail_queue (
    id {id},
    recipients {text} NOT NULL,
    subject {text} NOT NULL,
    body {text} NOT NULL,
    attachment {text} NOT NULL DEFAULT '',
    attachment_name {text} NOT NULL DEFAULT '',
    attachment_type {text} NOT NULL DEFAULT '',
    attempts {integer} NOT NULL DEFAULT 0,
    last_error {text} NOT NULL DEFAULT '',
    created_at {bigint} NOT NULL,
    next_at {bigint} NOT NULL
) {table};
CREATE INDEX mail_queue_by_time ON mail_queue (next_at);
)";

} // namespace

Migration reportsAndNotifications()
{
    return {10, QStringLiteral("reports and notifications"), QString::fromLatin1(script10)};
}

} // namespace holdfast::authentication::detail
