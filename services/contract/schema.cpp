// SPDX-License-Identifier: Apache-2.0
#include "services/contract/schema.h"

namespace holdfast::contract {

QJsonObject SchemaSet::typed(const char* type, const char* format)
{
    QJsonObject object {{QStringLiteral("type"), QString::fromLatin1(type)}};
    if (format != nullptr) {
        object.insert(QStringLiteral("format"), QString::fromLatin1(format));
    }
    return object;
}

QJsonObject SchemaSet::bounded(QJsonObject schema, const char* least, const char* most, const Limits& limits,
                               bool length)
{
    const Limits unset;
    if (length) {
        if (limits.minLength != unset.minLength) {
            schema.insert(QLatin1String(least), limits.minLength);
        }
        schema.insert(QLatin1String(most), limits.maxLength);
    } else {
        if (limits.minimum != unset.minimum) {
            schema.insert(QLatin1String(least), limits.minimum);
        }
        if (limits.maximum != unset.maximum) {
            schema.insert(QLatin1String(most), limits.maximum);
        }
    }
    return schema;
}

} // namespace holdfast::contract
