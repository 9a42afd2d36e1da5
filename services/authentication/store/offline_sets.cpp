// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/offline_sets.h"

namespace holdfast::authentication::offlineSets {

QStringList tokensGrantedTo(storage::Connection&, qint64, contract::Timestamp)
{
    return {};
}

QHash<qint64, int> peopleOn(storage::Connection&, const std::vector<qint64>&, contract::Timestamp)
{
    return {};
}

} // namespace holdfast::authentication::offlineSets
