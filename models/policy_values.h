// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"

namespace holdfast::models {

// One setting of a policy as words: "Wrong codes in a row", "5".
struct PolicyValue
{
    QString field; // on the wire
    QString label;
    QString text;
};
// Every setting in the order of its declaration, without name and notes.
[[nodiscard]] QList<PolicyValue> policyValues(const AnyPolicy& policy);

// One setting that differs.
struct PolicyChange
{
    QString label;
    QString before;
    QString after;
};
// `changes`: name to old and new value, as the service writes them in previews, versions and events.
[[nodiscard]] QList<PolicyChange> policyChanges(const QJsonObject& changes);

} // namespace holdfast::models
