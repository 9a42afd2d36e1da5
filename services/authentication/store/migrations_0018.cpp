// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Who has no token, and who is disabled, is counted each time the overview is shown: without reading
// everybody.
constexpr auto script18 = R"(
ALTER TABLE users ADD COLUMN tokens {integer} NOT NULL DEFAULT 0;
UPDATE users SET tokens = (SELECT COUNT(*) FROM tokens t WHERE t.user_id = users.id)
    WHERE id IN (SELECT user_id FROM tokens WHERE user_id IS NOT NULL);
CREATE INDEX users_without_token ON users (domain_id, enabled) WHERE tokens = 0;
CREATE INDEX users_disabled ON users (domain_id) WHERE enabled = 0;

CREATE TRIGGER token_counted_made AFTER INSERT ON tokens WHEN NEW.user_id IS NOT NULL
BEGIN
    UPDATE users SET tokens = tokens + 1 WHERE id = NEW.user_id;
END;
CREATE TRIGGER token_counted_moved AFTER UPDATE OF user_id ON tokens WHEN NEW.user_id IS NOT OLD.user_id
BEGIN
    UPDATE users SET tokens = tokens - 1 WHERE id = OLD.user_id;
    UPDATE users SET tokens = tokens + 1 WHERE id = NEW.user_id;
END;
CREATE TRIGGER token_counted_removed AFTER DELETE ON tokens WHEN OLD.user_id IS NOT NULL
BEGIN
    UPDATE users SET tokens = tokens - 1 WHERE id = OLD.user_id;
END;
)";

} // namespace

Migration tokensCounted()
{
    return {18, QStringLiteral("tokens counted"), QString::fromLatin1(script18)};
}

} // namespace holdfast::authentication::detail
