// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/notification.h"
#include "services/contract/saved_report.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLineEdit;

namespace holdfast::views {

class FormField;

// A report's name, when it runs by itself, and who gets the result by e-mail.
class SaveReportDialog final : public Dialog
{
    Q_OBJECT
public:
    // `edit`: columns, filters and format are taken as they are. `saved`: the one that is replaced, if any.
    // `mail`: nothing is known when it is absent.
    SaveReportDialog(const Workspace& workspace, contract::SavedReportEdit edit,
                     const std::optional<contract::SavedReport>& saved,
                     const std::optional<contract::MailState>& mail, QWidget* parent);

Q_SIGNALS:
    void saved(const holdfast::contract::SavedReport& report);

private:
    [[nodiscard]] contract::SavedReportEdit edited() const;
    void showFields();
    void submit();

    Workspace m_workspace;
    contract::SavedReportEdit m_edit;
    std::optional<contract::SavedReport> m_saved;
    bool m_mails;
    QLineEdit* m_name;
    QComboBox* m_schedule;
    QComboBox* m_weekday;
    QComboBox* m_hour;
    QComboBox* m_format;
    QLineEdit* m_recipients;
    FormField* m_weekdayField;
    FormField* m_hourField;
    FormField* m_recipientsField;
};

} // namespace holdfast::views
