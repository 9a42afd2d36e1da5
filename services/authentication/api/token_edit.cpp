// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_changes.h"
#include "services/authentication/store/policies_snapshot.h"

#include <QJsonArray>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// What a change comes to, with the names of the fields that change.
struct Edit
{
    qint64 domainId;
    QString domain;
    QString notes;
    std::optional<contract::Timestamp> expiresAt;
    QJsonArray changed;
};

Result<Edit> editOf(const Call& call, storage::Connection& connection, const TokenRow& token,
                    const contract::TokenUpdate& body)
{
    Edit edit {token.domainId, token.domain, token.notes, token.expiresAt, {}};
    if (body.domain) {
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(*body.domain);
        if (domain == nullptr) {
            return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                          QStringLiteral("There is no such security domain."));
        }
        if (auto reached = call.requireInScope(Permission::EditTokens, domain->path); !reached) {
            return Unexpected(reached.error());
        }
        edit.domainId = domain->id;
        edit.domain = domain->path;
    }
    edit.notes = body.notes.value_or(edit.notes);
    if (body.expiresAt.present) {
        edit.expiresAt = body.expiresAt.value;
    }
    if (edit.expiresAt && token.startsAt && *edit.expiresAt <= *token.startsAt) {
        return contract::invalidField(QStringLiteral("expiresAt"), QStringLiteral("dates_contradict"),
                                      QStringLiteral("A token ends after it starts."));
    }
    if (edit.domainId != token.domainId) {
        edit.changed << QStringLiteral("domain");
    }
    if (edit.notes != token.notes) {
        edit.changed << QStringLiteral("notes");
    }
    if (edit.expiresAt != token.expiresAt) {
        edit.changed << QStringLiteral("expiresAt");
    }
    return edit;
}

contract::Event editEvent(const Call& call, const TokenSubject& subject, const Edit& edit)
{
    contract::Event event =
        tokenEvent(call, "UPDATE_AM_TOKEN", subject.token, subject.person ? &*subject.person : nullptr);
    event.detail = {{QStringLiteral("action"), QStringLiteral("edit")},
                    {QStringLiteral("fields"), edit.changed}};
    if (edit.domainId != subject.token.domainId) {
        event.detail.insert(QStringLiteral("from"), subject.token.domain);
        event.detail.insert(QStringLiteral("to"), edit.domain);
    }
    return event;
}

} // namespace

Result<Changed> editToken(const Call& call, storage::Connection& connection, const QString& serial,
                          const contract::TokenUpdate& body, Run run)
{
    const auto decide = [&]() -> Result<Deed> {
        const auto subject = tokenSubjectOf(call, connection, serial, Permission::EditTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        if (auto fresh = call.requireVersion(subject->token.version); !fresh) {
            return Unexpected(fresh.error());
        }
        const auto edit = editOf(call, connection, subject->token, body);
        if (!edit) {
            return Unexpected(edit.error());
        }
        if (edit->changed.isEmpty()) {
            return Deed {};
        }
        return Deed {[&call, &connection, edit = *edit, subject = *subject] {
            tokens::update(connection, subject.token.id, edit.domainId, edit.notes, edit.expiresAt);
            call.record(connection, editEvent(call, subject, edit));
        }};
    };
    return perform(decide(), run);
}

Result<Changed> deleteToken(const Call& call, storage::Connection& connection, const QString& serial, Run run)
{
    qint64 binId = 0;
    const auto decide = [&]() -> Result<Deed> {
        const auto subject = tokenSubjectOf(call, connection, serial, Permission::DeleteTokens, Act::Changes);
        if (!subject) {
            return Unexpected(subject.error());
        }
        if (auto fresh = call.requireVersion(subject->token.version); !fresh) {
            return Unexpected(fresh.error());
        }
        if (subject->token.userId) {
            return contract::failure(
                ErrorKind::Conflict, QStringLiteral("token_assigned"),
                QStringLiteral("This token belongs to %1. Unassign it first.").arg(subject->token.userName));
        }
        return Deed {[&call, &connection, &binId, token = subject->token] {
            binId = tokens::remove(connection, token.id, {call.caller().name, call.now()});
            contract::Event event = tokenEvent(call, "DELETE_AM_TOKEN", token, nullptr);
            event.detail = {{QStringLiteral("bin"), QString::number(binId)}};
            call.record(connection, event);
        }};
    };
    auto changed = perform(decide(), run);
    if (changed) {
        changed->binId = binId;
    }
    return changed;
}

} // namespace holdfast::authentication
