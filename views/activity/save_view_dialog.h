// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/activity/saved_views.h"
#include "views/widgets/dialog.h"

class QLineEdit;

namespace holdfast::views {

class FormField;

// Asks for the name of a view.
class SaveViewDialog final : public Dialog
{
    Q_OBJECT
public:
    SaveViewDialog(const SavedViews& known, const QString& proposed, QWidget* parent);

Q_SIGNALS:
    void named(const QString& name);

private:
    void showName();

    SavedViews m_known;
    QLineEdit* m_name;
    FormField* m_field;
};

} // namespace holdfast::views
