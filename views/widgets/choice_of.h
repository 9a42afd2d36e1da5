// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/words.h"

#include <QComboBox>

namespace holdfast::views {

// A filter by one of an enumeration's values, with its wire name as data; `any` stands first and has none.
template <class E>
QComboBox* choiceOf(const QString& any, const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->addItem(any);
    for (const auto& [value, wireName] : contract::EnumNames<E>::names) {
        box->addItem(models::words::of(value), QString::fromLatin1(wireName));
    }
    return box;
}

} // namespace holdfast::views
