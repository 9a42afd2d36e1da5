// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/view_as.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

Result<void> viewAs(storage::Connection& connection, Caller& caller, const QByteArray& header)
{
    const qsizetype space = header.indexOf(' ');
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(header.mid(space + 1)));
    const DomainNode* domain =
        space > 0 ? PolicySnapshot::of(connection)->domainAt(path) : nullptr;
    auto role = domain
        ? heldRole(connection, {QString::fromLatin1(header.left(space)), domain->path})
        : std::nullopt;
    if (!role) {
        return contract::failure(ErrorKind::InvalidRequest, QStringLiteral("view_as_invalid"),
                                 QStringLiteral("There is no such role or security domain to look as."));
    }
    if (auto given = mayGive(caller, *role); !given) {
        return given;
    }
    caller.roles = {std::move(*role)};
    caller.viewing = true;
    return {};
}

} // namespace holdfast::authentication
