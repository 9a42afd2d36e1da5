// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::models {

// How something stands; a view picks the colour from its palette, always beside words.
enum class Tone
{
    Neutral,
    Good,
    Warning,
    Bad
};

} // namespace holdfast::models
