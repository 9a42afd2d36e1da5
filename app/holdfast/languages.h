// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast {

// Installs the words of the person's language on the application: the console's own and Qt's. Source texts
// are English; their plurals come from a file as well.
void installLanguage();

} // namespace holdfast
