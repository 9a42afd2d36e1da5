// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/random.h"

#include <QString>

namespace holdfast::demonstration {

// Where somebody works: what people there are called, and their telephone numbers. All numbers are of ranges
// kept for fiction.
enum class Region
{
    Nordic,
    German,
    British,
    French,
    Iberian,
    Italian,
    Slavic,
    EastAsian,
    SouthAsian,
    Arabic,
    African,
    American
};
inline constexpr int regionCount = 12;

struct Name
{
    QString given;
    QString family;
};

[[nodiscard]] Name inventName(Random& random, Region region);
[[nodiscard]] QString inventPhone(Random& random, Region region);
// "zoe.lindqvist" for Zoë Lindqvist.
[[nodiscard]] QString logonName(const Name& name);

} // namespace holdfast::demonstration
