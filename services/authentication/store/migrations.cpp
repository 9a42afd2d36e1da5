// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"

namespace holdfast::authentication {

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> all {detail::foundation(),
                                             detail::eventRuns(),
                                             detail::callerVerification(),
                                             detail::eventCuts(),
                                             detail::tokenWork(),
                                             detail::policyVersions(),
                                             detail::sortedByUse(),
                                             detail::peopleAndRoles(),
                                             detail::bulkJobsAndBin(),
                                             detail::reportsAndNotifications(),
                                             detail::sortedByHolder(),
                                             detail::pinsTakenAlong(),
                                             detail::closedAfterAWhile(),
                                             detail::mailCheckedWhenSent(),
                                             detail::usedCodesOutliveTokens(),
                                             detail::changesCountLater(),
                                             detail::fragmentsIndexed(),
                                             detail::tokensCounted(),
                                             detail::workstations(),
                                             detail::offlineSets()};
    return all;
}

} // namespace holdfast::authentication
