// SPDX-License-Identifier: Apache-2.0
// Where the tokens of an import go.
#include "services/authentication/api/token_import_run.h"
#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::Permission;
using contract::Result;

Result<TokenImportTarget> targetOf(const Call& call, const TokenImportRequest& request)
{
    return call.read([&](storage::Connection& connection) -> Result<TokenImportTarget> {
        QString path = request.domain;
        if (path.isEmpty()) {
            const Scope scope = call.caller().scopeOf(Permission::ImportTokens);
            if (scope.everything()) {
                path = u"/"_s;
            } else if (scope.tops().size() == 1) {
                path = scope.tops().constFirst();
            } else {
                return contract::invalidField(u"domain"_s, u"required"_s,
                                              u"Say which security domain the tokens are for."_s);
            }
        }
        const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
        if (!domain) {
            return contract::invalidField(u"domain"_s, u"domain_unknown"_s,
                                          u"There is no such security domain."_s);
        }
        TokenImportTarget target {domain->id, domain->path};
        if (auto within = call.requireInScope(Permission::ImportTokens, target.path); !within) {
            return contract::Unexpected(within.error());
        }
        return target;
    });
}

Result<TokenImportTarget> targetOf(const Call& call, const TokenImportJob& job)
{
    return call.read([&](storage::Connection& connection) -> Result<TokenImportTarget> {
        const DomainNode* domain = PolicySnapshot::of(connection)->domain(job.domainId);
        if (!domain) {
            return contract::failure(contract::ErrorKind::Conflict, u"domain_unknown"_s,
                                     u"The security domain of this import is gone: import the file again."_s);
        }
        TokenImportTarget target {domain->id, domain->path};
        if (auto within = call.requireInScope(Permission::ImportTokens, target.path); !within) {
            return contract::Unexpected(within.error());
        }
        return target;
    });
}

} // namespace holdfast::authentication
