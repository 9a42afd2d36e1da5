// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

#include <array>

namespace holdfast::models::words {

// A stable code and its English, marked for translation in the context "Words".
struct Entry
{
    const char* code;
    const char* text;
};

// Translated, or empty for a code that is not there.
template <size_t Size>
[[nodiscard]] QString find(const std::array<Entry, Size>& entries, const QString& code)
{
    for (const Entry& entry : entries) {
        if (code == QLatin1String(entry.code)) {
            return QCoreApplication::translate("Words", entry.text);
        }
    }
    return {};
}

} // namespace holdfast::models::words
