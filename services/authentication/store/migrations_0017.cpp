// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/fragments.h"
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication::detail {

namespace {

// Every three characters that stand together, so that a fragment is found without reading what everybody has.
// A trigger may not write to a virtual table (trusted_schema is off, and stays so): it notes what changed,
// and fragments::carryOver() follows before the commit.
constexpr auto script17 = R"(
CREATE VIRTUAL TABLE user_fragments USING fts5(fragments, tokenize='trigram', columnsize=0);
CREATE VIRTUAL TABLE token_fragments USING fts5(serial, holder, notes, tokenize='trigram', columnsize=0);

CREATE TABLE fragments_due (
    kind {text} NOT NULL CHECK (kind IN ('user', 'token')),
    id {bigint} NOT NULL,
    PRIMARY KEY (kind, id)
) {table};

CREATE TRIGGER user_search_added AFTER INSERT ON user_search BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('user', NEW.user_id);
    INSERT OR IGNORE INTO fragments_due (kind, id) SELECT 'token', id FROM tokens WHERE user_id = NEW.user_id;
END;
CREATE TRIGGER user_search_changed AFTER UPDATE OF fragments ON user_search
WHEN NEW.fragments <> OLD.fragments BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('user', NEW.user_id);
    INSERT OR IGNORE INTO fragments_due (kind, id) SELECT 'token', id FROM tokens WHERE user_id = NEW.user_id;
END;
CREATE TRIGGER user_search_removed AFTER DELETE ON user_search BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('user', OLD.user_id);
END;
CREATE TRIGGER tokens_added_to_find AFTER INSERT ON tokens BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('token', NEW.id);
END;
CREATE TRIGGER tokens_changed_to_find AFTER UPDATE OF serial, notes, user_id ON tokens
WHEN NEW.serial <> OLD.serial OR NEW.notes <> OLD.notes OR NEW.user_id IS NOT OLD.user_id BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('token', NEW.id);
END;
CREATE TRIGGER tokens_removed_to_find AFTER DELETE ON tokens BEGIN
    INSERT OR IGNORE INTO fragments_due (kind, id) VALUES ('token', OLD.id);
END;

INSERT INTO fragments_due (kind, id) SELECT 'user', user_id FROM user_search;
INSERT INTO fragments_due (kind, id) SELECT 'token', id FROM tokens;
)";

} // namespace

Migration fragmentsIndexed()
{
    return {17, QStringLiteral("fragments indexed"), QString::fromLatin1(script17), fragments::carryOver};
}

} // namespace holdfast::authentication::detail
