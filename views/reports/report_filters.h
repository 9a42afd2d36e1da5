// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "models/report_draft.h"
#include "views/shell/workspace.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace holdfast::views {

// An editor for each parameter of a report, fitting what it takes; what is chosen goes into the draft.
class ReportFilters final : public QWidget
{
    Q_OBJECT
public:
    ReportFilters(const Workspace& workspace, models::ReportDraft& draft, QWidget* parent = nullptr);
    // Editors for the draft's report, with what the draft says.
    void showDraft();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Choice
    {
        QString text;
        QString value;
    };
    [[nodiscard]] QWidget* editorFor(const QString& name);
    [[nodiscard]] QWidget* dayEditor(const QString& name);
    [[nodiscard]] QWidget* daysEditor(const QString& name, const QString& none);
    [[nodiscard]] QWidget* lineEditor(const QString& name);
    [[nodiscard]] QComboBox* choiceEditor(const QString& name, const QList<Choice>& choices);
    [[nodiscard]] QComboBox* domainEditor(const QString& name);
    [[nodiscard]] QComboBox* roleEditor(const QString& name);
    void arrange();
    void fillDomains();
    void showBounds();
    void set(const QString& name, const QString& value);

    Workspace m_workspace;
    models::ReportDraft& m_draft;
    models::DomainTreeModel m_domains;
    QGridLayout* m_grid;
    QList<std::pair<QString, QComboBox*>> m_domainBoxes;
    QList<QWidget*> m_fields;
    int m_across = 1; // of them beside each other
    QList<QWidget*> m_bounds; // that days stand in place of
    QTimer m_typing;
    std::function<void()> m_typed;
};

} // namespace holdfast::views
