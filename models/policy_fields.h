// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"

namespace holdfast::models {

[[nodiscard]] QJsonObject policyJson(const AnyPolicy& policy);
// Against the limits that the contract declares, and between fields; paths are field names.
[[nodiscard]] QList<contract::FieldError> policyFaults(const AnyPolicy& policy);
[[nodiscard]] std::pair<int, int> policyRange(const AnyPolicy& policy, const QString& field);

} // namespace holdfast::models
