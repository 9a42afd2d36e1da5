// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"

class QObject;
class QString;

namespace holdfast::views {

void copyText(const QString& text);

// Marked so that clipboard managers do not keep it, and cleared after a minute if it is still there. `owner`
// keeps the timer; when it goes earlier the clipboard is cleared at once.
void copySecret(const contract::Secret& secret, QObject* owner);

} // namespace holdfast::views
