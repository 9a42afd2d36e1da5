// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"

#include "services/contract/canonical_name.h"

namespace holdfast::authentication {

// Workstations compare names without asking: there is one form.
QString canonicalName(const QString& name)
{
    return contract::canonicalName(name);
}

} // namespace holdfast::authentication
