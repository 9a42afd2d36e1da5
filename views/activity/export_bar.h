// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/csv_export.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::views {

// An export under way, with its progress and a way to stop it; gone when there is none.
class ExportBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportBar(const Workspace& workspace, QWidget* parent = nullptr);
    void start(const QString& reportTemplate, const client::ListQuery& query, const QString& path);
    [[nodiscard]] models::CsvExport& model() { return m_model; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    void showState();

    models::CsvExport m_model;
    QLabel* m_text;
    QPushButton* m_cancel;
};

} // namespace holdfast::views
