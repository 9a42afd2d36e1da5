// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/widgets/dialog.h"

namespace holdfast::views {

class AboutDialog final : public Dialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent);
};

// Every key of the console.
class ShortcutsDialog final : public Dialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget* parent);
};

} // namespace holdfast::views
