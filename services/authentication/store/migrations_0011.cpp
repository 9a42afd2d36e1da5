// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// The holder's name beside the token, so that a list sorted by people is read off an index. Triggers keep it:
// whatever assigns a token or renames a person need not know of it.
constexpr auto script11 = R"(
ALTER TABLE tokens ADD COLUMN holder_key {text} NOT NULL DEFAULT '';
UPDATE tokens SET holder_key = (SELECT name_key FROM users u WHERE u.id = tokens.user_id)
    WHERE user_id IS NOT NULL;
CREATE INDEX tokens_by_holder ON tokens (holder_key, serial);

CREATE TRIGGER token_made_for_holder AFTER INSERT ON tokens WHEN NEW.user_id IS NOT NULL
BEGIN
    UPDATE tokens SET holder_key = (SELECT name_key FROM users WHERE id = NEW.user_id) WHERE id = NEW.id;
END;
CREATE TRIGGER token_changed_hands AFTER UPDATE OF user_id ON tokens WHEN NEW.user_id IS NOT OLD.user_id
BEGIN
    UPDATE tokens SET holder_key = COALESCE((SELECT name_key FROM users WHERE id = NEW.user_id), '')
        WHERE id = NEW.id;
END;
CREATE TRIGGER holder_renamed AFTER UPDATE OF name_key ON users WHEN NEW.name_key <> OLD.name_key
BEGIN
    UPDATE tokens SET holder_key = NEW.name_key WHERE user_id = NEW.id;
END;
)";

} // namespace

Migration sortedByHolder()
{
    return {11, QStringLiteral("sorted by holder"), QString::fromLatin1(script11)};
}

} // namespace holdfast::authentication::detail
