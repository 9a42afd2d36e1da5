// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/filter.h"

#include <cstdint>

// A filter line as somebody types it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace holdfast::authentication;
    static const QStringList fields {QStringLiteral("name"), QStringLiteral("status"),
                                     QStringLiteral("domain")};
    const QString filter =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto terms = parseFilter(filter, fields);
    if (!terms) {
        const auto& error = terms.error();
        if (error.code.isEmpty() || error.fields.isEmpty() || error.fields.front().message.isEmpty()) {
            __builtin_trap(); // every refusal says where and why
        }
        return 0;
    }
    qsizetype before = -1;
    for (const FilterTerm& term : *terms) {
        const bool unknown = !term.field.isEmpty() && !fields.contains(term.field);
        const bool misplaced = term.position <= before || term.position >= filter.size();
        if (unknown || misplaced || term.value.isEmpty()) {
            __builtin_trap();
        }
        before = term.position;
    }
    if (terms->size() > 20) {
        __builtin_trap();
    }
    return 0;
}
